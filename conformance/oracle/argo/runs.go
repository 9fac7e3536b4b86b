package main

import (
	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/v1alpha1"
	analysisutil "github.com/argoproj/argo-rollouts/utils/analysis"
)

// judgeRun makes the AnalysisRun that somebody would make of templates, and judges it. Of `asked` only what comes from
// the side of the Rollout or Experiment is set: arguments and rules.
func (f *findings) judgeRun(path string, set templateSet, asked v1alpha1.AnalysisRunSpec) {
	copied := set.copy()
	run, err := analysisutil.NewAnalysisRunFromTemplates(copied.templates, copied.cluster, asked.Args, asked.DryRun, asked.MeasurementRetention,
		map[string]string{}, map[string]string{}, "", "", "")
	if err != nil {
		f.addUnsaid(refusal(checkTemplate, path, "%v", err))
		return
	}
	f.judgeRunSpec(path, run.Spec)
}

// judgeRunSpec says everything that ends a run with an error before its first measurement, and then what would make every
// measurement an error.
func (f *findings) judgeRunSpec(path string, spec v1alpha1.AnalysisRunSpec) {
	// The controller validates with this in the place of what is in a Secret, which it reads when it measures.
	known, secrets := fill(spec.Args, isSecret, "temp-for-secret")
	var resolved []v1alpha1.Metric
	for _, metric := range spec.Metrics {
		one, err := analysisutil.ResolveMetricArgs(metric, known)
		if err != nil {
			f.addUnsaid(refusal(checkTemplate, path, "Unable to resolve metric arguments: %v", err))
			return
		}
		resolved = append(resolved, *one)
	}
	f.add(invalidMetrics(path, resolved)...)
	f.add(unmatchedRules(path, spec, resolved)...)
	for i, metric := range spec.Metrics {
		if len(secrets) == 0 {
			f.add(unusable(path, resolved[i])...)
		} else {
			f.add(whatever(path, secrets, metric, spec.Args, func(metric v1alpha1.Metric) []verdict { return unusable(path, metric) })...)
		}
	}
}

// invalidMetrics names every metric that is wrong; the controller stops at the first.
func invalidMetrics(path string, metrics []v1alpha1.Metric) []verdict {
	var found []verdict
	for i, metric := range metrics {
		if err := analysisutil.ValidateMetric(metric); err != nil {
			found = append(found, refusal(checkTemplate, path, "Analysis spec invalid: metrics[%d]: %v", i, err))
		}
	}
	if err := analysisutil.ValidateMetrics(metrics); err != nil && len(found) == 0 {
		found = append(found, refusal(checkTemplate, path, "Analysis spec invalid: %v", err))
	}
	return found
}

func unmatchedRules(path string, spec v1alpha1.AnalysisRunSpec, metrics []v1alpha1.Metric) []verdict {
	var found []verdict
	if _, err := analysisutil.GetDryRunMetrics(spec.DryRun, metrics); err != nil {
		found = append(found, refusal(checkTemplate, path, "Analysis spec invalid: %v", err))
	}
	if _, err := analysisutil.GetMeasurementRetentionMetrics(spec.MeasurementRetention, metrics); err != nil {
		found = append(found, refusal(checkTemplate, path, "Analysis spec invalid: %v", err))
	}
	return found
}
