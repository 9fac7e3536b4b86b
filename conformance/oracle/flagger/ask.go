package main

import (
	"encoding/json"
	"fmt"

	flaggerv1 "github.com/fluxcd/flagger/pkg/apis/flagger/v1beta1"
	"github.com/fluxcd/flagger/pkg/metrics/observers"
)

// answered is the answer to something particular: a query, what a Canary comes to, what Knative refuses, or an error.
type answered struct {
	ID       json.RawMessage `json:"id"`
	Query    *string         `json:"query,omitempty"`
	Settings *inForce        `json:"settings,omitempty"`
	Refused  *string         `json:"refused,omitempty"`
	Error    string          `json:"error,omitempty"`
}

// inForce is what the controller takes for the settings of a Canary, whatever is written in it.
type inForce struct {
	Strategy                string   `json:"strategy"`
	Interval                string   `json:"interval"`
	Threshold               int      `json:"threshold"`
	ProgressDeadlineSeconds int      `json:"progressDeadlineSeconds"`
	PrimaryReadyThreshold   int      `json:"primaryReadyThreshold"`
	CanaryReadyThreshold    int      `json:"canaryReadyThreshold"`
	SkipAnalysis            bool     `json:"skipAnalysis"`
	Services                services `json:"services"`
}

type services struct {
	Apex    string `json:"apex"`
	Primary string `json:"primary"`
	Canary  string `json:"canary"`
}

func ask(asked question) answered {
	answer := answered{ID: asked.ID}
	err := guarded(func() (err error) {
		switch asked.Ask {
		case "query":
			var query string
			query, err = observers.RenderQuery(asked.Template, asked.Model)
			answer.Query = &query
		case "settings":
			answer.Settings, err = settingsOf(asked.Object)
		case "knative":
			var refused string
			refused, err = refusalByKnative(asked.Object)
			answer.Refused = &refused
		default:
			err = fmt.Errorf("ask for query, settings or knative, not %q", asked.Ask)
		}
		return err
	})
	if err != nil {
		return answered{ID: asked.ID, Error: err.Error()}
	}
	return answer
}

func settingsOf(raw []byte) (*inForce, error) {
	var canary flaggerv1.Canary
	if err := json.Unmarshal(raw, &canary); err != nil {
		return nil, err
	}
	var names services
	names.Apex, names.Primary, names.Canary = canary.GetServiceNames()
	return &inForce{
		Strategy:                canary.DeploymentStrategy(),
		Interval:                canary.GetAnalysisInterval().String(),
		Threshold:               canary.GetAnalysisThreshold(),
		ProgressDeadlineSeconds: canary.GetProgressDeadlineSeconds(),
		PrimaryReadyThreshold:   canary.GetAnalysisPrimaryReadyThreshold(),
		CanaryReadyThreshold:    canary.GetAnalysisCanaryReadyThreshold(),
		SkipAnalysis:            canary.SkipAnalysis(),
		Services:                names,
	}, nil
}
