package main

import (
	"strings"
	"testing"
)

func TestCarriesOutRuns(t *testing.T) {
	for _, one := range []struct {
		name, question string
		phase          string
		ended          bool
		seconds        int64
		message        string
	}{
		{"all measurements are good", `"metrics":[{"name":"m","count":3,"interval":"1m","successCondition":"result[0] > 0.9"}],
			"answers":{"m":[{"vector":[0.99]},{"vector":[0.98]},{"vector":[0.97]}]}`, "Successful", true, 120, ""},
		{"one is not, and none may be", `"metrics":[{"name":"m","count":3,"interval":"1m","successCondition":"result[0] > 0.9"}],
			"answers":{"m":[{"vector":[0.99]},{"vector":[0.4]}]}`, "Failed", true, 60, `Metric "m" assessed Failed due to failed (1) > failureLimit (0)`},
		{"one is not, and one may be", `"metrics":[{"name":"m","count":3,"interval":"1m","failureLimit":1,"successCondition":"result[0] > 0.9"}],
			"answers":{"m":[{"vector":[0.99]},{"vector":[0.4]},{"vector":[0.97]}]}`, "Successful", true, 120, ""},
		{"neither good nor bad", `"metrics":[{"name":"m","successCondition":"result > 2","failureCondition":"result < 1"}],
			"answers":{"m":[{"scalar":1.5}]}`, "Inconclusive", true, 0, "inconclusive (1) > inconclusiveLimit (0)"},
		{"errors come back after ten seconds, whatever the interval", `"metrics":[{"name":"m","count":2,"interval":"1h","consecutiveErrorLimit":1}],
			"answers":{"m":[{"error":true},{"error":true}]}`, "Error", true, 10, "consecutiveErrors (2) > consecutiveErrorLimit (1)"},
		{"enough successes on end", `"metrics":[{"name":"m","interval":"30s","failureLimit":-1,"consecutiveSuccessLimit":2,"successCondition":"result"}],
			"answers":{"m":[{"web":true},{"web":false},{"web":true},{"web":true}]}`, "Successful", true, 90, ""},
		{"delay", `"metrics":[{"name":"m","initialDelay":"5m"}],"answers":{"m":[{"web":1}]}`, "Successful", true, 300, ""},
		{"the worst of two ends both", `"metrics":[{"name":"m","count":9,"interval":"1m"},{"name":"n","successCondition":"result > 1"}],
			"answers":{"m":[{"web":1}],"n":[{"web":1}]}`, "Failed", true, 0, `Metric "n" assessed Failed`},
		{"dry run", `"metrics":[{"name":"m","successCondition":"result > 1"}],"dryRun":[{"metricName":"m"}],"answers":{"m":[{"web":1}]}`, "Successful", true, 0, ""},
		{"argument", `"metrics":[{"name":"m","successCondition":"result > {{args.least}}"}],"args":[{"name":"least","value":"3"}],"answers":{"m":[{"web":4}]}`, "Successful", true, 0, ""},
		{"no more answers", `"metrics":[{"name":"m","interval":"1m"}],"answers":{"m":[{"web":1},{"web":2}]}`, "Running", false, 60, ""},
		{"no more answers, and told to end", `"metrics":[{"name":"m","interval":"1m"}],"answers":{"m":[{"web":1},{"web":2}]},"terminate":true`, "Successful", true, 120, "Run Terminated"},
		{"invalid", `"metrics":[{"name":"m","count":3}],"answers":{"m":[{"web":1}]}`, "Error", true, 0, "interval must be specified when count > 1"},
	} {
		t.Run(one.name, func(t *testing.T) {
			var got struct {
				Failure string `json:"error"`
				assessAnswer
			}
			askLine(t, &oracle{}, `{"ask":"assess",`+one.question+`}`, &got)
			if got.Failure != "" || string(got.Phase) != one.phase || got.Ended != one.ended || got.Seconds != one.seconds || !strings.Contains(got.Message, one.message) {
				t.Errorf("expected %s after %d s: %q, got %+v", one.phase, one.seconds, one.message, got)
			}
		})
	}
}

func TestTellsEveryMeasurement(t *testing.T) {
	var got assessAnswer
	askLine(t, &oracle{}, `{"ask":"assess","metrics":[{"name":"m","count":12,"interval":"1m"}],"answers":{"m":[`+strings.Repeat(`{"scalar":1},`, 11)+`{"scalar":2}]}}`, &got)
	measured := got.Metrics[0].Measurements
	if len(measured) != 12 || *measured[11].Seconds != 660 || measured[11].Value != "2" || got.Metrics[0].Successful != 12 {
		t.Errorf("got %+v", got)
	}
}
