package main

import (
	"fmt"

	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/v1alpha1"
	"github.com/argoproj/argo-rollouts/rollout"
	"github.com/argoproj/argo-rollouts/utils/conditions"
	templateutil "github.com/argoproj/argo-rollouts/utils/template"
	appsv1 "k8s.io/api/apps/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/validation/field"
)

// judgeExperiments makes the Experiment of each step and judges it as one that was written by hand.
func (c *rolloutCase) judgeExperiments() {
	if c.rollout.Spec.Strategy.Canary == nil {
		return
	}
	for i, step := range c.rollout.Spec.Strategy.Canary.Steps {
		if step.Experiment == nil {
			continue
		}
		path := field.NewPath("spec", "strategy", "canary", "steps").Index(i).Child("experiment")
		at := int32(i)
		reached := begun(c.rollout)
		reached.Status.CurrentStepIndex = &at
		experiment, err := rollout.GetExperimentFromTemplate(reached, replicaSetOf(reached, stableHash), replicaSetOf(reached, canaryHash))
		if err != nil {
			c.add(refusal(checkTemplate, path.String(), "%v", err))
			continue
		}
		c.bundle.judgeExperiment(c.findings, path, experiment)
	}
}

func (b *bundle) judgeExperiment(found *findings, path *field.Path, experiment *v1alpha1.Experiment) {
	if invalid := conditions.VerifyExperimentSpec(experiment, nil); invalid != nil {
		found.add(refusal(checkValidate, path.String(), "%s", invalid.Message))
	}
	for i, one := range experiment.Spec.Analyses {
		at := path.Child("analyses").Index(i)
		ref := v1alpha1.AnalysisTemplateRef{TemplateName: one.TemplateName, ClusterScope: one.ClusterScope}
		set := b.templatesOf(experiment.Namespace, []v1alpha1.AnalysisTemplateRef{ref}, at.Child("templateName"))
		found.add(set.refused...)
		if !set.complete {
			continue
		}
		args, err := experimentArgs(experiment, one.Args)
		if err != nil {
			found.add(refusal(checkTemplate, at.String(), "Failed to create AnalysisRun for analysis '%s': %v", one.Name, err))
			continue
		}
		found.judgeRun(at.String(), set, v1alpha1.AnalysisRunSpec{
			Args: args, DryRun: experiment.Spec.DryRun, MeasurementRetention: experiment.Spec.MeasurementRetention,
		})
	}
}

// experimentArgs are the arguments at the moment when every template of the Experiment has its pods. What comes from
// somewhere else than a value is lost, as it is in the controller.
func experimentArgs(experiment *v1alpha1.Experiment, given []v1alpha1.Argument) ([]v1alpha1.Argument, error) {
	running := experiment.DeepCopy()
	available := metav1.Unix(0, 0)
	running.Status.AvailableAt = &available
	versions := map[string]*appsv1.ReplicaSet{}
	for _, template := range running.Spec.Templates {
		versions[template.Name] = &appsv1.ReplicaSet{ObjectMeta: metav1.ObjectMeta{
			Name:   fmt.Sprintf("%s-%s", running.Name, template.Name),
			Labels: map[string]string{v1alpha1.DefaultRolloutUniqueLabelKey: canaryHash},
		}}
	}
	var args []v1alpha1.Argument
	for _, one := range given {
		arg := v1alpha1.Argument{Name: one.Name}
		if one.Value != nil {
			value, err := templateutil.ResolveExperimentArgsValue(*one.Value, running, versions)
			if err != nil {
				return nil, err
			}
			arg.Value = &value
		}
		args = append(args, arg)
	}
	return args, nil
}
