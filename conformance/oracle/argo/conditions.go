package main

import (
	"errors"
	"math"

	"github.com/argoproj/argo-rollouts/metricproviders"
	"github.com/argoproj/argo-rollouts/metricproviders/cloudwatch"
	"github.com/argoproj/argo-rollouts/metricproviders/datadog"
	"github.com/argoproj/argo-rollouts/metricproviders/graphite"
	"github.com/argoproj/argo-rollouts/metricproviders/influxdb"
	"github.com/argoproj/argo-rollouts/metricproviders/newrelic"
	"github.com/argoproj/argo-rollouts/metricproviders/prometheus"
	"github.com/argoproj/argo-rollouts/metricproviders/skywalking"
	"github.com/argoproj/argo-rollouts/metricproviders/wavefront"
	"github.com/argoproj/argo-rollouts/metricproviders/webmetric"
	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/v1alpha1"
	cloudwatchtypes "github.com/aws/aws-sdk-go-v2/service/cloudwatch/types"
	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/file"
	"github.com/newrelic/newrelic-client-go/v2/pkg/nrdb"
)

// resultTypes are the types of value that a provider hands to a condition. The controller compiles a condition anew for each
// measurement, against the type of the value at hand. Providers that are not here evaluate no condition.
var resultTypes = map[string][]any{
	prometheus.ProviderType: {[]float64{}, 0.0},
	webmetric.ProviderType:  {0.0, "", true, map[string]any{}, []any{}, nil},
	datadog.ProviderType:    {0.0, nil},
	wavefront.ProviderType:  {0.0, []float64{}},
	newrelic.ProviderType:   {nrdb.NRDBResult{}, []nrdb.NRDBResult{}},
	graphite.ProviderType:   {[]float64{}},
	influxdb.ProviderType:   {[]any{}},
	cloudwatch.ProviderType: {[]cloudwatchtypes.MetricDataResult{}},
	skywalking.ProviderType: {map[string]any{}},
}

// unusable says what would make every measurement of a metric an error.
func unusable(path string, metric v1alpha1.Metric) []verdict {
	var found []verdict
	for _, one := range []struct{ name, condition string }{
		{"successCondition", metric.SuccessCondition}, {"failureCondition", metric.FailureCondition},
	} {
		if err := compiles(one.condition, metric); err != nil {
			found = append(found, refusal(checkCondition, path, "metric %q: could not evaluate %s %q: %v", metric.Name, one.name, one.condition, err))
		}
	}
	if err := providerFails(metric); err != nil {
		found = append(found, refusal(checkProvider, path, "metric %q: %v", metric.Name, err))
	}
	return found
}

// compiles accepts a condition that compiles for some value of the provider, and otherwise says why not for the first.
func compiles(condition string, metric v1alpha1.Metric) error {
	provider := metricproviders.Type(metric)
	possible := resultTypes[provider]
	if condition == "" || len(possible) == 0 {
		return nil
	}
	if isRange(metric) {
		provider, possible = provider+" range", possible[:1]
	}
	return compiled.get([2]string{provider, condition}, func() error { return compile(condition, possible) })
}

// compiled remembers: the steps of a Rollout ask the same again and again.
var compiled = memory[[2]string, error]{most: 10_000}

func compile(condition string, possible []any) error {
	var first error
	for i, result := range possible {
		_, err := expr.Compile(condition, expr.Env(environment(result)), expr.AsBool())
		if err == nil {
			return nil
		}
		if i == 0 {
			first = err
		}
	}
	var located *file.Error
	if errors.As(first, &located) {
		return errors.New(located.Message)
	}
	return first
}

// isRange says that Prometheus answers with samples and never with a single number.
func isRange(metric v1alpha1.Metric) bool {
	return metric.Provider.Prometheus != nil && metric.Provider.Prometheus.RangeQuery != nil
}

// environment has the names and types that the controller gives to a condition; nothing of it is ever called.
func environment(result any) map[string]any {
	return map[string]any{
		"result":  result,
		"asInt":   func(any) int64 { return 0 },
		"asFloat": func(any) float64 { return 0 },
		"isNaN":   math.IsNaN,
		"isInf":   func(float64) bool { return false },
		"isNil":   func(any) bool { return false },
		"default": func(_, fallback any) any { return fallback },
	}
}
