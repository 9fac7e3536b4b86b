package main

import (
	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/v1alpha1"
	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/validation"
	analysisutil "github.com/argoproj/argo-rollouts/utils/analysis"
	"github.com/argoproj/argo-rollouts/utils/defaults"
	appsv1 "k8s.io/api/apps/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/utils/ptr"
)

// rolloutCase is a Rollout before the controller. The order of the checks is the controller's, so the first verdict is the
// one it shows; it stops there, and we go on.
type rolloutCase struct {
	*findings
	bundle  *bundle
	rollout *v1alpha1.Rollout
	// False when the pod template is that of a workload we cannot see.
	templateKnown bool
}

func (b *bundle) judgeRollout(found *findings, rollout *v1alpha1.Rollout) {
	c := &rolloutCase{found, b, rollout, true}
	if err := c.resolveWorkload(); err != nil {
		c.add(refusal(checkReferences, "spec.workloadRef", "%v", err))
		c.templateKnown = false
	}
	c.add(refusals(checkValidate, validation.ValidateRollout(c.rollout.DeepCopy()))...)

	analyses := c.analyses()
	resources := c.referencedResources(analyses)
	c.add(refusals(checkReferences, validation.ValidateRolloutReferencedResources(c.rollout.DeepCopy(), resources))...)

	for _, one := range analyses {
		c.judgeAnalysis(one)
	}
	c.judgeExperiments()
}

func (c *rolloutCase) judgeAnalysis(one *usage) {
	// Without templates there is no run.
	if !one.complete || len(one.spec.Templates) == 0 {
		return
	}
	stable, canary := replicaSetOf(c.rollout, stableHash), replicaSetOf(c.rollout, canaryHash)
	args, err := analysisutil.BuildArgumentsForRolloutAnalysisRun(one.spec.Args, stable, canary, begun(c.rollout))
	if err != nil {
		c.addUnsaid(refusal(checkTemplate, one.path(), "%v", err))
		return
	}
	c.judgeRun(one.path(), one.templateSet, v1alpha1.AnalysisRunSpec{
		Args: args, DryRun: one.spec.DryRun, MeasurementRetention: one.spec.MeasurementRetention,
	})
}

// begun is the Rollout as it is when an update has begun: with the replicas that the controller writes into it, and a status.
func begun(rollout *v1alpha1.Rollout) *v1alpha1.Rollout {
	copied := rollout.DeepCopy()
	if copied.Spec.Replicas == nil {
		copied.Spec.Replicas = ptr.To[int32](defaults.DefaultReplicas)
	}
	copied.Status.Phase = v1alpha1.RolloutPhaseProgressing
	copied.Status.StableRS, copied.Status.CurrentPodHash = stableHash, canaryHash
	return copied
}

// Hashes of versions of a Rollout, with the letters that real ones have.
const (
	stableHash = "6d4cf56db6"
	canaryHash = "75c7d4b9f8"
	olderHash  = "5bf8c9d7c4"
)

func replicaSetOf(rollout *v1alpha1.Rollout, hash string) *appsv1.ReplicaSet {
	return &appsv1.ReplicaSet{
		ObjectMeta: metav1.ObjectMeta{
			Name:   rollout.Name + "-" + hash,
			Labels: map[string]string{v1alpha1.DefaultRolloutUniqueLabelKey: hash},
		},
		Spec: appsv1.ReplicaSetSpec{Template: rollout.Spec.Template, Selector: rollout.Spec.Selector},
	}
}
