package main

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

func TestMeasuresAsTheProvidersDo(t *testing.T) {
	o := &oracle{}
	for _, one := range []struct{ success, failure, result, phase, message string }{
		{"result[0] >= 0.95", "", `{"vector":[0.99]}`, "Successful", ""},
		{"result[0] >= 0.95", "", `{"vector":["NaN"]}`, "Failed", ""},
		{"!(result[0] < 0.95)", "", `{"vector":["NaN"]}`, "Successful", ""},
		{"result[0] >= 0.95", "", `{"vector":[]}`, "Error", "metric result is nil or empty"},
		{"len(result) > 1", "", `{"vector":[1]}`, "Failed", ""},
		{"isInf(result[0])", "", `{"vector":["-Inf"]}`, "Successful", ""},
		{"result > 1", "", `{"vector":[2]}`, "Error", "mismatched types []float64 and int"},
		{"result > 1", "", `{"scalar":2}`, "Successful", ""},
		{"result > 2", "result < 1", `{"scalar":1.5}`, "Inconclusive", ""},
		{"result > 1", "result > 2", `{"scalar":3}`, "Failed", ""},
		{"", "", `{"scalar":"NaN"}`, "Successful", ""},
		{"true", "", `{"error":true}`, "Error", "out of order"},
		{"result.ok", "", `{"web":{"ok":true}}`, "Successful", ""},
		{"result.count > 3", "", `{"web":{"count":"many"}}`, "Error", "string > int"},
		{"result == 3", "", `{"web":3}`, "Successful", ""},
		{"result", "", `{"web":3}`, "Error", "expected bool, but got float64"},
	} {
		var answer struct {
			Error        string
			Measurements []measurement
		}
		question := fmt.Sprintf(`{"ask":"condition","successCondition":%q,"failureCondition":%q,"results":[%s]}`, one.success, one.failure, one.result)
		askLine(t, o, question, &answer)
		if len(answer.Measurements) != 1 || string(answer.Measurements[0].Phase) != one.phase || !strings.Contains(answer.Measurements[0].Message, one.message) {
			t.Errorf("%s: expected %s %s, got %+v", question, one.phase, one.message, answer)
		}
	}
}

func TestSurvivesAProviderThatPanics(t *testing.T) {
	var answer struct{ Measurements []measurement }
	askLine(t, &oracle{}, `{"ask":"condition","results":[{"web":null},{"web":1}]}`, &answer)
	if len(answer.Measurements) != 2 || answer.Measurements[0].Panic == "" || answer.Measurements[1].Phase != "Successful" {
		t.Errorf("got %+v", answer)
	}
	var refused struct{ Error string }
	askLine(t, &oracle{}, `{"ask":"assess","metrics":[{"name":"m"}],"answers":{"m":[{"web":null}]}}`, &refused)
	if !strings.Contains(refused.Error, "panic") {
		t.Errorf("got %+v", refused)
	}
}

// The environment of the check has to be the one that conditions are evaluated in, name by name.
func TestCompilesWhatTheProvidersEvaluate(t *testing.T) {
	for name := range environment(0.0) {
		condition := map[string]string{
			"result": "result > 0", "asInt": "asInt(result) > 0", "asFloat": "asFloat(result) > 0", "isNaN": "!isNaN(result)",
			"isInf": "!isInf(result)", "isNil": "!isNil(result)", "default": "default(result, 0) > 0",
		}[name]
		var answer struct{ Measurements []measurement }
		askLine(t, &oracle{}, fmt.Sprintf(`{"ask":"condition","successCondition":%q,"results":[{"scalar":1}]}`, condition), &answer)
		if condition == "" || compile(condition, []any{0.0}) != nil || answer.Measurements[0].Phase != "Successful" {
			t.Errorf("%s: %q: got %+v", name, condition, answer)
		}
	}
}

// The first four were seen on a running controller, pods and all.
func TestCountsPodsAsTheControllerDoes(t *testing.T) {
	noSurge := `"maxSurge":0,"maxUnavailable":1,`
	for _, one := range []struct {
		replicas, weight int
		strategy         string
		expected         [2]int32
	}{
		{10, 95, noSurge, [2]int32{0, 10}},
		{10, 94, noSurge, [2]int32{9, 1}},
		{2, 75, noSurge, [2]int32{0, 2}},
		{5, 90, noSurge, [2]int32{0, 5}},
		{10, 33, ``, [2]int32{3, 7}},
		{4, 80, `"maxSurge":1,"maxUnavailable":0,`, [2]int32{4, 1}},
		{10, 5, `"trafficRouting":{"nginx":{}},`, [2]int32{1, 10}},
		{10, 25, `"trafficRouting":{"nginx":{}},"minPodsPerReplicaSet":4,`, [2]int32{4, 10}},
	} {
		var answer replicasAnswer
		askLine(t, &oracle{}, fmt.Sprintf(`{"ask":"replicas","replicas":%d,"canary":{%s"steps":[{"setWeight":%d}]},"settle":true}`, one.replicas, one.strategy, one.weight), &answer)
		if got := [2]int32{answer.Canary, answer.Stable}; got != one.expected || !answer.Reached {
			t.Errorf("%+v: got %+v", one, answer)
		}
	}
}

func TestTellsEveryCountOnTheWay(t *testing.T) {
	var answer replicasAnswer
	askLine(t, &oracle{}, `{"ask":"replicas","replicas":5,"canary":{"maxSurge":1,"maxUnavailable":0,"steps":[{"setWeight":20},{"setWeight":40}]},"step":1,"settle":true,
		"now":{"canary":{"spec":1},"stable":{"spec":4}}}`, &answer)
	if expected := [][2]int32{{1, 4}, {2, 4}, {2, 3}}; !reflect.DeepEqual(answer.Sequence, expected) {
		t.Errorf("expected %v, got %+v", expected, answer)
	}
}

func TestCountsPodsInAnyState(t *testing.T) {
	for question, expected := range map[string][2]int32{
		`"replicas":10,"canary":{"steps":[{"setWeight":50}]},"now":{"canary":{"spec":5,"available":1},"stable":{"spec":8}}`:                                                             {5, 7},
		`"replicas":10,"canary":{"steps":[{"setWeight":50}]},"abort":true,"now":{"canary":{"spec":5},"stable":{"spec":5}}`:                                                              {3, 8},
		`"replicas":10,"canary":{"trafficRouting":{"plugins":{}},"dynamicStableScale":true,"steps":[{"setWeight":30}]},"weights":{"canary":10,"stable":90}`:                             {3, 9},
		`"replicas":10,"canary":{"trafficRouting":{"plugins":{}},"steps":[{"setCanaryScale":{"replicas":7}},{"setWeight":30}]},"step":1`:                                                {7, 10},
		`"replicas":10,"canary":{"trafficRouting":{"plugins":{}},"steps":[{"setCanaryScale":{"replicas":7}},{"setCanaryScale":{"matchTrafficWeight":true}},{"setWeight":30}]},"step":2`: {3, 10},
		`"replicas":4,"canary":{"steps":[{"setWeight":50}]},"now":{"canary":{"spec":0}}`:                                                                                                {4, 0},
		`"replicas":4,"canary":{"steps":[{"setWeight":50}]},"now":{"canary":{"spec":0},"stable":{"spec":4},"older":[{"spec":1}]}`:                                                       {0, 4},
	} {
		var answer replicasAnswer
		askLine(t, &oracle{}, `{"ask":"replicas",`+question+`}`, &answer)
		if got := [2]int32{answer.Canary, answer.Stable}; got != expected {
			t.Errorf("%s: expected %v, got %+v", question, expected, answer)
		}
	}
}

func askLine(t testing.TB, o *oracle, question string, answer any) {
	t.Helper()
	ask(t, o, rawLine(strings.ReplaceAll(question, "\n", " ")), answer)
}
