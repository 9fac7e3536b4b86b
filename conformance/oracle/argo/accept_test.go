package main

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

func TestAcceptsTheExamplesOfTheRepository(t *testing.T) {
	o := newOracle(t)
	for _, one := range examples(t) {
		t.Run(one.name, func(t *testing.T) { expectVerdicts(t, judge(t, o, one.objects, nil)) })
	}
}

func TestAcceptsWhatTheRestOfTheTestsBreak(t *testing.T) {
	o := newOracle(t)
	for _, name := range []string{"canary", "istio", "blue-green", "experiment"} {
		t.Run(name, func(t *testing.T) { expectVerdicts(t, judge(t, o, objectsOf(t, testdata(t, name)), nil)) })
	}
}

func TestAnswersTheSameTwice(t *testing.T) {
	o := newOracle(t)
	for _, name := range []string{"canary", "istio", "blue-green", "experiment"} {
		good := testdata(t, name)
		for _, text := range []string{good, strings.ReplaceAll(good, "name: shop", "name: else"), strings.ReplaceAll(good, "result", "rezult")} {
			objects := objectsOf(t, text)
			first, second := judge(t, o, objects, nil), judge(t, o, objects, nil)
			if len(first) != len(second) {
				t.Fatalf("%s: first %v, then %v", name, first, second)
			}
			for i := range first {
				if first[i] != second[i] {
					t.Errorf("%s: first %v, then %v", name, first[i], second[i])
				}
			}
		}
	}
}

func TestAcceptsFieldsThatAreThereWhenAnUpdateHasBegun(t *testing.T) {
	o := newOracle(t)
	without := strings.Replace(testdata(t, "canary"), "  replicas: 10\n", "", 1)
	for _, path := range []string{"spec.replicas", "status.phase"} {
		text := strings.Replace(without, "metadata.labels['owner']", path, 1)
		if text == without {
			t.Fatal("nothing is replaced")
		}
		expectVerdicts(t, judge(t, o, objectsOf(t, text), nil))
	}
}

func TestLooksForTemplatesBesideWhoeverWillUseOneOfTheCluster(t *testing.T) {
	o := newOracle(t)
	cluster := `
---
apiVersion: argoproj.io/v1alpha1
kind: ClusterAnalysisTemplate
metadata:
  name: nobody-s
spec:
  templates:
    - templateName: `
	expectVerdicts(t, judge(t, o, objectsOf(t, testdata(t, "canary")+cluster+"nested\n"), nil))
	expectVerdicts(t, judge(t, o, objectsOf(t, testdata(t, "canary")+cluster+"none\n"), nil), "references spec.templates: AnalysisTemplate 'none' not found")
}

func TestDoesNotMissWhatIsElsewhere(t *testing.T) {
	o := newOracle(t)
	rollout := objectsOf(t, testdata(t, "canary"))[:1]
	missing := judge(t, o, rollout, nil)
	if len(missing) != 6 {
		t.Errorf("expected two Services, an Ingress and three templates to be missing, got %v", missing)
	}
	expectVerdicts(t, judge(t, o, rollout, map[string]any{
		"elsewhere": []string{"Service/*", "Ingress/shop", "AnalysisTemplate/*", "ClusterAnalysisTemplate/shared"},
	}))
	reference := objectsOf(t, testdata(t, "blue-green"))
	withoutDeployment := append(reference[:1:1], reference[2:]...)
	expectVerdicts(t, judge(t, o, withoutDeployment, map[string]any{"elsewhere": []string{"Deployment/shop"}}))
}

func TestPutsObjectsWithoutANamespaceWhereItIsTold(t *testing.T) {
	o := newOracle(t)
	objects := objectsOf(t, strings.ReplaceAll(testdata(t, "canary"), "name: shop\n  namespace: shop", "name: shop"))
	expectVerdicts(t, judge(t, o, objects, map[string]any{"namespace": "shop"}))
	if len(judge(t, o, objects, nil)) == 0 {
		t.Error("expected the templates to be out of reach")
	}
}

func testdata(t testing.TB, name string) string {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// judge puts the question as it comes in, and reads the answer as it goes out.
func judge(t testing.TB, o *oracle, objects []json.RawMessage, rest map[string]any) []verdict {
	t.Helper()
	question := map[string]any{"objects": objects}
	for key, value := range rest {
		question[key] = value
	}
	var read struct {
		Error    string
		Verdicts []verdict
	}
	ask(t, o, question, &read)
	if read.Error != "" {
		t.Fatal(read.Error)
	}
	if read.Verdicts == nil {
		t.Fatal("no verdicts")
	}
	return read.Verdicts
}

func ask(t testing.TB, o *oracle, question, answer any) {
	t.Helper()
	line, err := json.Marshal(question)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(encode(o.answer(line)), answer); err != nil {
		t.Fatal(err)
	}
}

// expectVerdicts expects each of them, in the form `check field: part of the message`, and no other.
func expectVerdicts(t testing.TB, got []verdict, expected ...string) {
	t.Helper()
	matches := func(one verdict, wanted string) bool {
		where, message, _ := strings.Cut(wanted, ": ")
		return strings.TrimSpace(one.Check+" "+one.Field) == where && strings.Contains(one.Message, message)
	}
	for _, wanted := range expected {
		found := false
		for i, one := range got {
			if matches(one, wanted) {
				got, found = append(got[:i:i], got[i+1:]...), true
				break
			}
		}
		if !found {
			t.Errorf("expected %q", wanted)
		}
	}
	for _, one := range got {
		t.Errorf("unexpected: %s, %s %s: %s", one.Object, one.Check, one.Field, one.Message)
	}
}
