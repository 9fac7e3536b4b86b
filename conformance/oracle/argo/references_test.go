package main

import "testing"

func TestFailsReferencesThatLeadNowhere(t *testing.T) {
	expectRejections(t, "canary", []breakage{
		{"Service", "kind: Service\nmetadata:\n  name: shop-canary", "kind: Service\nmetadata:\n  name: canary", []string{
			`references spec.strategy.canary.canaryService: service "shop-canary" not found`}},
		{"Service of another namespace", "kind: Service\nmetadata:\n  name: shop-canary\n  namespace: shop", "kind: Service\nmetadata:\n  name: shop-canary", []string{
			`references spec.strategy.canary.canaryService: service "shop-canary" not found`}},
		{"Service of other pods", "  name: shop-canary\n  namespace: shop\nspec:\n  selector:\n    app: shop", "  name: shop-canary\n  namespace: shop\nspec:\n  selector:\n    app: cart", []string{
			`references spec.strategy.canary.canaryService: Service "shop-canary" has unmatch label "app" in rollout`}},
		{"Service of another Rollout", "  name: shop-canary\n  namespace: shop\n", "  name: shop-canary\n  namespace: shop\n  annotations: {argo-rollouts.argoproj.io/managed-by-rollouts: cart}\n", []string{
			`references spec.strategy.canary.canaryService: Service "shop-canary" is managed by another Rollout`}},
		{"Ingress", "kind: Ingress\nmetadata:\n  name: shop", "kind: Ingress\nmetadata:\n  name: cart", []string{
			`references ` + nginx + `.stableIngress: ingress.networking.k8s.io "shop" not found`}},
		{"two ways to name an Ingress", "stableIngress: shop", "stableIngress: shop\n          stableIngresses: [shop]", []string{
			`references ` + nginx + `: Either StableIngress or StableIngresses must be configured. Both are configured.`}},
		{"Ingress without a rule", "              service:\n                name: shop\n", "              service:\n                name: cart\n", []string{
			`references ` + nginx + `.stableIngress: ` + "ingress `shop` has no rules using service shop backend"}},
		{"Ingress to something else than a Service", "              service:\n                name: shop\n                port:\n                  number: 80", "              resource: {kind: Bucket, name: shop}", []string{
			`panic: nil pointer dereference`}},
		{"Ingress of ALB", "nginx:\n          stableIngress: shop", "alb:\n          ingress: cart\n          servicePort: 80", []string{
			`references ` + alb + `.ingress: ingress.networking.k8s.io "cart" not found`}},
		{"template", "templateName: step\n", "templateName: stop\n", []string{
			inlineTemplate(`AnalysisTemplate 'stop' not found`)}},
		{"template of a namespace for one of the cluster", "\n                clusterScope: true", "", []string{
			inlineTemplate(`AnalysisTemplate 'shared' not found`)}},
		{"template in a template", "templateName: nested", "templateName: nest", []string{
			`references spec.templates: AnalysisTemplate 'nest' not found`}},
		{"templates in a circle", "name: nested\n  namespace: shop\nspec:", "name: nested\n  namespace: shop\nspec:\n  templates: [{templateName: step}]", []string{
			`references spec.templates: AnalysisTemplate 'step' leads back to itself`}},
		{"Ambassador", "nginx:\n          stableIngress: shop", "ambassador:\n          mappings: [shop]", []string{
			`references spec.strategy.canary.trafficRouting.ambassador.mappings: mappings.getambassador.io "shop" not found`}},
		{"App Mesh", "nginx:\n          stableIngress: shop", "appMesh:\n          virtualService: {name: shop}", []string{
			`references spec.strategy.canary.trafficRouting.appmesh.virtualService: virtualservices.appmesh.k8s.aws "shop" not found`}},
	})
	expectRejections(t, "istio", []breakage{
		{"VirtualService", "kind: VirtualService\nmetadata:\n  name: shop", "kind: VirtualService\nmetadata:\n  name: cart", []string{
			`references ` + virtual + `: virtualservices.networking.istio.io "shop" not found`}},
		{"VirtualService of another namespace", "            name: shop\n            routes", "            name: shop.cart\n            routes", []string{
			`references ` + virtual + `: virtualservices.networking.istio.io "shop" not found`}},
		{"route", "              - primary", "              - secondary", []string{
			`references ` + virtual + `: HTTP Route 'secondary' is not found in the defined Virtual Service.`}},
		{"destination", "            host: shop-canary", "            host: shop-beta", []string{
			`references ` + virtual + `: Canary Service 'shop-canary' not found in route`}},
		{"managed route", "          - name: beta", "          - name: gamma", []string{
			`validate spec.strategy.steps[0].setHeaderRoute: Steps define a route that does not exist in spec.strategy.canary.trafficRouting.managedRoutes`}},
	})
	expectRejections(t, "blue-green", []breakage{
		{"workload", "kind: Deployment\nmetadata:\n  name: shop", "kind: Deployment\nmetadata:\n  name: cart", []string{
			`references spec.workloadRef: deployments.apps "default/shop" not found`}},
		{"kind of workload", "    kind: Deployment\n", "    kind: StatefulSet\n", []string{
			`references spec.workloadRef: workload of type apps/StatefulSet is not supported`}},
		{"labels of a workload", "  selector:\n    matchLabels:\n      app: shop\n  template:\n    metadata:\n      labels:\n        app: shop", "  selector:\n    matchLabels:\n      app: cart\n  template:\n    metadata:\n      labels:\n        app: cart", []string{
			`references spec.strategy.blueGreen.activeService: Service "shop" has unmatch label "app" in rollout`,
			`references spec.strategy.blueGreen.previewService: Service "shop-preview" has unmatch label "app" in rollout`}},
	})
}
