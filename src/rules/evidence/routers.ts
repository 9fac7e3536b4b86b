import type { UpstreamChecks } from './upstream-checks';

const ISTIO = 'argo:rollout/trafficrouting/istio/istio.go';

/** Of routers, when they are written to. */
export const routerChecks: UpstreamChecks = {
  'TR-01': ['an AWS load balancer that is to know its visitors for less than a second, or more than a week', 'argo:rollout/trafficrouting/alb/alb.go#L392'],
  'TR-02': ['an Ingress whose path to the action does not say that it is one', 'argo:rollout/trafficrouting/alb/alb.go#L88', 'argo#3809'],
  'TR-03': ['several Ingresses of an AWS load balancer, of which one needs no change: the next ones get none', 'argo:rollout/trafficrouting/alb/alb.go#L113'],
  'TR-04': ['an Ingress of nginx with a rule without paths, or with a path to a resource', 'argo:rollout/trafficrouting/nginx/nginx.go#L63'],
  'TR-05': ['the Ingress of the canary belongs to somebody else', 'argo:rollout/trafficrouting/nginx/nginx.go#L323'],
  'TR-06': ['a TraefikService without one of the Services, or of another API group', 'argo:rollout/trafficrouting/traefik/traefik.go#L89'],
  'TR-07': ['an ApisixRoute that is not there, or has no such rule, or a rule without one of the Services', 'argo:rollout/trafficrouting/apisix/apisix.go#L134'],
  'TR-08': ['a TrafficSplit of that name belongs to somebody else', 'argo:rollout/trafficrouting/smi/smi.go#L216'],
  'TR-09': ['App Mesh without its two nodes, or nodes and routes that lack what the controller writes', 'argo:rollout/trafficrouting/appmesh/appmesh.go#L208', 'argo:rollout/trafficrouting/appmesh/appmesh.go#L68'],
  'TR-10': ['a DestinationRule without one of the subsets', `${ISTIO}#L379`],
  'TR-11': ['destinations beside the two versions, which are taken away', `${ISTIO}#L281`, 'conformance/scenarios/istio.ts istio/other-destination'],
  'TR-12': ['routes without names beside routes that steps add', `${ISTIO}#L1500`, 'conformance/scenarios/istio.ts istio/header-beside-route-unsaid'],
  'TR-13': ['several routers, of which some count to 100 only', 'argo:rollout/trafficrouting.go#L37'],
  'TR-14': ['a plugin that the controller is not told of', 'argo:utils/plugin/plugin.go#L15'],
  'TR-15': ['the Mapping of the canary belongs to somebody else', 'argo:rollout/trafficrouting/ambassador/ambassador.go#L137'],
};
