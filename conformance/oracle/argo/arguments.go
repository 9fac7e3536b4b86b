package main

import (
	"regexp"
	"slices"

	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/v1alpha1"
	analysisutil "github.com/argoproj/argo-rollouts/utils/analysis"
)

// standIns are for an argument whose value is not known: a count, a limit, a name, half of a condition. A metric that is
// all right with one of them is not refused.
var standIns = []string{"1", "0", "100000", "x", "true"}

func isSecret(arg v1alpha1.Argument) bool {
	return arg.ValueFrom != nil && arg.ValueFrom.SecretKeyRef != nil
}

func isUnknown(arg v1alpha1.Argument) bool {
	return isSecret(arg) || arg.Value == nil && arg.ValueFrom == nil
}

// fill gives a value to the arguments that `without` picks, and says which these are.
func fill(args []v1alpha1.Argument, without func(v1alpha1.Argument) bool, value string) (filled []v1alpha1.Argument, names []string) {
	for _, arg := range args {
		if without(arg) {
			names = append(names, arg.Name)
			arg = v1alpha1.Argument{Name: arg.Name, Value: &value}
		}
		filled = append(filled, arg)
	}
	return filled, names
}

// whatever judges a metric of which some arguments are not known, and answers with nothing when some values would do.
func whatever(path string, unknown []string, metric v1alpha1.Metric, args []v1alpha1.Argument, judge func(v1alpha1.Metric) []verdict) []verdict {
	// Two of them in one condition would need a stand-in each.
	for _, condition := range []*string{&metric.SuccessCondition, &metric.FailureCondition} {
		if len(mentioned(unknown, *condition)) > 1 {
			*condition = ""
		}
	}
	durations := mentioned(unknown, string(metric.Interval)+string(metric.InitialDelay))
	var fewest []verdict
	for i, standIn := range standIns {
		filled, _ := fill(args, func(arg v1alpha1.Argument) bool { return slices.Contains(durations, arg.Name) }, "1m")
		filled, _ = fill(filled, func(arg v1alpha1.Argument) bool {
			return slices.Contains(unknown, arg.Name) && !slices.Contains(durations, arg.Name)
		}, standIn)
		var found []verdict
		if resolved, err := analysisutil.ResolveMetricArgs(metric, filled); err != nil {
			found = []verdict{refusal(checkTemplate, path, "Unable to resolve metric arguments: %v", err)}
		} else {
			found = judge(*resolved)
		}
		if len(found) == 0 {
			return nil
		}
		if i == 0 || len(found) < len(fewest) {
			fewest = found
		}
	}
	return fewest
}

func mentioned(names []string, text string) []string {
	var found []string
	for _, name := range names {
		if regexp.MustCompile(`\{\{\s*args\.` + regexp.QuoteMeta(name) + `\s*\}\}`).MatchString(text) {
			found = append(found, name)
		}
	}
	return found
}
