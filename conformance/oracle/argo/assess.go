package main

import (
	"fmt"
	"time"

	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/v1alpha1"
)

type assessQuestion struct {
	head
	// As in an AnalysisTemplate. Their providers make no difference: the answers below are used.
	Metrics []v1alpha1.Metric   `json:"metrics"`
	Args    []v1alpha1.Argument `json:"args"`
	DryRun  []v1alpha1.DryRun   `json:"dryRun"`
	// By name of metric, one for each measurement.
	Answers map[string][]result `json:"answers"`
	// Whether the run is told to end when answers run out, as when a Rollout has done its steps.
	Terminate bool `json:"terminate"`
}

type assessAnswer struct {
	Phase   v1alpha1.AnalysisPhase `json:"phase"`
	Message string                 `json:"message,omitempty"`
	// False when answers ran out first.
	Ended bool `json:"ended"`
	// Since the start of the run.
	Seconds int64          `json:"seconds"`
	Metrics []metricResult `json:"metrics"`
}

type metricResult struct {
	Name               string                 `json:"name"`
	Phase              v1alpha1.AnalysisPhase `json:"phase"`
	Message            string                 `json:"message,omitempty"`
	DryRun             bool                   `json:"dryRun,omitempty"`
	Count              int32                  `json:"count"`
	Successful         int32                  `json:"successful"`
	Failed             int32                  `json:"failed"`
	Inconclusive       int32                  `json:"inconclusive"`
	Error              int32                  `json:"error"`
	ConsecutiveSuccess int32                  `json:"consecutiveSuccess"`
	ConsecutiveError   int32                  `json:"consecutiveError"`
	Measurements       []measurement          `json:"measurements"`
}

// assess lets the analysis controller carry out a run, with a clock that jumps and a metric store that says what the
// question says.
func (o *oracle) assess(asked *assessQuestion) (*assessAnswer, error) {
	workshop, err := theWorkshop()
	if err != nil {
		return nil, err
	}
	workshop.lock.Lock()
	defer workshop.lock.Unlock()

	run := &v1alpha1.AnalysisRun{}
	run.Name, run.Namespace = "run", "default"
	run.Spec.Args, run.Spec.DryRun = asked.Args, asked.DryRun
	// By default the controller keeps the last ten measurements.
	run.Spec.MeasurementRetention = []v1alpha1.MeasurementRetention{{MetricName: ".*", Limit: 1 << 30}}
	for _, metric := range asked.Metrics {
		answers, ok := asked.Answers[metric.Name]
		if !ok {
			return nil, fmt.Errorf("no answers for metric %q", metric.Name)
		}
		if err := refuseFatal(metric, answers); err != nil {
			return nil, err
		}
		if metric.Provider, err = workshop.store.provider(len(run.Spec.Metrics), answers); err != nil {
			return nil, err
		}
		run.Spec.Metrics = append(run.Spec.Metrics, metric)
	}
	ended, err := workshop.carryOut(run, asked.Terminate)
	if err != nil {
		return nil, err
	}
	return assessed(ended), nil
}

// refuseFatal keeps away what would end this program, as it would end the controller: it measures where a panic can't be
// caught.
func refuseFatal(metric v1alpha1.Metric, answers []result) error {
	for i, one := range answers {
		taken, err := measure(one, metric, "")
		if err == nil && taken.Panic != "" {
			return fmt.Errorf("answer %d of metric %q is the end of the controller: panic: %s", i, metric.Name, taken.Panic)
		}
	}
	return nil
}

func assessed(run *v1alpha1.AnalysisRun) *assessAnswer {
	answer := &assessAnswer{Phase: run.Status.Phase, Message: run.Status.Message, Ended: run.Status.Phase.Completed(), Metrics: []metricResult{}}
	if run.Status.CompletedAt != nil {
		answer.Seconds = sinceStart(run.Status.CompletedAt.Time)
	}
	for _, one := range run.Status.MetricResults {
		read := metricResult{
			Name: one.Name, Phase: one.Phase, Message: one.Message, DryRun: one.DryRun, Count: one.Count,
			Successful: one.Successful, Failed: one.Failed, Inconclusive: one.Inconclusive, Error: one.Error,
			ConsecutiveSuccess: one.ConsecutiveSuccess, ConsecutiveError: one.ConsecutiveError, Measurements: []measurement{},
		}
		for _, taken := range one.Measurements {
			at := sinceStart(taken.FinishedAt.Time)
			read.Measurements = append(read.Measurements, measurement{Seconds: &at, Phase: taken.Phase, Value: taken.Value, Message: taken.Message})
			answer.Seconds = max(answer.Seconds, at)
		}
		answer.Metrics = append(answer.Metrics, read)
	}
	return answer
}

func sinceStart(moment time.Time) int64 { return int64(moment.Sub(start).Seconds()) }
