package main

import (
	"context"
	"errors"
	"fmt"

	flaggerv1 "github.com/fluxcd/flagger/pkg/apis/flagger/v1beta1"
	"github.com/fluxcd/flagger/pkg/controller"
	"github.com/fluxcd/flagger/pkg/metrics/observers"
	"github.com/fluxcd/flagger/pkg/metrics/providers"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
)

// measure goes as far with a metric as the controller can without a store that answers.
func (c cluster) measure(canary *flaggerv1.Canary, metric flaggerv1.CanaryMetric) error {
	builtin := metric.Name == "request-success-rate" || metric.Name == "request-duration"
	if builtin || metric.Query != "" {
		if err := measureOnServer(canary, metric, builtin); err != nil {
			return err
		}
	}
	if metric.TemplateRef != nil {
		return c.measureByTemplate(canary, metric)
	}
	if !builtin && metric.Query == "" {
		return errors.New("no usable metrics template and query were configured")
	}
	return nil
}

// measureOnServer is for queries that go to the one Prometheus the controller, or the Canary, names for them.
func measureOnServer(canary *flaggerv1.Canary, metric flaggerv1.CanaryMetric, builtin bool) error {
	server := canary.Spec.MetricsServer
	if server == "" {
		server = "http://prometheus:9090"
	}
	factory, err := observers.NewFactory(server)
	if err != nil {
		return err
	}
	if metric.Query == "" {
		_, err := factory.Client.IsOnline()
		return online(err)
	}
	interval := metric.Interval
	if interval == "" {
		interval = canary.GetMetricInterval()
	}
	// The controller forgets this error and asks the server nothing, which is as much of a failure.
	query, err := observers.RenderQuery(metric.Query, controller.MetricModel(canary, interval, metric.TemplateVariables))
	if err != nil {
		return err
	}
	_, err = factory.Client.RunQuery(query)
	return online(err)
}

func (c cluster) measureByTemplate(canary *flaggerv1.Canary, metric flaggerv1.CanaryMetric) error {
	namespace := canary.Namespace
	if metric.TemplateRef.Namespace != "" {
		namespace = metric.TemplateRef.Namespace
	}
	template, err := c.flagger.FlaggerV1beta1().MetricTemplates(namespace).Get(context.Background(), metric.TemplateRef.Name, meta.GetOptions{})
	if err != nil {
		return err
	}
	described := template.Spec.Provider
	var credentials map[string][]byte
	if described.SecretRef != nil {
		secret, err := c.kube.CoreV1().Secrets(namespace).Get(context.Background(), described.SecretRef.Name, meta.GetOptions{})
		if err != nil {
			return err
		}
		credentials = secret.Data
	}
	query, unrendered := observers.RenderQuery(template.Spec.Query, controller.MetricModel(canary, metric.Interval, metric.TemplateVariables))
	if !connectsAtOnce(described, credentials) {
		provider, err := providers.NewFactory(silent).Provider(metric.Interval, described, credentials, nowhere)
		if err != nil {
			return fmt.Errorf("provider %s error: %w", described.Type, err)
		}
		if unrendered == nil && staysOffline[described.Type] {
			_, err := provider.RunQuery(query)
			return online(err)
		}
	}
	if unrendered != nil {
		return fmt.Errorf("query render error: %w", unrendered)
	}
	return nil
}

// connectsAtOnce is true of a provider that goes to its cloud while it is made. Before that it looks for the project,
// which is all that can be learned of it here.
func connectsAtOnce(described flaggerv1.MetricTemplateProvider, credentials map[string][]byte) bool {
	_, project := credentials["project"]
	return described.Type == "stackdriver" && (described.SecretRef == nil || project)
}
