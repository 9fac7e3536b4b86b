import { addressProblem, wholeSecret } from './checks';
import { unfilled, gapsIn } from './untold';
import { defaultWindowSeconds } from './window';
import type { IMetricSource, MetricStore } from '../intent/metric-source';
import { refuse, show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import type { SecretReference } from '../intent/secret-reference';
import { isOpaque } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/** Options for `DynatraceSource`. */
export interface DynatraceSourceOptions {
  /** Where the environment answers, as Flagger sees it: `https://abc12345.live.dynatrace.com`. */
  readonly address: string;

  /** The Secret in the namespace of the rollout, with the key `dynatrace_token`: a token that may read metrics. */
  readonly secret: SecretReference;
}

/**
 * Metrics kept in Dynatrace. Argo Rollouts cannot ask it.
 *
 * - Query: a metric selector, such as `builtin:service.errors.total.rate:filter(eq("dt.entity.service","SERVICE-1")):avg`. It is asked
 *   over the window of the question, which becomes one number.
 * - Flagger's secret: `dynatrace_token`, in the namespace of the rollout.
 * - Flagger's answer: the value of the last series.
 * - Flagger's no data: no series, or one without values. A failed check; a null among values is 0.
 */
export class DynatraceSource implements IMetricSource {
  /** The product. */
  public readonly sourceName = 'dynatrace';

  /** @internal */
  public readonly _store: MetricStore;

  constructor(options: DynatraceSourceOptions) {
    const { address, secret } = options;
    refuse('DynatraceSource',
      addressProblem(address, 'https://abc12345.live.dynatrace.com'), endpointProblem(address), wholeSecret('secret', secret, 'dynatrace_token'));
    this._store = dynatraceStore({ address, secret: secret.secretName });
  }
}

/** The options as plain data, where any value may not be known yet. */
export interface DynatraceConnection {
  readonly address: Leaf<string>;
  readonly secret: Leaf<string>;
}

export function dynatraceStore({ address, secret }: DynatraceConnection): MetricStore {
  return {
    kind: 'dynatrace',
    language: 'Dynatrace metric selectors',
    windowSeconds: defaultWindowSeconds,
    flagger: () => ({ provider: { type: 'dynatrace', address, secretRef: { name: secret } }, intervals: 10, ...gapsIn(unfilled('address', address)) }),
  };
}

/** Flagger appends its path as it is. */
function endpointProblem(address: Leaf<string>): Problem | undefined {
  if (isOpaque(address)) return undefined;
  const base = address.replace(/(\/api\/v2(\/.*)?|\/)$/, '');
  return base === address ? undefined : {
    property: 'address', message: `must end before /api/v2, which Flagger appends, and without a slash, got ${show(address)}`, fix: `write ${show(base)}`,
  };
}
