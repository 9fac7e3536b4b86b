import { podDialect } from './pod-dialect';
import type { PodInstrumentation } from './pod-dialect';
import { requestDialect } from './request-dialect';
import { serviceMatcher } from './selector';
import { Hole, query } from '../intent/query';
import type { QueryText } from '../intent/query';
import type { TelemetryDialect } from '../intent/telemetry';

/*
 * https://www.envoyproxy.io/docs/envoy/latest/configuration/upstream/cluster_manager/cluster_stats. Answers are counted by their class,
 * which `upstream_rq_total` is not, since it counts attempts as well; and timed in milliseconds. What Envoy answers by itself in place
 * of a cluster is counted as an answer of the cluster, and not timed.
 */
const metrics = {
  requests: 'envoy_cluster_upstream_rq_xx',
  errors: ['envoy_response_code_class="5"'],
  duration: 'envoy_cluster_upstream_rq_time',
  durationUnitMillis: 1,
};

export interface EnvoyInstrumentation extends Pick<PodInstrumentation, 'pod' | 'namespace' | 'scrapeSeconds'> {
  /** The label that holds the name of the cluster. */
  readonly clusterLabel: string;
  /** A regular expression; `{namespace}` and `{service}` stand for those of the version. */
  readonly cluster: string;
}

/** An Envoy before both versions is asked by the names of clusters, one in each pod by the pod. */
export function envoyDialect({ clusterLabel, cluster, ...options }: EnvoyInstrumentation): TelemetryDialect {
  if (!cluster.includes('{service}')) {
    return podDialect({ ...options, ...metrics, name: 'envoy', blindToGrpc: true, only: `${clusterLabel}=~"${cluster}"` });
  }
  return requestDialect({
    name: 'envoy',
    scrapeSeconds: options.scrapeSeconds,
    // not Emissary, which writes underscores for the dashes of names
    onlyBehind: ['contour', 'gatewayApi', 'istio', 'plugin'],
    byService: true,
    blindToGrpc: true,
    metrics: { ...metrics, matchers: scope => serviceMatcher(scope, clusterLabel, service => filled(cluster, service)) },
  });
}

/*
 * Contour calls clusters in statistics <namespace>_<service>_<port>, with the number of the Service's port:
 * https://github.com/projectcontour/contour/blob/main/internal/envoy/cluster.go, AltStatName; scraped as
 * https://projectcontour.io/guides/prometheus/ says. Names in Kubernetes have no underscores.
 */
export function contourDialect({ scrapeSeconds }: Pick<EnvoyInstrumentation, 'scrapeSeconds'>): TelemetryDialect {
  const cluster = '{namespace}_{service}_[0-9]+';
  return requestDialect({
    name: 'contour',
    scrapeSeconds,
    onlyBehind: ['contour', 'gatewayApi', 'plugin'],
    byService: true,
    blindToGrpc: true,
    // the same clusters, by the same Envoy: each answer is counted by its code and by the class of its code
    flaggerBuiltin: { provider: 'contour', latency: true },
    metrics: { ...metrics, matchers: scope => serviceMatcher(scope, 'envoy_cluster_name', service => filled(cluster, service)) },
  });
}

function filled(pattern: string, service: QueryText): QueryText {
  return pattern.split(/(\{namespace\}|\{service\})/).reduce<QueryText>((before, part) => {
    const next: QueryText = part === '{service}' ? service : [part === '{namespace}' ? new Hole('namespace') : part];
    return query`${before}${next}`;
  }, []);
}
