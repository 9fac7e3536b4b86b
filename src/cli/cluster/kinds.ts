import { ALERT_PROVIDER } from '../../graph/alert-provider';
import { ANALYSIS_TEMPLATE, CLUSTER_ANALYSIS_TEMPLATE } from '../../graph/analysis-template';
import { APISIX_ROUTE } from '../../graph/apisix-route';
import { CANARY } from '../../graph/canary';
import { DESTINATION_RULE } from '../../graph/destination-rule';
import { DISRUPTION_BUDGET } from '../../graph/disruption-budget';
import { EXPERIMENT } from '../../graph/experiment';
import { GATEWAY } from '../../graph/gateway';
import { GATEWAY_GROUP, GATEWAY_ROUTE_KINDS } from '../../graph/gateway-route';
import type { Graph } from '../../graph/graph';
import { INGRESS } from '../../graph/ingress';
import { MAPPING, PREVIEW_MAPPING } from '../../graph/mapping';
import { METRIC_TEMPLATE } from '../../graph/metric-template';
import { REFERENCE_GRANT } from '../../graph/reference-grant';
import { ROLLOUT } from '../../graph/rollout';
import { HORIZONTAL_POD_AUTOSCALER, SCALED_OBJECT } from '../../graph/scaler';
import { SERVICE } from '../../graph/service';
import { OLD_TRAEFIK_SERVICE, TRAEFIK_SERVICE } from '../../graph/traefik-service';
import { VIRTUAL_SERVICE } from '../../graph/virtual-service';
import { WITH_CREDENTIALS } from '../../rules/analysis/secret-keys';

export const SECRET = 'Secret';
export const CONFIG_MAP = 'ConfigMap';

/** What the rules look at whatever a Rollout says. */
const ALWAYS = [
  ROLLOUT, EXPERIMENT, ANALYSIS_TEMPLATE, CLUSTER_ANALYSIS_TEMPLATE, SERVICE, HORIZONTAL_POD_AUTOSCALER, SCALED_OBJECT, DISRUPTION_BUDGET,
  'Deployment.apps', 'StatefulSet.apps', 'DaemonSet.apps', 'ServiceMonitor.monitoring.coreos.com', 'PodMonitor.monitoring.coreos.com',
];
const GATEWAY_ROUTES = GATEWAY_ROUTE_KINDS.map((kind) => `${kind}.${GATEWAY_GROUP}`);

/** What they look at where a Rollout has one of these keys. */
const MENTIONED: readonly (readonly [keys: readonly string[], kinds: readonly string[]])[] = [
  [['workloadRef'], ['ReplicaSet.apps', 'PodTemplate']],
  [['nginx', 'alb'], [INGRESS]],
  [['istio'], [VIRTUAL_SERVICE, DESTINATION_RULE]],
  [['appMesh'], ['VirtualService.appmesh.k8s.aws', 'VirtualRouter.appmesh.k8s.aws', 'VirtualNode.appmesh.k8s.aws']],
  [['traefik'], [TRAEFIK_SERVICE, OLD_TRAEFIK_SERVICE]],
  [['apisix'], [APISIX_ROUTE]],
  [['ambassador'], [MAPPING, PREVIEW_MAPPING]],
  [['smi'], ['TrafficSplit.split.smi-spec.io']],
  [['argoproj-labs/gatewayAPI'], [...GATEWAY_ROUTES, GATEWAY, REFERENCE_GRANT]],
  [['argoproj-labs/contour'], ['HTTPProxy.projectcontour.io']],
  [['argoproj-labs/openshift'], ['Route.route.openshift.io']],
  [['configMapRef', 'configMapKeyRef', 'configMap', 'plugins', 'plugin'], [CONFIG_MAP]],
];

/** What they look at beside a Canary of Flagger, or a template or a provider of one. */
const BESIDE_CANARIES = [
  CANARY, METRIC_TEMPLATE, ALERT_PROVIDER, 'Service.serving.knative.dev', INGRESS, APISIX_ROUTE, 'IngressRoute.traefik.io', 'IngressRoute.traefik.containo.us',
  ...GATEWAY_ROUTES, GATEWAY, VIRTUAL_SERVICE, DESTINATION_RULE, CONFIG_MAP, SECRET, 'ExternalSecret.external-secrets.io', 'SealedSecret.bitnami.com',
  'Certificate.cert-manager.io', 'NetworkPolicy.networking.k8s.io', 'AuthorizationPolicy.security.istio.io', 'PeerAuthentication.security.istio.io',
  'RequestAuthentication.security.istio.io',
];

/** Kinds that may stand in another namespace than the Rollout that names them. */
export const ABROAD: ReadonlySet<string> = new Set([VIRTUAL_SERVICE, ...GATEWAY_ROUTES, GATEWAY]);

/** Everything that is ever asked for. */
export const EVERY_KIND: ReadonlySet<string> = new Set([...ALWAYS, ...MENTIONED.flatMap(([, kinds]) => kinds), SECRET, ...BESIDE_CANARIES]);

/** The kinds that matter to what the rules say of these objects. */
export function kindsFor(graph: Graph): ReadonlySet<string> {
  const mentioned = MENTIONED.filter(([keys]) => graph.rolloutsThatMention(keys).length > 0).flatMap(([, kinds]) => kinds);
  const ofFlagger = graph.canaries.length + graph.metricTemplates.length + graph.alertProviders.length > 0;
  return new Set([...ALWAYS, ...mentioned, ...(needsSecrets(graph) ? [SECRET] : []), ...(ofFlagger ? BESIDE_CANARIES : [])]);
}

/** Nobody's Secrets are listed for a metric that needs none. */
function needsSecrets({ templates }: Graph): boolean {
  return templates.some((template) => template.arguments.some(({ valueFrom }) => valueFrom.has('secretKeyRef'))
    || template.metrics.some(({ provider }) => WITH_CREDENTIALS.includes(provider ?? '')));
}
