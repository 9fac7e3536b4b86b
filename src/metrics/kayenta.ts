import { addressProblem, deafToSilence, knownTexts, textProblem } from './checks';
import type { KayentaScopeDetail, KayentaSourceOptions } from './kayenta-options';
import { kayentaQuestionProblems, kayentaScopeProblems, scoreProblem } from './kayenta-problems';
import type { IMetricSource, Measurement, MetricStore } from '../intent/metric-source';
import { refuse } from '../intent/problem';
import { secondsOfOptional } from '../intent/seconds';
import type { KayentaScopeDetail as ArgoScopeDetail, KayentaThreshold, MetricProvider } from '../manifests/argo-rollouts.generated';
import type { Leaf } from '../manifests/leaf';

/**
 * Comparisons of a canary with its baseline by Kayenta.
 *
 * - Query: the name of a canary configuration. Whole scores from 0 to 100 are judged, with `atLeast`.
 * - Secret: none. It is asked without credentials.
 * - Answer: a score, which Argo Rollouts judges without a condition.
 * - No data: as the canary configuration says; an answer without a score is an error.
 */
export class KayentaSource implements IMetricSource {
  /** The product. */
  public readonly sourceName = 'kayenta';

  /** @internal */
  public readonly _store: MetricStore;

  constructor(options: KayentaSourceOptions) {
    const { application, metricsAccountName, storageAccountName, configurationAccountName = storageAccountName } = options;
    refuse('KayentaSource',
      addressProblem(options.address, 'http://kayenta.spinnaker:8090'),
      ...Object.entries({ application, metricsAccountName, storageAccountName, configurationAccountName })
        .map(([property, text]) => textProblem(property, text, 'write the name that Kayenta knows it by')),
      ...kayentaScopeProblems(options.scopes),
      scoreProblem('marginal', options.marginal));
    this._store = kayentaStore({
      ...options,
      configurationAccountName,
      lookback: options.lookback ?? false,
      scopes: options.scopes.map(({ name, control, experiment }) => ({ name, control: side(control), experiment: side(experiment) })),
    });
  }
}

function side({ step, ...rest }: KayentaScopeDetail): KayentaSide {
  return { ...rest, stepSeconds: secondsOfOptional(step) ?? 60 };
}

/** The options as plain data, where any value may not be known yet. */
export interface KayentaConnection {
  readonly address: Leaf<string>;
  readonly application: Leaf<string>;
  readonly metricsAccountName: Leaf<string>;
  readonly storageAccountName: Leaf<string>;
  readonly configurationAccountName: Leaf<string>;
  readonly scopes: readonly { readonly name: Leaf<string>; readonly control: KayentaSide; readonly experiment: KayentaSide }[];
  readonly marginal?: Leaf<number>;
  readonly lookback: boolean;
}

export interface KayentaSide {
  readonly scope: Leaf<string>;
  readonly region: Leaf<string>;
  readonly stepSeconds: Leaf<number>;
  readonly start?: Leaf<string>;
  readonly end?: Leaf<string>;
}

/** A comparison wants some tens of values on each side. */
const defaultWindowSeconds = 1800;

export function kayentaStore(connection: KayentaConnection): MetricStore {
  const { scopes, marginal, lookback, address, application, metricsAccountName, storageAccountName, configurationAccountName } = connection;
  const provider = (canaryConfigName: Leaf<string>, threshold: KayentaThreshold): MetricProvider => ({
    kayenta: {
      address,
      application,
      canaryConfigName,
      metricsAccountName,
      storageAccountName,
      configurationAccountName,
      threshold,
      scopes: scopes.map(({ name, control, experiment }) => ({ name, controlScope: detail(control), experimentScope: detail(experiment) })),
      ...(lookback ? { lookback } : {}),
    },
  });
  return {
    kind: 'kayenta',
    language: 'Kayenta',
    windowSeconds: defaultWindowSeconds,
    texts: knownTexts(connection),
    argo: {
      queryPath: ['kayenta', 'canaryConfigName'],
      // conditions are never looked at, so that a question with some is refused; nothing less would pass
      provider: query => provider(query, { pass: 100, marginal: 100 }),
      judged: ({ query, criterion: { threshold }, role }) => ({ provider: provider(query, scores(threshold, marginal, role)) }),
    },
    problems: question => [
      ...kayentaQuestionProblems(question, { marginal, hasTime: lookback || scopes.every(({ control }) => control.start !== undefined) }),
      deafToSilence(question, 'the canary configuration says what no data means', 'leave it out, and say it there'),
    ],
  };
}

/** A guard must never be neither good nor bad: it only wants to know what is bad. */
function scores(threshold: Leaf<number>, marginal: Leaf<number> | undefined, role: Measurement['role']): KayentaThreshold {
  const bad = marginal ?? threshold;
  return { pass: role === 'guard' ? bad : threshold, marginal: bad };
}

function detail({ scope, region, stepSeconds: step, start, end }: KayentaSide): ArgoScopeDetail {
  return { scope, region, step, ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
}
