package main

import (
	"context"
	"fmt"

	flaggerv1 "github.com/fluxcd/flagger/pkg/apis/flagger/v1beta1"
	"github.com/fluxcd/flagger/pkg/notifier"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
)

// alert goes as far as the controller does before it posts a message. What is wrong here is only in its log.
func (c cluster) alert(canary *flaggerv1.Canary, alert flaggerv1.CanaryAlert) error {
	namespace := canary.Namespace
	if alert.ProviderRef.Namespace != "" {
		namespace = alert.ProviderRef.Namespace
	}
	provider, err := c.flagger.FlaggerV1beta1().AlertProviders(namespace).Get(context.Background(), alert.ProviderRef.Name, meta.GetOptions{})
	if err != nil {
		return err
	}
	address := provider.Spec.Address
	if provider.Spec.SecretRef != nil {
		secret, err := c.kube.CoreV1().Secrets(namespace).Get(context.Background(), provider.Spec.SecretRef.Name, meta.GetOptions{})
		if err != nil {
			return err
		}
		named, ok := secret.Data["address"]
		if !ok {
			return fmt.Errorf("alert provider %s.%s secret does not contain an address", provider.Name, namespace)
		}
		address = string(named)
	}
	_, err = notifier.NewFactory(address, "", provider.Spec.Proxy, "flagger", "general").Notifier(provider.Spec.Type)
	return err
}
