package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/argoproj/argo-rollouts/metric"
	"github.com/argoproj/argo-rollouts/metricproviders/prometheus"
	"github.com/argoproj/argo-rollouts/metricproviders/webmetric"
	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/v1alpha1"
	prometheusapi "github.com/prometheus/client_golang/api/prometheus/v1"
	"github.com/prometheus/common/model"
	"github.com/sirupsen/logrus"
)

type conditionQuestion struct {
	head
	SuccessCondition string `json:"successCondition"`
	FailureCondition string `json:"failureCondition"`
	// Where in the body the result is, for a web service; by default it is the body.
	JSONPath string   `json:"jsonPath"`
	Results  []result `json:"results"`
}

type conditionAnswer struct {
	Measurements []measurement `json:"measurements"`
}

type measurement struct {
	// Since the start of the run, when there is a run.
	Seconds *int64                 `json:"seconds,omitempty"`
	Phase   v1alpha1.AnalysisPhase `json:"phase,omitempty"`
	Value   string                 `json:"value,omitempty"`
	Message string                 `json:"message,omitempty"`
	// The provider panicked, which ends the process of a controller.
	Panic string `json:"panic,omitempty"`
}

// condition lets the controller's own providers measure, so that a condition meets the types it would meet.
func (o *oracle) condition(asked *conditionQuestion) (*conditionAnswer, error) {
	answer := &conditionAnswer{Measurements: []measurement{}}
	for _, one := range asked.Results {
		metric := v1alpha1.Metric{Name: "metric", SuccessCondition: asked.SuccessCondition, FailureCondition: asked.FailureCondition}
		taken, err := measure(one, metric, asked.JSONPath)
		if err != nil {
			return nil, err
		}
		answer.Measurements = append(answer.Measurements, taken)
	}
	return answer, nil
}

func measure(one result, metric v1alpha1.Metric, path string) (taken measurement, err error) {
	provider, err := providerAnswering(one, &metric, path)
	if err != nil {
		return taken, err
	}
	defer func() {
		if reason := recover(); reason != nil {
			taken.Panic = fmt.Sprint(reason)
		}
	}()
	made := provider.Run(&v1alpha1.AnalysisRun{}, metric)
	return measurement{Phase: made.Phase, Value: made.Value, Message: made.Message}, nil
}

func providerAnswering(one result, asked *v1alpha1.Metric, path string) (metric.Provider, error) {
	log := *logrus.NewEntry(logrus.StandardLogger())
	if one.web == nil {
		asked.Provider.Prometheus = &v1alpha1.PrometheusMetric{}
		return prometheus.NewPrometheusProvider(store{answer: one}, log, *asked)
	}
	asked.Provider.Web = &v1alpha1.WebMetric{URL: "http://web", JSONPath: path}
	parser, err := webmetric.NewWebMetricJsonParser(*asked)
	return webmetric.NewWebMetricProvider(log, &http.Client{Transport: service(one.web)}, parser), err
}

// store is a Prometheus that is only ever queried.
type store struct {
	prometheusapi.API
	answer result
}

func (s store) Query(context.Context, string, time.Time, ...prometheusapi.Option) (model.Value, prometheusapi.Warnings, error) {
	switch {
	case s.answer.failed:
		return nil, nil, errors.New("the metric store is out of order")
	case s.answer.scalar != nil:
		return &model.Scalar{Value: model.SampleValue(*s.answer.scalar)}, nil, nil
	}
	vector := model.Vector{}
	for _, one := range s.answer.vector {
		vector = append(vector, &model.Sample{Value: model.SampleValue(one)})
	}
	return vector, nil, nil
}

// service is a web service without a network.
type service []byte

func (s service) RoundTrip(*http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: http.StatusOK, Header: http.Header{}, Body: io.NopCloser(bytes.NewReader(s))}, nil
}
