package main

import (
	"strings"

	flaggerv1 "github.com/fluxcd/flagger/pkg/apis/flagger/v1beta1"
	"github.com/fluxcd/flagger/pkg/canary"
	flaggerfake "github.com/fluxcd/flagger/pkg/client/clientset/versioned/fake"
	"github.com/fluxcd/flagger/pkg/router"
	"go.uber.org/zap"
	kubefake "k8s.io/client-go/kubernetes/fake"
	"k8s.io/client-go/rest"
	knativefake "knative.dev/serving/pkg/client/clientset/versioned/fake"
)

var (
	silent = zap.NewNop().Sugar()
	// Some providers want to know the API server when they are made. None is ever called.
	nowhere = &rest.Config{Host: "http://nowhere.invalid"}
)

// cluster holds the objects of one bundle, and the parts of the controller that work on them.
type cluster struct {
	settings settings
	kube     *kubefake.Clientset
	flagger  *flaggerfake.Clientset
	targets  *canary.Factory
	routers  *router.Factory
}

func newCluster(settings settings, objects admitted) cluster {
	kubeClient := kubefake.NewSimpleClientset(objects.kube...)
	flaggerClient := flaggerfake.NewSimpleClientset(objects.flagger...)
	knativeClient := knativefake.NewSimpleClientset(objects.knative...)
	tracker := &canary.ConfigTracker{KubeClient: kubeClient, FlaggerClient: flaggerClient, Logger: silent}
	return cluster{
		settings: settings,
		kube:     kubeClient,
		flagger:  flaggerClient,
		targets:  canary.NewFactory(kubeClient, flaggerClient, knativeClient, tracker, settings.SelectorLabels, nil, silent),
		routers:  router.NewFactory(nowhere, kubeClient, flaggerClient, knativeClient, "nginx.ingress.kubernetes.io", "", silent, flaggerClient, true),
	}
}

// firstTick makes for a Canary what the controller makes before it looks at any pod, in the controller's order, and
// like the controller stops at the first thing that does not work. Answers with the check that failed.
func (c cluster) firstTick(cd *flaggerv1.Canary) (check string, err error) {
	// With an analysis to skip nobody waits for pods of the primary. There never are any here.
	cd.Spec.SkipAnalysis = true
	provider := c.settings.MeshProvider
	if cd.Spec.Provider != "" {
		provider = cd.Spec.Provider
	}
	target := c.targets.Controller(cd.Spec.TargetRef)
	var label, value string
	var ports map[string]int32
	var services router.KubernetesRouter
	var routes router.Interface
	// App Mesh has to know its nodes before there are pods; the others take over traffic when everything is there.
	early := strings.HasPrefix(provider, flaggerv1.AppMeshProvider)
	route := func(now bool) func() error {
		return func() error {
			if !now {
				return nil
			}
			return routes.Reconcile(cd)
		}
	}
	steps := []struct {
		check string
		make  func() error
	}{
		{"target", func() (err error) {
			label, value, ports, err = target.GetMetadata(cd)
			return err
		}},
		{"services", func() error {
			services = c.routers.KubernetesRouter(cd.Spec.TargetRef.Kind, label, value, ports)
			routes = c.routers.MeshRouter(provider, label)
			return services.Initialize(cd)
		}},
		{"route", route(early)},
		{"primary", func() error {
			_, err := target.Initialize(cd)
			return err
		}},
		{"autoscaler", func() error {
			if cd.Spec.AutoscalerRef == nil {
				return nil
			}
			return c.targets.ScalerReconciler(cd.Spec.AutoscalerRef.Kind).ReconcilePrimaryScaler(cd, true)
		}},
		{"services", func() error { return services.Reconcile(cd) }},
		{"route", route(!early)},
	}
	for _, step := range steps {
		if err := guarded(step.make); err != nil {
			return step.check, err
		}
	}
	return "", nil
}
