package main

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// oracle is what is the same for all questions.
type oracle struct {
	definitions definitions
}

// head is what every question may have.
type head struct {
	// Any JSON; the answer has the same.
	ID json.RawMessage `json:"id"`
	// What is asked; `manifests` if absent.
	Ask string `json:"ask"`
}

// answer has the id of its question and one of the rest.
type answer struct {
	ID    json.RawMessage `json:"id,omitempty"`
	Error string          `json:"error,omitempty"`
	*manifestsAnswer
	*conditionAnswer
	*replicasAnswer
	*assessAnswer
}

// answer never fails and never panics: what went wrong is in the answer.
func (o *oracle) answer(line []byte) (given answer) {
	var head head
	defer func() {
		if reason := recover(); reason != nil {
			given = answer{ID: head.ID, Error: fmt.Sprintf("panic: %v", reason)}
		}
	}()
	err := json.Unmarshal(line, &head)
	given.ID = head.ID
	if err == nil {
		err = o.ask(head.Ask, line, &given)
	}
	if err != nil {
		given.Error = err.Error()
	}
	return given
}

func (o *oracle) ask(what string, line []byte, given *answer) (err error) {
	switch what {
	case "", "manifests":
		given.manifestsAnswer, err = put(line, o.manifests)
	case "condition":
		given.conditionAnswer, err = put(line, o.condition)
	case "replicas":
		given.replicasAnswer, err = put(line, o.replicas)
	case "assess":
		given.assessAnswer, err = put(line, o.assess)
	default:
		err = fmt.Errorf("nothing is known about %q", what)
	}
	return err
}

// put reads a question and puts it to whoever answers it. A field that nobody knows is refused: it is a typing error.
func put[Q, A any](line []byte, to func(*Q) (*A, error)) (*A, error) {
	asked := new(Q)
	strict := json.NewDecoder(bytes.NewReader(line))
	strict.DisallowUnknownFields()
	if err := strict.Decode(asked); err != nil {
		return nil, err
	}
	return to(asked)
}
