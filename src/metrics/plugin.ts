import { knownTexts } from './checks';
import { defaultWindowSeconds } from './window';
import type { IMetricSource, MetricStore, OwnQuestion } from '../intent/metric-source';
import { pluginConfig, pluginNameProblem, pluginSettingsProblem } from '../intent/plugin-settings';
import { refuse } from '../intent/problem';
import type { Problem } from '../intent/problem';
import type { MetricProvider } from '../manifests/argo-rollouts.generated';
import type { Leaf } from '../manifests/leaf';

/** Options for `PluginSource`. */
export interface PluginSourceOptions {
  /** The name that the controller's ConfigMap `argo-rollouts-config` knows it by, such as `argoproj-labs/sample-prometheus`. */
  readonly name: string;

  /**
   * Its settings, where all of them are texts.
   * @default - none
   */
  readonly settings?: Record<string, string>;

  /**
   * Its settings as a JSON object, where they are more than texts.
   * @default - none
   */
  readonly json?: string;

  /**
   * Under which of its settings it takes a query.
   * @default 'query'
   */
  readonly querySetting?: string;
}

/**
 * Metrics that a plugin of the controller asks for.
 *
 * - Query: whatever the plugin takes; it is written among its settings, as `query` unless `querySetting` says otherwise.
 * - Secret: whatever the plugin needs.
 * - Answer: not known here, so that only conditions of your own can judge it, if the plugin looks at them.
 * - No data: whatever the plugin makes of it.
 */
export class PluginSource implements IMetricSource {
  /** The product. */
  public readonly sourceName = 'plugin';

  /** @internal */
  public readonly _store: MetricStore;

  constructor(options: PluginSourceOptions) {
    refuse('PluginSource', pluginNameProblem(options.name), pluginSettingsProblem(options));
    const { name, querySetting = 'query' } = options;
    const settings = pluginConfig(options) ?? {};
    refuse('PluginSource', !Object.hasOwn(settings, querySetting) ? undefined : {
      property: 'querySetting', message: `must not stand among the settings, got ${querySetting}, which is the query of a question`, fix: 'leave it out of the settings',
    });
    this._store = pluginStore({ name, settings, querySetting });
  }
}

/** The options as plain data, where any value may not be known yet. */
export interface PluginConnection {
  readonly name: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly querySetting: string;
}

export function pluginStore({ name, settings, querySetting }: PluginConnection): MetricStore {
  const provider = (query: Leaf<string>): MetricProvider => ({ plugin: { [name]: { ...settings, [querySetting]: query } } });
  return {
    kind: 'plugin',
    language: `plugin ${name}`,
    windowSeconds: defaultWindowSeconds,
    texts: knownTexts(settings),
    argo: {
      queryPath: ['plugin', name, querySetting],
      provider,
      judged: measurement => ({ provider: provider(measurement.query) }),
    },
    problems: question => [unreadable(question)],
  };
}

/** How a number stands in an answer of unknown shape cannot be said. */
function unreadable({ criterion }: OwnQuestion): Problem | undefined {
  return criterion === undefined ? undefined : {
    property: criterion.kind === 'at-least' ? 'atLeast' : 'atMost',
    message: 'cannot be read from the answer of a plugin, whose shape is not known',
    fix: 'write successCondition and failureCondition in the shape that the plugin documents',
  };
}
