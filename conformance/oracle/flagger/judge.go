package main

import (
	"fmt"

	flaggerv1 "github.com/fluxcd/flagger/pkg/apis/flagger/v1beta1"
	"github.com/fluxcd/flagger/pkg/controller"
	"k8s.io/apimachinery/pkg/runtime/schema"
)

type judge struct {
	definitions map[schema.GroupVersionKind]definition
}

func newJudge(crds string) (judge, error) {
	definitions, err := readDefinitions(crds)
	return judge{definitions}, err
}

// judge lets the objects into a cluster that exists only here, and asks the controller about each Canary that got in.
func (j judge) judge(asked question) []verdict {
	objects, found := j.admit(asked.Objects)
	if len(objects.canaries) == 0 {
		return found
	}
	bundle := newCluster(asked.Controller, objects)
	for _, canary := range objects.canaries {
		found = append(found, bundle.judge(canary)...)
	}
	return found
}

// judge asks in the order in which the controller finds out.
func (c cluster) judge(canary *flaggerv1.Canary) []verdict {
	object := fmt.Sprintf("Canary %s/%s", canary.Namespace, canary.Name)
	var found []verdict
	ask := func(check, field string, question func(*flaggerv1.Canary) error) bool {
		// The controller's code changes what it is given.
		err := guarded(func() error { return question(canary.DeepCopy()) })
		if err != nil {
			found = append(found, verdict{object, check, field, err.Error()})
		}
		return err == nil
	}
	taken := ask("admission", "", func(canary *flaggerv1.Canary) error {
		return controller.VerifyCanary(canary, c.settings.NoCrossNamespaceRefs)
	})
	if !taken {
		return found
	}
	if check, err := c.firstTick(canary.DeepCopy()); err != nil {
		found = append(found, verdict{object, check, "", err.Error()})
	}
	if !canary.SkipAnalysis() {
		for index := range canary.GetAnalysis().Metrics {
			ask("metric", fmt.Sprintf("spec.analysis.metrics[%d]", index), func(canary *flaggerv1.Canary) error {
				return c.measure(canary, canary.GetAnalysis().Metrics[index])
			})
		}
	}
	for index := range canary.GetAnalysis().Webhooks {
		ask("webhook", fmt.Sprintf("spec.analysis.webhooks[%d]", index), func(canary *flaggerv1.Canary) error {
			return callOffline(canary.GetAnalysis().Webhooks[index])
		})
	}
	for index := range canary.GetAnalysis().Alerts {
		ask("alert", fmt.Sprintf("spec.analysis.alerts[%d]", index), func(canary *flaggerv1.Canary) error {
			return c.alert(canary, canary.GetAnalysis().Alerts[index])
		})
	}
	return found
}
