package main

import (
	"errors"
	"strings"

	"github.com/argoproj/argo-rollouts/metricproviders"
	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/v1alpha1"
	"github.com/argoproj/argo-rollouts/utils/evaluate"
	"github.com/sirupsen/logrus"
)

// providerFails makes the provider as the controller does before it measures. Only those are made that read nothing but
// the metric: the rest want Secrets of the cluster.
func providerFails(metric v1alpha1.Metric) error {
	prometheus := metric.Provider.Prometheus
	switch {
	// Credentials of AWS are looked for on the network.
	case prometheus != nil && strings.Contains(prometheus.Address, "aps-workspaces"):
		return nil
	case prometheus == nil && metric.Provider.Web == nil && metric.Provider.Graphite == nil:
		return nil
	}
	if _, err := (&metricproviders.ProviderFactory{}).NewProvider(*logrus.NewEntry(logrus.StandardLogger()), "", metric); err != nil {
		return err
	}
	if !isRange(metric) {
		return nil
	}
	_, start := evaluate.EvalTime(prometheus.RangeQuery.Start)
	_, end := evaluate.EvalTime(prometheus.RangeQuery.End)
	_, step := prometheus.RangeQuery.Step.Duration()
	return errors.Join(start, end, step)
}
