package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// rawLine is a question that is already text.
type rawLine string

func (r rawLine) MarshalJSON() ([]byte, error) { return []byte(r), nil }

func TestKeepsTheOrder(t *testing.T) {
	o := newOracle(t)
	bundle, err := json.Marshal(objectsOf(t, testdata(t, "canary")))
	if err != nil {
		t.Fatal(err)
	}
	var in, out bytes.Buffer
	for i := range 60 {
		if i%3 == 0 {
			fmt.Fprintf(&in, `{"id":%d,"objects":%s}`+"\n", i, bundle)
		} else {
			fmt.Fprintf(&in, `{"id":%d,"ask":"replicas","replicas":3,"canary":{}}`+"\n", i)
		}
	}
	if err := answerAll(o, &in, &out, 4); err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(strings.TrimSpace(out.String()), "\n") {
		if !strings.HasPrefix(line, fmt.Sprintf(`{"id":%d,`, i)) {
			t.Errorf("line %d: %s", i, line)
		}
	}
}

func TestAnswersEveryLine(t *testing.T) {
	large := `{"id":"large","ask":"condition","results":[{"web":"` + strings.Repeat("x", 3<<20) + `"}]}`
	for question, expected := range map[string]string{
		`nonsense`:                       `{"error":"invalid character`,
		``:                               `{"error":"unexpected end of JSON input"}`,
		`{"id":1,"ask":"time"}`:          `{"id":1,"error":"nothing is known about \"time\""}`,
		`{"id":{"a":1},"objects":[{}]}`:  `{"id":{"a":1},"error":"objects[0]: apiVersion and kind must be given"}`,
		`{"id":2,"objecs":[]}`:           `{"id":2,"error":"json: unknown field \"objecs\""}`,
		`{"id":3,"objects":[]}`:          `{"id":3,"verdicts":[]}`,
		`{"objects":[],"schema":false}`:  `{"verdicts":[]}`,
		`{"ask":"replicas","canary":{}}`: `{"canary":0,"stable":0`,
		large:                            `{"id":"large","measurements":[{"phase":"Successful"`,
	} {
		var out bytes.Buffer
		if err := answerAll(newOracle(t), strings.NewReader(question+"\n"+`{"id":"next","objects":[]}`), &out, 1); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSpace(out.String()), "\n")
		if len(lines) != 2 || !strings.HasPrefix(lines[0], expected) || lines[1] != `{"id":"next","verdicts":[]}` {
			t.Errorf("%.80s: expected %s, got %.200q", question, expected, lines)
		}
	}
}

func TestFailsToCheckASchemaItDoesNotHave(t *testing.T) {
	var answer struct{ Error string }
	askLine(t, &oracle{}, `{"objects":[]}`, &answer)
	if !strings.Contains(answer.Error, "-crds") {
		t.Errorf("got %+v", answer)
	}
}
