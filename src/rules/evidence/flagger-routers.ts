import type { UpstreamChecks } from './upstream-checks';

const ROUTER = 'flagger:pkg/router';
const INGRESS = `${ROUTER}/ingress.go`;
const GATEWAY = `${ROUTER}/gateway_api.go`;
const ISTIO = `${ROUTER}/istio.go`;

/** Of what splits requests from outside, in Flagger. */
export const canaryIngressChecks: UpstreamChecks = {
  'FN-01': ['NGINX or Skipper without an `ingressRef`', `${INGRESS}#L44`],
  'FN-02': ['no path of the Ingress leads to the Service', `${INGRESS}#L70`],
  'FN-03': ['a rule of the Ingress without paths, at which Flagger ends', `${INGRESS}#L62`],
  'FN-04': ['a path to the Service whose port is none of those that Flagger makes', `${INGRESS}#L64`],
  'FN-05': ['two Canaries with one Ingress, which write one copy', `${INGRESS}#L50`],
  'FN-06': ['several Ingresses that lead to the Service, of which one is split', `${INGRESS}#L52`, 'flagger#498', 'flagger#888', 'flagger#1159'],
  'FN-07': ['annotations of the Ingress that change later are not copied', `${INGRESS}#L108`],
  'FN-08': ['several headers, the beginning or end of one, or a cookie other than by its name, for NGINX', `${INGRESS}#L181`],
  'FN-09': ['another prefix of annotations than that of the controller of NGINX', `${INGRESS}#L265`],
  'FN-10': ['an Ingress without any annotation, at which Flagger ends for Skipper', `${ROUTER}/skipper.go#L234`, 'flagger#1277'],
  'FN-11': ['no path of the Ingress leads to the Service, and Flagger does not see it for Skipper', `${ROUTER}/skipper.go#L95`],
  'FN-12': ['a `match` without a header or a cookie that NGINX can tell: nobody is sent to the canary, and with weights the analysis never ends', `${INGRESS}#L183`, `${INGRESS}#L147`],
  'FX-01': ['an IngressRoute that leads to the Service and not to the TraefikService', `${ROUTER}/traefik.go#L45`],
  'FX-02': ['a Service of another name than the target, and metrics of Flagger\'s own, for Traefik', 'flagger:pkg/metrics/observers/traefik.go#L32', 'flagger#1767'],
  'FX-03': ['an IngressRoute of the API group that Traefik had before version 3', `${ROUTER}/traefik.go#L70`, 'flagger#1641', 'flagger#1775'],
  'FX-04': ['a label or annotation that another tool writes on the TraefikService: the weights begin anew at each interval', `${ROUTER}/traefik.go#L123`],
  'FX-05': ['Flagger as its kustomization installs it may not write to TraefikServices', 'flagger:kustomize/base/flagger/rbac.yaml'],
  'FC-01': ['Contour reads the prefix of the first match, and takes a regular expression of a header for an empty text', `${ROUTER}/contour.go#L399`, `${ROUTER}/contour.go#L414`],
  'FGL-01': ['an `upstreamRef` without a namespace', `${ROUTER}/gloo.go#L385`],
  'FGL-02': ['the method of a request as an audience, for Gloo: the API server drops it', `${ROUTER}/gloo.go#L430`, 'flagger:artifacts/flagger/crd.yaml'],
  'FGL-03': ['an `upstreamRef` to an Upstream that is not there', `${ROUTER}/gloo.go#L385`],
  'FAP-01': ['APISIX without a `routeRef`, or with a route that does not lead to the Service, or not to it alone', `${ROUTER}/apisix.go#L46`, `${ROUTER}/apisix.go#L67`, `${ROUTER}/apisix.go#L153`],
};

/** Of the Gateway API and of meshes, in Flagger. */
export const canaryMeshChecks: UpstreamChecks = {
  'FG-01': ['the Gateway API without `gatewayRefs`', `${GATEWAY}#L66`],
  'FG-02': ['a `service.match` that compares in a way that the Gateway API has not', `${GATEWAY}#L646`, `${GATEWAY}#L653`],
  'FG-03': ['an `analysis.match` that compares in a way that the Gateway API has not: everybody is sent to the canary', `${GATEWAY}#L117`, `${GATEWAY}#L728`],
  'FG-04': ['a `service.match` without a path, which the API server fills in and Flagger takes back: the weights begin anew at each interval', `${GATEWAY}#L239`],
  'FG-05': ['a `corsPolicy` without a `maxAge` that can be read, which the API server fills in and Flagger takes back: the weights begin anew at each interval', `${GATEWAY}#L925`],
  'FG-06': ['a `corsPolicy` where the installed Gateway API has none', `${GATEWAY}#L857`],
  'FG-07': ['`sessionAffinity` beside headers of responses: the route that ends the cookie is refused', `${GATEWAY}#L606`],
  'FG-08': ['a prefix that is rewritten where something else than one prefix is matched', `${GATEWAY}#L841`],
  'FG-09': ['a timeout that is none of the Gateway API, or one of a backend that is longer than that of the request', `${GATEWAY}#L704`],
  'FG-10': ['a host that is none', `${GATEWAY}#L75`],
  'FG-11': ['a path or a method that is none', `${GATEWAY}#L638`],
  'FG-12': ['an HTTPRoute of the name that Flagger uses is written over', `${GATEWAY}#L241`, 'flagger#1857'],
  'FG-13': ['the Gateway does not accept the route: each interval ends with an event', `${GATEWAY}#L279`],
  'FG-14': ['a Gateway that takes no route from there, or not its hosts, or has no such listener', `${GATEWAY}#L93`],
  'FG-15': ['timeouts, CORS and the cookie of the primary with version v1beta1 of the Gateway API', `${ROUTER}/gateway_api_v1beta1.go#L58`],
  'FG-16': ['parts of a match that have no place in an HTTPRoute, and retries', `${GATEWAY}#L624`],
  'FG-17': ['`sessionAffinity` beside `match`: Flagger does not know its own route again, and the weights begin anew at each interval', `${GATEWAY}#L190`, `${GATEWAY}#L419`],
  'FG-18': ['the same with an A/B test that is promoted in steps: there is nothing left to give back, and the promotion never ends', `${GATEWAY}#L419`, 'flagger:pkg/controller/scheduler.go#L533'],
  'FI-01': ['`delegation` beside hosts or gateways', `${ISTIO}#L148`],
  'FI-02': ['`delegation` of a VirtualService that is there already keeps its hosts and gateways', `${ISTIO}#L295`, 'flagger#1329', 'flagger#1464'],
  'FI-03': ['gateways without mesh: calls from within the mesh are not split', `${ISTIO}#L178`, 'flagger#140'],
  'FI-04': ['the host * in the mesh', `${ISTIO}#L158`, 'https://istio.io/latest/docs/reference/config/networking/virtual-service/'],
  'FI-05': ['a VirtualService or DestinationRule of a name that Flagger uses is written over', `${ISTIO}#L339`, `${ISTIO}#L112`, 'flagger#347', 'flagger#1715'],
  'FI-06': ['two Canaries with one host in the mesh', 'flagger:docs/gitbook/faq.md', 'https://istio.io/latest/docs/ops/best-practices/traffic-management/'],
  'FI-07': ['`portDiscovery` and gateways that begin with mesh: the destination has no port', `${ISTIO}#L648`],
  'FAM-01': ['App Mesh without the name of the mesh', `${ROUTER}/appmesh.go#L51`],
  'FKN-01': ['a Service of Knative whose manifest takes back what Flagger writes', `${ROUTER}/knative.go#L48`, `${ROUTER}/knative.go#L95`],
  'FKN-02': [
    'a Service of Knative with ports of several containers, or one of Knative\'s own proxy',
    'https://github.com/knative/serving/blob/main/pkg/apis/serving/k8s_validation.go',
  ],
};
