package main

import (
	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/v1alpha1"
	analysisutil "github.com/argoproj/argo-rollouts/utils/analysis"
)

// judgeTemplate judges a template that nobody in the bundle uses. Arguments without a value may be anything then.
func (b *bundle) judgeTemplate(found *findings, namespace string, ref v1alpha1.AnalysisTemplateRef) {
	set := b.templatesOf(namespace, []v1alpha1.AnalysisTemplateRef{ref}, nil)
	found.add(set.refused...)
	if !set.complete {
		return
	}
	flat, err := analysisutil.FlattenTemplates(set.templates, set.cluster)
	if err != nil {
		found.add(refusal(checkTemplate, "spec", "%v", err))
		return
	}
	filled, unknown := fill(flat.Spec.Args, isUnknown, standIns[0])
	var named []v1alpha1.Metric
	for i, metric := range flat.Spec.Metrics {
		found.add(whatever("spec", unknown, metric, flat.Spec.Args, func(metric v1alpha1.Metric) []verdict {
			var invalid []verdict
			if err := analysisutil.ValidateMetric(metric); err != nil {
				invalid = append(invalid, refusal(checkTemplate, "spec", "Analysis spec invalid: metrics[%d]: %v", i, err))
			}
			return append(invalid, unusable("spec", metric)...)
		})...)
		if resolved, err := analysisutil.ResolveMetricArgs(metric, filled); err == nil {
			metric = *resolved
		}
		named = append(named, metric)
	}
	if len(named) == 0 {
		found.add(invalidMetrics("spec", named)...)
	}
	found.add(unmatchedRules("spec", v1alpha1.AnalysisRunSpec{DryRun: flat.Spec.DryRun, MeasurementRetention: flat.Spec.MeasurementRetention}, named)...)
}
