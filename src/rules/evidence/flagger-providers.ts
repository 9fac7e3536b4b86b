import type { UpstreamChecks } from './upstream-checks';

const ROUTER = 'flagger:pkg/router';

/** Of what each provider makes of what a Canary asks of it. */
export const canaryProviderChecks: UpstreamChecks = {
  'FP-01': ['Istio over HTTP does all there is: weights, an audience, mirroring and visitors who stay', `${ROUTER}/istio.go#L469`],
  'FP-02': ['Istio over TCP looks at no `match`, mirrors nothing and keeps nobody: an A/B test sends everybody to the canary', `${ROUTER}/istio.go#L484`],
  'FP-03': ['the Gateway API compares headers as a whole or by a regular expression, and mirrors for a blue-green alone', `${ROUTER}/gateway_api.go#L657`, `${ROUTER}/gateway_api.go#L385`],
  'FP-04': ['the Gateway API of version v1beta1 keeps visitors of the canary, and not those of the primary', `${ROUTER}/gateway_api_v1beta1.go#L405`],
  'FP-05': ['NGINX mirrors nothing and keeps nobody', `${ROUTER}/ingress.go#L165`],
  'FP-06': ['Skipper looks at no `match`: an A/B test sends everybody to the canary', `${ROUTER}/skipper.go#L189`],
  'FP-07': ['Traefik looks at no `match`: an A/B test sends everybody to the canary', `${ROUTER}/traefik.go#L174`, 'flagger#844'],
  'FP-08': ['Contour knows no regular expression, takes the beginning and the end of a header for any part of it, and asks for all entries at once', `${ROUTER}/contour.go#L412`],
  'FP-09': ['Gloo compares headers as a whole or by a regular expression, and gets no route for all others', `${ROUTER}/gloo.go#L70`, `${ROUTER}/gloo.go#L409`],
  'FP-10': ['APISIX looks at no `match`: an A/B test sends everybody to the canary', `${ROUTER}/apisix.go#L188`],
  'FP-11': ['App Mesh, which has ended', `${ROUTER}/appmesh.go#L493`, 'https://docs.aws.amazon.com/app-mesh/latest/userguide/what-is-app-mesh.html'],
  'FP-12': ['Linkerd and others by the Service Mesh Interface, which is archived, look at no `match`: an A/B test sends everybody to the canary', `${ROUTER}/smi.go#L159`, 'flagger#1840'],
  'FP-13': ['Kuma looks at no `match`: an A/B test sends everybody to the canary', `${ROUTER}/kuma.go#L170`],
  'FP-14': ['Knative looks at no `match`: an A/B test sends everybody to the canary', `${ROUTER}/knative.go#L42`],
  'FP-15': ['the provider kubernetes moves no traffic, and drops a `match`', 'flagger:pkg/controller/scheduler.go#L470', 'flagger#1096', 'flagger#961'],
  'FP-16': ['a field of `service` that the provider does not read', `${ROUTER}/gateway_api.go#L91`, `${ROUTER}/contour.go#L396`],
  'FP-17': ['Contour, Gloo and App Mesh look at headers alone, the Gateway API at parameters too: an A/B test whose `match` has none sends everybody to the canary', `${ROUTER}/contour.go#L413`, `${ROUTER}/gloo.go#L412`, `${ROUTER}/gateway_api.go#L728`],
  'FP-99': ['a provider that Flagger does not know is taken for Istio', `${ROUTER}/factory.go#L227`],
};

/** Of Flagger's own types, which are others than those of its definitions. */
export const canaryTypeChecks: UpstreamChecks = {
  'FJ-01': ['a number with a fraction, or beyond 32 bits, where Flagger counts: it cannot read any Canary any more', 'flagger:pkg/apis/flagger/v1beta1/canary.go#L264', 'flagger:pkg/apis/flagger/v1beta1/canary.go#L137'],
  'FJ-02': ['a negative number where there is none in Flagger: it cannot read any Canary any more', 'flagger:pkg/apis/istio/v1beta1/destination_rule.go#L607', 'flagger:pkg/apis/istio/v1beta1/virtual_service.go#L492'],
  'FJ-03': ['a field that Flagger has and its definition has not: the API server drops it', 'flagger:artifacts/flagger/crd.yaml'],
  'FJ-04': ['a field that the definition has and Flagger has not: `httpQueryParameterName`', 'flagger:artifacts/flagger/crd.yaml', 'flagger:pkg/apis/istio/v1beta1/destination_rule.go#L463'],
  'FJ-05': ['a `loadBalancer` with neither `simple` nor `consistentHash`', 'flagger:artifacts/flagger/crd.yaml'],
};
