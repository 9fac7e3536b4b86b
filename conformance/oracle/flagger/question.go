package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	flaggerv1 "github.com/fluxcd/flagger/pkg/apis/flagger/v1beta1"
)

// question is a line of the input: a bundle of objects, or something to ask.
type question struct {
	ID         json.RawMessage   `json:"id"`
	Objects    []json.RawMessage `json:"objects"`
	Controller settings          `json:"controller"`

	Ask      string                        `json:"ask"`
	Template string                        `json:"template"`
	Model    flaggerv1.MetricTemplateModel `json:"model"`
	Object   json.RawMessage               `json:"object"`
}

// settings are options of the controller that decide what it says of a manifest; absent ones are as it has them.
type settings struct {
	MeshProvider         string   `json:"meshProvider"`
	SelectorLabels       []string `json:"selectorLabels"`
	NoCrossNamespaceRefs bool     `json:"noCrossNamespaceRefs"`
}

// verdict is one objection.
type verdict struct {
	Object  string `json:"object"`
	Check   string `json:"check"`
	Field   string `json:"field,omitempty"`
	Message string `json:"message"`
}

type verdicts struct {
	ID       json.RawMessage `json:"id"`
	Verdicts []verdict       `json:"verdicts"`
}

func parse(line []byte) (question, error) {
	var asked question
	decoder := json.NewDecoder(bytes.NewReader(line))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&asked); err != nil {
		return asked, err
	}
	if asked.Objects == nil && asked.Ask == "" {
		return asked, errors.New("neither objects nor something to ask")
	}
	if asked.Controller.MeshProvider == "" {
		asked.Controller.MeshProvider = "istio"
	}
	if len(asked.Controller.SelectorLabels) == 0 {
		asked.Controller.SelectorLabels = []string{"app", "name", "app.kubernetes.io/name"}
	}
	return asked, nil
}

// answer never fails: what cannot be read, or breaks the code that is asked, is told as such.
func (j judge) answer(line []byte, number int) []byte {
	asked, err := parse(line)
	if err != nil {
		complaint := verdict{Check: "error", Message: fmt.Sprintf("line %d: %v", number, err)}
		return encode(verdicts{asked.ID, []verdict{complaint}})
	}
	if asked.Ask != "" {
		return encode(ask(asked))
	}
	var found []verdict
	err = guarded(func() error {
		found = j.judge(asked)
		return nil
	})
	if err != nil {
		found = []verdict{{Check: "error", Message: err.Error()}}
	}
	return encode(verdicts{asked.ID, found})
}

func encode(answer any) []byte {
	var line bytes.Buffer
	encoder := json.NewEncoder(&line)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(answer); err != nil {
		panic(err) // strings and numbers
	}
	return bytes.TrimSuffix(line.Bytes(), []byte("\n"))
}

// guarded calls code that may not expect what it is given; where it would have ended the controller, it is an error here.
func guarded(code func() error) (err error) {
	defer func() {
		if broken := recover(); broken != nil {
			err = fmt.Errorf("panic: %v", broken)
		}
	}()
	return code()
}
