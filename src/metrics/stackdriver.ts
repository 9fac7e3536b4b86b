import { wholeSecret } from './checks';
import { defaultWindowSeconds } from './window';
import type { IMetricSource, MetricStore } from '../intent/metric-source';
import { refuse } from '../intent/problem';
import type { SecretReference } from '../intent/secret-reference';
import type { Leaf } from '../manifests/leaf';

/** Options for `StackdriverSource`. */
export interface StackdriverSourceOptions {
  /**
   * The Secret in the namespace of the rollout, with the key `project`, which is the id of the project, and optionally
   * `serviceAccountKey`, a key file in JSON. Without the latter Flagger asks as its own pod.
   */
  readonly secret: SecretReference;
}

/**
 * Metrics kept in Google Cloud Monitoring, which was called Stackdriver. Argo Rollouts cannot ask it.
 *
 * - Query: the Monitoring Query Language; it says its own window, as `| within 5m`.
 * - Flagger's secret: `project` and optionally `serviceAccountKey`, in the namespace of the rollout.
 * - Flagger's answer: the latest value of the first series. A whole number is read as 0: have the query reckon with `1.0 *`.
 * - Flagger's no data: no series, or one without points. A failed check.
 */
export class StackdriverSource implements IMetricSource {
  /** The product. */
  public readonly sourceName = 'stackdriver';

  /** @internal */
  public readonly _store: MetricStore;

  constructor(options: StackdriverSourceOptions) {
    refuse('StackdriverSource', wholeSecret('secret', options.secret, 'project and serviceAccountKey'));
    this._store = stackdriverStore({ secret: options.secret.secretName });
  }
}

/** The options as plain data, where any value may not be known yet. */
export interface StackdriverConnection {
  readonly secret: Leaf<string>;
}

export function stackdriverStore({ secret }: StackdriverConnection): MetricStore {
  return {
    kind: 'stackdriver',
    language: 'Monitoring Query Language',
    windowSeconds: defaultWindowSeconds,
    flagger: () => ({ provider: { type: 'stackdriver', secretRef: { name: secret } } }),
  };
}
