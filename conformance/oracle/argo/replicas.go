package main

import (
	"errors"
	"slices"

	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/v1alpha1"
	replicasetutil "github.com/argoproj/argo-rollouts/utils/replicaset"
	appsv1 "k8s.io/api/apps/v1"
)

type replicasQuestion struct {
	head
	Replicas int32 `json:"replicas"`
	// As in a Rollout; trafficRouting decides which arithmetic it is.
	Canary v1alpha1.CanaryStrategy `json:"canary"`
	// Index of the step the Rollout is at.
	Step        int32 `json:"step"`
	Abort       bool  `json:"abort"`
	PromoteFull bool  `json:"promoteFull"`
	// The weights that the router has at the moment; they matter with dynamicStableScale only.
	Weights *struct {
		Canary int32 `json:"canary"`
		Stable int32 `json:"stable"`
	} `json:"weights"`
	// By default the beginning of an update: all pods are of the stable version.
	Now *struct {
		Canary *pods `json:"canary"`
		// Absent for the very first version.
		Stable *pods  `json:"stable"`
		Older  []pods `json:"older"`
	} `json:"now"`
	Settle bool `json:"settle"`
}

// pods of one version.
type pods struct {
	Spec int32 `json:"spec"`
	// By default all.
	Available *int32 `json:"available"`
}

type replicasAnswer struct {
	Canary int32 `json:"canary"`
	Stable int32 `json:"stable"`
	// Whether the controller takes the counts of the step for reached: those of the question, or with settle the last.
	Reached bool `json:"reached"`
	// With settle: every state on the way, canary first, from the one in the question to the last.
	Sequence [][2]int32 `json:"sequence,omitempty"`
	// Why it does not come to rest, if it does not.
	Unsettled string `json:"unsettled,omitempty"`
}

func (o *oracle) replicas(asked *replicasQuestion) (*replicasAnswer, error) {
	state := newScale(asked)
	if !asked.Settle {
		canary, stable := state.desired()
		return &replicasAnswer{Canary: canary, Stable: stable, Reached: state.reached()}, nil
	}
	if len(state.older) > 0 {
		return nil, errors.New("settle is not answered with older versions: how they are scaled down is not open to other programs")
	}
	answer := &replicasAnswer{Sequence: [][2]int32{state.counts()}}
	for state.step() {
		next := state.counts()
		if slices.Contains(answer.Sequence, next) {
			answer.Unsettled = "it comes back to where it was"
			break
		}
		answer.Sequence = append(answer.Sequence, next)
	}
	answer.Canary, answer.Stable, answer.Reached = state.counts()[0], state.counts()[1], state.reached()
	return answer, nil
}

// scale is what the controller knows when it counts pods.
type scale struct {
	rollout        *v1alpha1.Rollout
	canary, stable *appsv1.ReplicaSet
	older          []*appsv1.ReplicaSet
	weights        *v1alpha1.TrafficWeights
}

func newScale(asked *replicasQuestion) *scale {
	rollout := &v1alpha1.Rollout{}
	rollout.Name = "rollout"
	rollout.Spec.Replicas = &asked.Replicas
	rollout.Spec.Strategy.Canary = &asked.Canary
	rollout.Status.CurrentStepIndex = &asked.Step
	rollout.Status.Abort = asked.Abort
	rollout.Status.PromoteFull = asked.PromoteFull
	rollout.Status.CurrentPodHash = canaryHash

	made := &scale{rollout: rollout}
	if asked.Now == nil {
		made.canary = versionWith(rollout, canaryHash, &pods{})
		made.stable = versionWith(rollout, stableHash, &pods{Spec: asked.Replicas})
	} else {
		made.canary = versionWith(rollout, canaryHash, asked.Now.Canary)
		made.stable = versionWith(rollout, stableHash, asked.Now.Stable)
		for _, one := range asked.Now.Older {
			made.older = append(made.older, versionWith(rollout, olderHash, &one))
		}
	}
	if made.stable != nil {
		rollout.Status.StableRS = stableHash
	}
	if asked.Weights != nil {
		made.weights = &v1alpha1.TrafficWeights{}
		made.weights.Canary.Weight, made.weights.Stable.Weight = asked.Weights.Canary, asked.Weights.Stable
	}
	return made
}

func versionWith(rollout *v1alpha1.Rollout, hash string, running *pods) *appsv1.ReplicaSet {
	if running == nil {
		return nil
	}
	made := replicaSetOf(rollout, hash)
	setPods(made, running.Spec)
	if running.Available != nil {
		made.Status.AvailableReplicas = *running.Available
	}
	return made
}

// setPods gives a version pods that are all available at once.
func setPods(version *appsv1.ReplicaSet, count int32) {
	version.Spec.Replicas = &count
	version.Status.Replicas, version.Status.ReadyReplicas, version.Status.AvailableReplicas = count, count, count
}

func (s *scale) desired() (canary, stable int32) {
	if s.rollout.Spec.Strategy.Canary.TrafficRouting == nil {
		return replicasetutil.CalculateReplicaCountsForBasicCanary(s.rollout, s.canary, s.stable, s.older)
	}
	return replicasetutil.CalculateReplicaCountsForTrafficRoutedCanary(s.rollout, s.canary, s.stable, s.weights)
}

// step scales as one pass of the controller does, which is over when it has scaled one version, the stable one first.
func (s *scale) step() bool {
	canary, stable := s.desired()
	switch {
	case replicasetutil.CheckStableRSExists(s.canary, s.stable) && *s.stable.Spec.Replicas != stable:
		setPods(s.stable, stable)
	case s.canary != nil && *s.canary.Spec.Replicas != canary:
		setPods(s.canary, canary)
	default:
		return false
	}
	return true
}

func (s *scale) counts() (counts [2]int32) {
	for i, one := range []*appsv1.ReplicaSet{s.canary, s.stable} {
		if one != nil {
			counts[i] = *one.Spec.Replicas
		}
	}
	return counts
}

func (s *scale) reached() bool {
	return replicasetutil.AtDesiredReplicaCountsForCanary(s.rollout, s.canary, s.stable, s.older, s.weights)
}
