package main

import "testing"

func TestFailsAnalysesThatCanNotStart(t *testing.T) {
	expectRejections(t, "canary", []breakage{
		{"two metrics of one name", "    - name: smoke", "    - name: latency", []string{
			inlineTemplate(`two metrics have the same name 'latency'`)}},
		{"two values of one argument", "name: nested\n  namespace: shop\nspec:", "name: nested\n  namespace: shop\nspec:\n  args: [{name: limit, value: \"1\"}]", []string{
			inlineTemplate("Argument `limit` specified multiple times with different values: '250', '1'")}},
		{"argument nobody gives", "    - name: hash\n    - name: owner\n    - name: limit", "    - name: hash\n    - name: zone\n    - name: limit", []string{
			inlineTemplate(`args.zone was not resolved`)}},
		{"argument nobody declares", `{{args.hash}}`, `{{args.hsah}}`, []string{
			inlineTemplate(`AnalysisTemplate step: failed to resolve {{args.hsah}}`),
			`template ` + inline + `: Unable to resolve metric arguments: failed to resolve {{args.hsah}}`}},
		{"argument of the background nobody gives", "        args:\n          - name: service\n            value: shop\n", "", []string{
			`references ` + backdrop + `: args.service was not resolved`}},
		{"field of the Rollout that is not there", `metadata.labels['owner']`, `spec.strategy.canary.steps[7].setWeight`, []string{
			`template ` + inline + `: index 7 out of range`}},
		{"field of the metadata that is not there", `metadata.labels['owner']`, `metadata.owner`, []string{
			`validate spec.strategy.steps[2].analyses: Analyses arguments must refer to valid object metadata`,
			inlineTemplate(`args.hash was not resolved`),
			`template ` + inline + `: unsupported fieldPath: metadata.owner`}},
		{"analysis of a step without an end", "      count: 3\n", "", []string{
			inlineTemplate(`AnalysisTemplate step has metric latency which runs indefinitely`)}},
		{"more failures than measurements", "failureLimit: 1", "failureLimit: 4", []string{
			`template ` + inline + `: Analysis spec invalid: metrics[0]: count (3) must be >= failureLimit + consecutiveSuccessLimit (4 + 0)`}},
		{"neither limit", "failureLimit: 1", "failureLimit: -1", []string{
			`template ` + inline + `: failureLimit and consecutiveSuccessLimit cannot both be disabled`}},
		{"negative limit", "consecutiveErrorLimit: 2", "consecutiveErrorLimit: -1", []string{
			`template ` + inline + `: consecutiveErrorLimit must be >= 0`}},
		{"count without interval", "      count: 3\n      interval: 1m\n", "      count: 3\n", []string{
			`template ` + inline + `: interval must be specified when count > 1`}},
		{"interval without unit", "interval: 1m\n      successCondition: len", "interval: \"60\"\n      successCondition: len", []string{
			`template ` + backdrop + `: invalid interval string: time: missing unit in duration "60"`}},
		{"no provider", "      provider:\n        web:\n          url: http://checks/smoke\n          jsonPath: '{$.data}'", "      provider: {}", []string{
			`template ` + inline + `: no provider specified`}},
		{"dry run of nothing", "      analysis:\n        templates:", "      analysis:\n        dryRun: [{metricName: '*'}]\n        templates:", []string{
			`template ` + backdrop + `: dryRun[0]: Rule didn't match any metric name(s)`}},
		{"retention of nothing", "      analysis:\n        templates:", "      analysis:\n        measurementRetention: [{metricName: '*', limit: 3}]\n        templates:", []string{
			`template ` + backdrop + `: measurementRetention[0]: Rule didn't match any metric name(s)`}},
		{"two rules for one metric", "      analysis:\n        templates:", "      analysis:\n        dryRun: [{metricName: errors}, {metricName: errors}]\n        templates:", []string{
			`template ` + backdrop + `: two Dry-Run metric rules have the same name 'errors'`}},
	})
	expectRejections(t, "blue-green", []breakage{
		{"analysis before the switch without an end", "      count: 2\n", "", []string{
			`references spec.strategy.blueGreen.prePromotionAnalysis.templates: AnalysisTemplate smoke has metric smoke which runs indefinitely`}},
		{"field of a template that comes from a workload", "          - templateName: smoke\n", "          - templateName: smoke\n        args: [{name: image, valueFrom: {fieldRef: {fieldPath: 'spec.template.spec.containers[0].image'}}}]\n", []string{
			`template spec.strategy.blueGreen.prePromotionAnalysis.templates: invalid path`}},
	})
}

func TestFailsConditionsNoResultFits(t *testing.T) {
	where := `condition ` + backdrop + `: metric "errors": could not evaluate successCondition`
	expectRejections(t, "canary", []breakage{
		{"syntax", "result[0] < 0.05", "result[0] < ", []string{where}},
		{"name", "result[0] < 0.05", "results[0] < 0.05", []string{where}},
		{"function", "isNaN(result[0])", "isNan(result[0])", []string{where}},
		{"field of a number", "result[0] < 0.05", "result.value < 0.05", []string{where}},
		{"text and number", "result[0] < 0.05", "result[0] < 'low'", []string{where}},
		{"no yes or no", "len(result) == 0 || isNaN(result[0]) || result[0] < 0.05", "result[0]", []string{where}},
		{"failure condition, after the arguments", "result[0] > 2 * {{args.limit}}", "result[0] > {{args.limit}}ms", []string{
			`condition ` + inline + `: metric "latency": could not evaluate failureCondition "result[0] > 250ms"`}},
	})
}

func TestFailsProvidersThatCanNotBeMade(t *testing.T) {
	expectRejections(t, "canary", []breakage{
		{"address without scheme", "address: http://prometheus:9090", "address: prometheus:9090", []string{
			`provider ` + backdrop + `: metric "errors": prometheus address is not is url format`}},
		{"negative timeout", "address: http://prometheus:9090", "address: http://prometheus:9090\n          timeout: -1", []string{
			`provider ` + backdrop + `: metric "errors": prometheus timeout should not be negative`}},
		{"range without times", "address: http://prometheus:9090", "address: http://prometheus:9090\n          rangeQuery: {start: \"'yesterday'\", end: now(), step: 1m}", []string{
			`provider ` + backdrop + `: metric "errors": expected time.Time, but got string`}},
		{"path", "jsonPath: '{$.data}'", "jsonPath: '{$.data'", []string{
			`provider ` + inline + `: metric "smoke": unclosed action`}},
	})
}

func TestFailsTemplatesNobodyUses(t *testing.T) {
	expectRejections(t, "canary", []breakage{
		{"whatever the arguments are", "failureLimit: 3", "failureLimit: -3", []string{`template spec: failureLimit must be >= 0, or -1 to be disabled`}},
		{"condition", "successCondition: result[0] < {{args.limit}}", "successCondition: rezult[0] < {{args.limit}}", []string{
			`condition spec: unknown name rezult`}},
		{"argument nobody declares", "errors[{{args.window}}]", "errors[{{args.range}}]", []string{`template spec: failed to resolve {{args.range}}`}},
		{"dry run of nothing", "metricName: .*", "metricName: latency", []string{`template spec: dryRun[0]: Rule didn't match any metric name(s)`}},
	})
}

func TestFailsExperimentsAndRuns(t *testing.T) {
	expectRejections(t, "experiment", []breakage{
		{"two templates of one name", "    - name: new\n", "    - name: old\n", []string{
			`validate spec: Experiment compare has repeated template name 'old' in templates`}},
		{"selector of everything", "selector:\n        matchLabels:\n          app: old", "selector: {}", []string{
			`validate spec: This experiment is selecting all pods at index 0`}},
		{"template", "      templateName: compare\n", "      templateName: contrast\n", []string{
			`references spec.analyses[0].templateName: AnalysisTemplate 'contrast' not found`}},
		{"placeholder", "{{templates.old.podTemplateHash}}", "{{templates.older.podTemplateHash}}", []string{
			`template spec.analyses[0]: Failed to create AnalysisRun for analysis 'compare': failed to resolve {{templates.older.podTemplateHash}}`}},
		{"argument", "        - name: old\n          value: \"{{templates.old.podTemplateHash}}\"\n", "", []string{
			`template spec.analyses[0]: args.old was not resolved`}},
		{"step of a Rollout", "specRef: stable", "specRef: stabel", []string{
			`template ` + steps + `[0].experiment: Invalid template step SpecRef: must be canary or stable`}},
		{"argument of a step", "                  - name: until\n                    value: later\n", "", []string{
			`template ` + steps + `[0].experiment.analyses[0]: args.until was not resolved`}},
		{"condition of a run", "result >= {{args.least}}", "result >= {{args.most}}", []string{
			`template spec: Unable to resolve metric arguments: failed to resolve {{args.most}}`}},
	})
}
