import type { ArgoMetricFragment, Criterion, IMetricSource, Measurement, MetricStore } from '../intent/metric-source';
import { refuse, show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import type { MetricProvider } from '../manifests/argo-rollouts.generated';
import { mapLeaf } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/** Options for `PrometheusSource`. */
export interface PrometheusSourceOptions {
  /** Where it answers, as the controller sees it: `http://prometheus.monitoring:9090`. */
  readonly address: string;

  /**
   * Headers sent with every query, such as `X-Scope-OrgID` for a tenant.
   * @default - none
   */
  readonly headers?: Record<string, string>;

  /**
   * Whether a certificate that cannot be verified is accepted.
   * @default false
   */
  readonly insecure?: boolean;
}

/** Metrics kept in Prometheus, or in anything that speaks its query interface. */
export class PrometheusSource implements IMetricSource {
  /** The product. */
  public readonly sourceName = 'prometheus';

  /** @internal */
  public readonly _store: MetricStore;

  constructor(options: PrometheusSourceOptions) {
    refuse('PrometheusSource', addressProblem(options.address));
    this._store = prometheusStore(options);
  }
}

/** The options as plain data, where any value may not be known yet. */
export interface PrometheusConnection {
  readonly address: Leaf<string>;
  readonly headers?: Readonly<Record<string, Leaf<string>>>;
  readonly insecure?: Leaf<boolean>;
}

export function prometheusStore(connection: PrometheusConnection): MetricStore {
  const fields = connectionFields(connection);
  const provider = (query: Leaf<string>): MetricProvider => ({ prometheus: { ...fields, query } });
  return {
    kind: 'prometheus',
    argoProvider: provider,
    argo: measurement => ({ provider: provider(measurement.query), ...conditions(measurement) }),
  };
}

function connectionFields(connection: PrometheusConnection) {
  const headers = Object.entries(connection.headers ?? {}).map(([key, value]) => ({ key, value }));
  return {
    address: connection.address,
    ...(connection.insecure ? { insecure: connection.insecure } : {}),
    ...(headers.length > 0 ? { headers } : {}),
  };
}

/*
 * Prometheus answers with a list of numbers: empty when no series matched, NaN after a division by nothing. Indexing the
 * empty list is an error, and errors abort; comparing NaN is false, and false fails. So both are asked for first.
 */
const answered = 'len(result) > 0 && !isNaN(result[0])';
const silent = 'len(result) == 0 || isNaN(result[0])';

function conditions({ criterion, role, silence }: Measurement): Omit<ArgoMetricFragment, 'provider'> {
  const failureCondition = compare(silence === 'failure' ? `${silent} ||` : `${answered} &&`, criterion.kind === 'at-least' ? '<' : '>', criterion);
  if (role === 'guard') return { failureCondition };
  const successCondition = compare(silence === 'success' ? `${silent} ||` : `${answered} &&`, criterion.kind === 'at-least' ? '>=' : '<=', criterion);
  return { successCondition, failureCondition };
}

function compare(before: string, operator: string, { threshold }: Criterion): Leaf<string> {
  return mapLeaf(threshold, value => `${before} result[0] ${operator} ${value}`);
}

function addressProblem(address: string): Problem | undefined {
  if (/^https?:\/\/[^/\s]+/.test(address)) return undefined;
  const mended = /^[\w.-]+(:\d+)?(\/.*)?$/.test(address) ? `write "http://${address}"` : 'write for example "http://prometheus.monitoring:9090"';
  return { property: 'address', message: `must begin with http:// or https:// and name a host, got ${show(address)}`, fix: mended };
}
