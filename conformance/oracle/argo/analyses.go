package main

import (
	"fmt"
	"slices"

	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/v1alpha1"
	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/validation"
	analysisutil "github.com/argoproj/argo-rollouts/utils/analysis"
	"k8s.io/apimachinery/pkg/util/validation/field"
)

// usage is one place of a Rollout that asks for templates.
type usage struct {
	spec *v1alpha1.RolloutAnalysis
	kind validation.AnalysisTemplateType
	step int
	templateSet
}

// templateSet is what references to templates lead to, nested ones included.
type templateSet struct {
	templates []*v1alpha1.AnalysisTemplate
	cluster   []*v1alpha1.ClusterAnalysisTemplate
	refused   []verdict
	// False when a template is missing, or elsewhere: what the rest makes together can't be told.
	complete bool
}

func (a *usage) path() string {
	return validation.GetAnalysisTemplateWithTypeFieldPath(a.kind, a.step).String()
}

func (a *usage) templatesWithType() validation.AnalysisTemplatesWithType {
	copied := a.copy()
	return validation.AnalysisTemplatesWithType{
		AnalysisTemplates:        copied.templates,
		ClusterAnalysisTemplates: copied.cluster,
		TemplateType:             a.kind,
		CanaryStepIndex:          a.step,
		Args:                     a.spec.Args,
	}
}

func (c *rolloutCase) analyses() []*usage {
	var all []*usage
	add := func(kind validation.AnalysisTemplateType, step int, spec *v1alpha1.RolloutAnalysis) {
		if spec != nil {
			path := validation.GetAnalysisTemplateWithTypeFieldPath(kind, step)
			all = append(all, &usage{spec, kind, step, c.bundle.templatesOf(c.rollout.Namespace, spec.Templates, path)})
		}
	}
	if blueGreen := c.rollout.Spec.Strategy.BlueGreen; blueGreen != nil {
		add(validation.PrePromotionAnalysis, 0, blueGreen.PrePromotionAnalysis)
		add(validation.PostPromotionAnalysis, 0, blueGreen.PostPromotionAnalysis)
	} else if canary := c.rollout.Spec.Strategy.Canary; canary != nil {
		for i, step := range canary.Steps {
			add(validation.InlineAnalysis, i, step.Analysis)
		}
		if canary.Analysis != nil {
			add(validation.BackgroundAnalysis, 0, &canary.Analysis.RolloutAnalysis)
		}
	}
	return all
}

func (b *bundle) templatesOf(namespace string, refs []v1alpha1.AnalysisTemplateRef, path *field.Path) templateSet {
	found := templateSet{complete: true}
	found.follow(b, namespace, refs, path, nil)
	found.templates, found.cluster = analysisutil.FilterUniqueTemplates(found.templates, found.cluster)
	return found
}

// follow collects templates as the controller does, except that it comes to an end when they lead back to one another.
func (s *templateSet) follow(b *bundle, namespace string, refs []v1alpha1.AnalysisTemplateRef, path *field.Path, from []string) {
	for _, ref := range refs {
		kind, at := plainTemplate, namespace
		if ref.IsClusterScope() {
			kind, at = clusterTemplate, ""
		}
		if slices.Contains(from, kind+ref.TemplateName) {
			s.refuse(path, ref.TemplateName, fmt.Sprintf("%s '%s' leads back to itself; the controller follows it until its stack is full, and crashes",
				kind, ref.TemplateName))
			continue
		}
		spec, ok := s.take(b, kind, at, ref.TemplateName)
		if !ok {
			s.complete = false
			if !b.isElsewhere(kind, ref.TemplateName) {
				s.refuse(path, ref.TemplateName, fmt.Sprintf("%s '%s' not found", kind, ref.TemplateName))
			}
			continue
		}
		s.follow(b, namespace, spec.Templates, field.NewPath("spec", "templates"), append(slices.Clip(from), kind+ref.TemplateName))
	}
}

func (s *templateSet) take(b *bundle, kind, namespace, name string) (spec v1alpha1.AnalysisTemplateSpec, ok bool) {
	if kind == plainTemplate && namespace == "" {
		namespace = b.namespaceOf(kind, name)
	}
	b.used[key{argoVersion.Group, kind, namespace, name}] = true
	if kind == clusterTemplate {
		template, ok := typedAs[*v1alpha1.ClusterAnalysisTemplate](b, argoVersion.Group, kind, namespace, name)
		if !ok {
			return spec, false
		}
		s.cluster = append(s.cluster, template)
		return template.Spec, true
	}
	template, ok := typedAs[*v1alpha1.AnalysisTemplate](b, argoVersion.Group, kind, namespace, name)
	if !ok {
		return spec, false
	}
	s.templates = append(s.templates, template)
	return template.Spec, true
}

func (s *templateSet) refuse(path *field.Path, name, reason string) {
	s.complete = false
	s.refused = append(s.refused, refusalOf(checkReferences, field.Invalid(path, name, reason)))
}

// copy is for code that writes into the templates.
func (s *templateSet) copy() templateSet {
	copied := *s
	copied.templates, copied.cluster = slices.Clone(s.templates), slices.Clone(s.cluster)
	for i, one := range copied.templates {
		copied.templates[i] = one.DeepCopy()
	}
	for i, one := range copied.cluster {
		copied.cluster[i] = one.DeepCopy()
	}
	return copied
}
