package main

import (
	"context"
	"encoding/json"

	"knative.dev/pkg/apis"
	"knative.dev/serving/pkg/apis/config"
	serving "knative.dev/serving/pkg/apis/serving/v1"
)

// refusalByKnative is what the webhook of Knative says of a Service, as Knative is configured where nobody has changed it.
// Empty: it takes it. What it only warns of is left out.
func refusalByKnative(raw []byte) (string, error) {
	var service serving.Service
	if err := json.Unmarshal(raw, &service); err != nil {
		return "", err
	}
	defaults, err := config.NewDefaultsConfigFromMap(map[string]string{})
	if err != nil {
		return "", err
	}
	features, err := config.NewFeaturesConfigFromMap(map[string]string{})
	if err != nil {
		return "", err
	}
	ctx := config.ToContext(context.Background(), &config.Config{Defaults: defaults, Features: features})
	service.SetDefaults(ctx)
	if refused := service.Validate(ctx).Filter(apis.ErrorLevel); refused != nil {
		return refused.Error(), nil
	}
	return "", nil
}
