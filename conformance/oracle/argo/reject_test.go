package main

import (
	"strings"
	"testing"
)

// breakage is one change of an accepted file, and every verdict that follows from it.
type breakage struct {
	name     string
	from, to string
	verdicts []string
}

func expectRejections(t *testing.T, file string, breakages []breakage) {
	o := newOracle(t)
	good := testdata(t, file)
	for _, one := range breakages {
		t.Run(one.name, func(t *testing.T) {
			if !strings.Contains(good, one.from) {
				t.Fatalf("%s.yaml does not have %q", file, one.from)
			}
			if len(one.verdicts) == 0 {
				t.Fatal("nothing is expected")
			}
			expectVerdicts(t, judge(t, o, objectsOf(t, strings.Replace(good, one.from, one.to, 1)), nil), one.verdicts...)
		})
	}
}

const (
	steps    = "spec.strategy.canary.steps"
	inline   = steps + "[2].analysis.templates"
	backdrop = "spec.strategy.canary.analysis.templates"
	nginx    = "spec.strategy.canary.trafficRouting.nginx"
	alb      = "spec.strategy.canary.trafficRouting.alb"
	virtual  = "spec.strategy.canary.trafficRouting.istio.virtualService.name"
)

func TestFailsWhatTheAPIServerRefuses(t *testing.T) {
	expectRejections(t, "canary", []breakage{
		{"unknown field", "      stableService: shop\n", "      stableService: shop\n      stabelService: shop\n", []string{
			`decode spec.strategy.canary.stabelService: unknown field`, `schema spec.strategy.canary.stabelService: unknown field`}},
		{"unknown field of metadata", "  namespace: shop\nspec:\n  replicas", "  namespace: shop\n  label: {}\nspec:\n  replicas", []string{
			`decode metadata.label: unknown field`, `schema metadata.label: unknown field`}},
		{"unknown field of a Service", "spec:\n  selector:\n    app: shop\n  ports", "spec:\n  selectors:\n    app: shop\n  ports", []string{
			`decode spec.selectors: unknown field`}},
		{"text for a number", "replicas: 10", "replicas: ten", []string{
			`decode: cannot unmarshal string into Go struct field`, `schema spec.replicas: must be of type integer`}},
		{"number for a text", `value: "250"`, `value: 250`, []string{
			`decode: cannot unmarshal number into Go struct field`, `schema spec.args[2].value: must be of type string`,
			// What does not fit is left out, and the rest is judged.
			`condition ` + inline + `: could not evaluate successCondition "result[0] <= "`,
			`condition ` + inline + `: could not evaluate failureCondition "result[0] > 2 * "`}},
		{"required field", "        - name: main\n          image", "        - image", []string{
			`schema spec.template.spec.containers[0].name: Required value`, `validate spec.template.spec.containers[0].name: Required value`}},
		{"value of a list", "address: http://prometheus:9090\n          query: errors{", "address: http://prometheus:9090\n        datadog:\n          apiVersion: v3\n          query: errors{", []string{
			`schema spec.metrics[0].provider.datadog.apiVersion: supported values: "v1", "v2"`, `template ` + backdrop + `: multiple providers specified`}},
		{"no quantity", "image: registry.example/shop:1", "image: registry.example/shop:1\n          resources: {limits: {memory: much}}", []string{
			`decode: quantities must match the regular expression`}},
		{"name", "name: lone", "name: Lone", []string{`schema metadata.name: a lowercase RFC 1123 subdomain`}},
		{"version", "apiVersion: argoproj.io/v1alpha1\nkind: Rollout", "apiVersion: argoproj.io/v1\nkind: Rollout", []string{
			`decode apiVersion: the controller has no version argoproj.io/v1`}},
	})
}

func TestFailsRolloutsThatAreInvalidByThemselves(t *testing.T) {
	expectRejections(t, "canary", []breakage{
		{"selector of nothing", "    matchLabels:\n      app: shop\n", "    {}\n", []string{
			`validate spec.selector: empty selector is invalid for deployment`}},
		{"selector of other pods", "matchLabels:\n      app: shop", "matchLabels:\n      app: other", []string{
			`validate spec.template.metadata.labels: ` + "`selector` does not match template `labels`"}},
		{"restart policy", "      containers:\n        - name: main\n          image: registry.example/shop:1", "      restartPolicy: Never\n      containers:\n        - name: main\n          image: registry.example/shop:1", []string{
			`validate spec.template.spec.restartPolicy: supported values: "Always"`}},
		{"no image", "\n          image: registry.example/shop:1", "", []string{`validate spec.template.spec.containers[0].image: Required value`}},
		{"deadline", "replicas: 10", "minReadySeconds: 600", []string{`validate spec.progressDeadlineSeconds: must be greater than minReadySeconds`}},
		{"two strategies", "    canary:\n", "    blueGreen: {activeService: shop}\n    canary:\n", []string{
			`validate spec.strategy.strategy: Multiple Strategies can not be listed`}},
		{"no room to move", "    canary:\n", "    canary:\n      maxSurge: 0\n      maxUnavailable: 0%\n", []string{
			`validate spec.strategy.maxSurge: MaxSurge and MaxUnavailable both can not be zero`}},
		{"one Service for both", "canaryService: shop-canary", "canaryService: shop", []string{
			`validate spec.strategy.stableService: This rollout uses the same service`}},
		{"no stable Service", "      stableService: shop\n", "", []string{
			`validate spec.strategy.stableService: Canary service and Stable service must to be set`,
			`references ` + nginx + `.stableIngress: has no rules using service  backend`}},
		{"weight", "setWeight: 20", "setWeight: 101", []string{`validate spec.strategy.steps[0].setWeight: SetWeight needs to be between 0 and 100`}},
		{"days", "duration: 5m", "duration: 1d", []string{`validate spec.strategy.steps[1].pause.duration: Duration needs to be greater than 0`}},
		{"two steps in one", "- setWeight: 20", "- setWeight: 20\n          pause: {}", []string{`validate spec.strategy.steps[0]: Step must have one of the following set`}},
		{"empty step", "- setWeight: 20", "- {}", []string{`validate spec.strategy.steps[0]: Step must have one of the following set`}},
		{"no header routes with nginx", "- setWeight: 20", "- setHeaderRoute: {name: beta}", []string{
			`validate spec.strategy.steps[0].setHeaderRoute: SetHeaderRoute requires TrafficRouting`,
			`validate spec.strategy.trafficRouting.managedRoutes: Required value`}},
		{"delay and dynamic scale", "    canary:\n", "    canary:\n      dynamicStableScale: true\n      scaleDownDelaySeconds: 30\n", []string{
			`validate spec.strategy.dynamicStableScale: Canary dynamicStableScale cannot be used with scaleDownDelaySeconds`}},
	})
	expectRejections(t, "blue-green", []breakage{
		{"one Service for both", "previewService: shop-preview", "previewService: shop", []string{
			`validate spec.strategy.activeService: This rollout uses the same service for the active and preview services`}},
		{"template beside a workload", "  workloadRef:", "  template: {metadata: {labels: {app: shop}}}\n  workloadRef:", []string{
			`references spec.workloadRef: template must be empty for workload reference rollout`,
			`validate spec.template: template must be empty for workload reference rollout`}},
	})
}

func inlineTemplate(message string) string { return `references ` + inline + `: ` + message }
