package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"strconv"
)

// result is what a metric store answers: exactly one of these.
type result struct {
	// Prometheus: one number, or one for each series.
	scalar *number
	vector []number
	// A web service: its body.
	web json.RawMessage
	// Neither: the store is out of order.
	failed bool
}

// UnmarshalJSON reads {"scalar": 0.5}, {"vector": [0.5, "NaN"]}, {"web": any} or {"error": true}.
func (r *result) UnmarshalJSON(text []byte) error {
	var keyed map[string]json.RawMessage
	if err := json.Unmarshal(text, &keyed); err != nil {
		return err
	}
	if len(keyed) == 1 {
		for key, value := range keyed {
			switch key {
			case "scalar":
				return json.Unmarshal(value, &r.scalar)
			case "vector":
				r.vector = []number{}
				return json.Unmarshal(value, &r.vector)
			case "web":
				r.web = bytes.Clone(value)
				return nil
			case "error":
				return json.Unmarshal(value, &r.failed)
			}
		}
	}
	return errors.New("a result is one of scalar, vector, web and error")
}

// number may also be what JSON has no number for: "NaN", "+Inf", "-Inf".
type number float64

func (n *number) UnmarshalJSON(text []byte) error {
	var read any
	if err := json.Unmarshal(text, &read); err != nil {
		return err
	}
	switch value := read.(type) {
	case float64:
		*n = number(value)
		return nil
	case string:
		parsed, err := strconv.ParseFloat(value, 64)
		*n = number(parsed)
		return err
	}
	return errors.New(`a number is a number, "NaN", "+Inf" or "-Inf"`)
}

// String is how Prometheus writes it.
func (n number) String() string {
	switch value := float64(n); {
	case math.IsInf(value, 1):
		return "+Inf"
	case math.IsInf(value, -1):
		return "-Inf"
	default:
		return strconv.FormatFloat(value, 'g', -1, 64)
	}
}
