import { addressProblem, wholeSecret } from './checks';
import { gapsIn, unfilled } from './untold';
import { defaultWindowSeconds } from './window';
import type { IMetricSource, MetricStore, OwnQuestion } from '../intent/metric-source';
import { refuse, show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import type { SecretReference } from '../intent/secret-reference';
import { known } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/** Options for `ExternalMetricsSource`. */
export interface ExternalMetricsSourceOptions {
  /**
   * A server that speaks the interface, as Flagger sees it. It is sent the token of Flagger's own pod, and its certificate is
   * held against the authority of the cluster.
   * @default - the API server of the cluster
   */
  readonly address?: string;

  /**
   * The Secret in the namespace of the rollout, with the key `token`. Only a Flagger outside of any cluster sends it; in a pod it
   * sends the token of the pod.
   * @default - no token, or that of the pod
   */
  readonly secret?: SecretReference;
}

/**
 * What the cluster's interface for external metrics knows, as KEDA and the adapters of clouds provide it. Argo Rollouts cannot ask it.
 *
 * - Query: `<namespace>/<metric>?labelSelector=<selector>`, the selector as an address has it: `app%3Dcheckout`.
 * - Flagger's secret: none; outside of any cluster `token`, in the namespace of the rollout.
 * - Flagger's answer: the value of the first metric.
 * - Flagger's no data: no metric. A failed check.
 */
export class ExternalMetricsSource implements IMetricSource {
  /** The product. */
  public readonly sourceName = 'externalMetrics';

  /** @internal */
  public readonly _store: MetricStore;

  constructor(options: ExternalMetricsSourceOptions = {}) {
    const { address, secret } = options;
    refuse('ExternalMetricsSource',
      address === undefined ? undefined : addressProblem(address, 'https://external-metrics.monitoring'),
      wholeSecret('secret', secret, 'token'));
    this._store = externalMetricsStore({ address, secret: secret?.secretName });
  }
}

/** The options as plain data, where any value may not be known yet. */
export interface ExternalMetricsConnection {
  readonly address?: Leaf<string>;
  readonly secret?: Leaf<string>;
}

export function externalMetricsStore({ address, secret }: ExternalMetricsConnection): MetricStore {
  return {
    kind: 'externalMetrics',
    language: 'names of external metrics',
    windowSeconds: defaultWindowSeconds,
    flagger: () => ({
      provider: {
        type: 'externalmetrics',
        ...(address === undefined ? {} : { address }),
        ...(secret === undefined ? {} : { secretRef: { name: secret } }),
      },
      ...gapsIn(address === undefined ? undefined : unfilled('address', address)),
    }),
    problems: question => [unknownPlace(question), misplacedSelector(question)],
  };
}

/** Without a namespace it would be the one called default. */
function unknownPlace({ query }: OwnQuestion): Problem | undefined {
  const [path] = known(query)?.split('?') ?? [];
  return path === undefined || /^[^/\s]+\/[^/\s]+$/.test(path) ? undefined : {
    property: 'query', message: `must be a namespace and the name of a metric, got ${show(path)}`, fix: 'write for example "{{args.namespace}}/queue-length"',
  };
}

/** Any other parameter is passed over, and everything selected. */
function misplacedSelector({ query }: OwnQuestion): Problem | undefined {
  const [, parameters] = known(query)?.split('?') ?? [];
  return parameters === undefined || parameters.startsWith('labelSelector=') ? undefined : {
    property: 'query', message: `must select by labelSelector alone, got ${show(parameters)}`, fix: 'write ?labelSelector=app%3Dcheckout',
  };
}
