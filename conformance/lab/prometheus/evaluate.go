package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strconv"
	"time"

	"github.com/prometheus/prometheus/model/labels"
	"github.com/prometheus/prometheus/model/textparse"
	"github.com/prometheus/prometheus/promql"
	"github.com/prometheus/prometheus/storage"
	"github.com/prometheus/prometheus/tsdb"
)

// A question about what was scraped at times that it names, so that nothing has to be waited for.
type question struct {
	Scrapes []scraped `json:"scrapes"`
	Queries []string  `json:"queries"`
	// When the queries are asked, in milliseconds.
	At int64 `json:"at"`
}

// What one target showed at one time.
type scraped struct {
	At int64 `json:"at"`
	// Of the target. Where a series has the same, its own are called exported_..., as without honor_labels.
	Labels map[string]string `json:"labels"`
	Text   string            `json:"text"`
}

// One entry for each query.
type answer struct {
	Answers []result `json:"answers"`
}

// The values of all series, as text, because JSON has no NaN.
type result struct {
	Values []string `json:"values"`
	Error  string   `json:"error,omitempty"`
}

// evaluate answers questions, one JSON document after the other, each over a storage of its own.
func evaluate(questions io.Reader, answers io.Writer, logger *slog.Logger) error {
	in, out := json.NewDecoder(questions), json.NewEncoder(answers)
	// No query of ours has a subquery without a step.
	asked := engine(time.Minute)
	for {
		var next question
		if err := in.Decode(&next); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		given, err := next.answer(asked, logger)
		if err != nil {
			return err
		}
		if err := out.Encode(given); err != nil {
			return err
		}
	}
}

func (q question) answer(asked *promql.Engine, logger *slog.Logger) (answer, error) {
	directory, err := os.MkdirTemp("", "rolloutkit-evaluate-")
	if err != nil {
		return answer{}, err
	}
	defer os.RemoveAll(directory)
	samples, err := tsdb.Open(directory, logger, nil, tsdb.DefaultOptions(), nil)
	if err != nil {
		return answer{}, err
	}
	defer samples.Close()
	for _, one := range q.Scrapes {
		if err := one.keep(samples); err != nil {
			return answer{}, err
		}
	}
	given := answer{Answers: []result{}}
	for _, text := range q.Queries {
		given.Answers = append(given.Answers, instant(asked, samples, text, time.UnixMilli(q.At)))
	}
	return given, nil
}

func (s scraped) keep(samples *tsdb.DB) error {
	appender := samples.Appender(context.Background())
	parser := textparse.NewPromParser([]byte(s.Text), labels.NewSymbolTable())
	for {
		entry, err := parser.Next()
		if errors.Is(err, io.EOF) {
			return appender.Commit()
		}
		if err != nil {
			return errors.Join(fmt.Errorf("no exposition: %w", err), appender.Rollback())
		}
		if entry != textparse.EntrySeries {
			continue
		}
		_, _, value := parser.Series()
		var own labels.Labels
		parser.Metric(&own)
		if _, err := appender.Append(storage.SeriesRef(0), s.labelled(own), s.At, value); err != nil {
			return errors.Join(fmt.Errorf("%s at %d: %w", own, s.At, err), appender.Rollback())
		}
	}
}

func (s scraped) labelled(own labels.Labels) labels.Labels {
	builder := labels.NewBuilder(own)
	for name, value := range s.Labels {
		if had := own.Get(name); had != "" {
			builder.Set("exported_"+name, had)
		}
		builder.Set(name, value)
	}
	return builder.Labels()
}

func instant(asked *promql.Engine, samples *tsdb.DB, text string, at time.Time) result {
	query, err := asked.NewInstantQuery(context.Background(), samples, nil, text, at)
	if err != nil {
		return result{Values: []string{}, Error: err.Error()}
	}
	defer query.Close()
	found := query.Exec(context.Background())
	if found.Err != nil {
		return result{Values: []string{}, Error: found.Err.Error()}
	}
	values := []string{}
	switch value := found.Value.(type) {
	case promql.Vector:
		for _, sample := range value {
			values = append(values, strconv.FormatFloat(sample.F, 'g', -1, 64))
		}
	case promql.Scalar:
		values = append(values, strconv.FormatFloat(value.V, 'g', -1, 64))
	default:
		return result{Values: values, Error: fmt.Sprintf("%s is neither a vector nor a scalar", value.Type())}
	}
	return result{Values: values}
}
