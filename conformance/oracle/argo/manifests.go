package main

import (
	"encoding/json"
	"errors"

	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/v1alpha1"
	"k8s.io/apimachinery/pkg/util/validation/field"
)

type manifestsQuestion struct {
	head
	Objects []json.RawMessage `json:"objects"`
	// Where objects are that do not say so.
	Namespace string `json:"namespace"`
	// What is there without being in the bundle: `Service/shop`, or `Service/*`.
	Elsewhere []string `json:"elsewhere"`
	// False leaves the CustomResourceDefinitions out, which takes most of the time.
	Schema *bool `json:"schema"`
}

type manifestsAnswer struct {
	Verdicts []verdict `json:"verdicts"`
}

func (o *oracle) manifests(asked *manifestsQuestion) (*manifestsAnswer, error) {
	if asked.Namespace == "" {
		asked.Namespace = "default"
	}
	withSchema := asked.Schema == nil || *asked.Schema
	if withSchema && o.definitions == nil {
		return nil, errors.New("no CustomResourceDefinitions to check with: start with -crds, or ask with schema false")
	}
	bundle, err := newBundle(asked.Objects, asked.Namespace, asked.Elsewhere)
	if err != nil {
		return nil, err
	}
	for _, one := range bundle.objects {
		if withSchema {
			one.checkSchema(o.definitions)
		}
		one.judge(bundle)
	}
	// Not before everybody has said what they use.
	for _, one := range bundle.unused() {
		one.judgeUnused(bundle)
	}
	answer := &manifestsAnswer{Verdicts: []verdict{}}
	for _, one := range bundle.objects {
		answer.Verdicts = append(answer.Verdicts, one.found.list...)
	}
	return answer, nil
}

func (o *object) checkSchema(known definitions) {
	defer o.found.survive()
	definition, ok := known[o.kind]
	if !ok || !o.isArgo() {
		return
	}
	verdicts, err := definition.check(o.raw, o.namespace)
	if err != nil {
		verdicts = []verdict{refusalOf(checkSchema, err)}
	}
	o.found.add(verdicts...)
}

func (o *object) judge(b *bundle) {
	defer o.found.survive()
	switch typed := o.copied().(type) {
	case *v1alpha1.Rollout:
		b.judgeRollout(&o.found, typed)
	case *v1alpha1.Experiment:
		b.judgeExperiment(&o.found, field.NewPath("spec"), typed)
	case *v1alpha1.AnalysisRun:
		o.found.judgeRunSpec("spec", typed.Spec)
	}
}

func (o *object) judgeUnused(b *bundle) {
	defer o.found.survive()
	inCluster := o.kind == clusterTemplate
	b.judgeTemplate(&o.found, o.namespace, v1alpha1.AnalysisTemplateRef{TemplateName: o.name, ClusterScope: &inCluster})
}
