import type { AnalysisUse } from '../../graph/analysis-use';
import type { Field } from '../../graph/field';
import type { Graph } from '../../graph/graph';
import type { MetricInUse } from '../../graph/metric-in-use';
import { ResourceNode } from '../../graph/resource-node';
import { write } from '../fix';
import { forEachAnalysis, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { requiredClass } from '../settings';
import { listed, nearest } from '../wording';

/** Providers that look for their credentials in a Secret of a name that they know. */
export const WITH_CREDENTIALS: readonly string[] = ['datadog', 'newRelic', 'influxdb', 'wavefront'];

export const secretKeys: Rule = {
  id: 'secret-keys',
  class: 'broken',
  summary: 'a Secret that a metric needs has the keys that are read from it',
  why: 'the controller looks for them when it measures: without a key the run, or every measurement, is an error, and the rollout is aborted',
  covers: ['ME-20', 'PR-26', 'ME-21'],
  check: function* (graph): Iterable<Remark> {
    yield* forEachAnalysis(graph, (use) => judgeArguments(use, graph));
    for (const item of WITH_CREDENTIALS.flatMap((provider) => graph.metricsOf(provider))) {
      yield* judgeCredentials(item, graph);
    }
  },
};

function* judgeArguments(use: AnalysisUse, graph: Graph): Iterable<Remark> {
  for (const template of use.templates) {
    for (const { field, valueFrom } of template.arguments) {
      const reference = valueFrom.at('secretKeyRef');
      if (reference.isMap) {
        yield* judgeReference(reference, field, use, graph);
      }
    }
  }
}

function* judgeReference(reference: Field, argument: Field, use: AnalysisUse, graph: Graph): Iterable<Remark> {
  const name = reference.textAt('name');
  const secret = name === undefined ? undefined : graph.index.find('Secret', use.rollout.namespace, name);
  const known = keysOf(secret);
  for (const key of ['name', 'key']) {
    if (!reference.at(key).isUnknown && (reference.textAt(key) ?? '') === '') {
      yield remark(reference.at(key), `must say which ${key === 'name' ? 'Secret' : 'key of it'} has the value of ${argument.textAt('name') ?? 'the argument'}, got none`, key === 'key' && known?.length === 1 ? write(reference.at(key), known[0]) : `write the ${key} of the ${key === 'name' ? 'Secret' : 'value'}`, requiredClass(reference.at(key)));
    }
  }
  const key = reference.textAt('key') ?? '';
  if (secret !== undefined && key !== '' && known !== undefined && !known.includes(key)) {
    const meant = nearest(key, known);
    yield remark(
      reference.at('key'), `must be a key of ${secret.resource}, which has ${known.length === 0 ? 'none' : listed(known)}, got ${key}`,
      meant === undefined && known.length === 0 ? `add ${key} to ${secret.resource}` : write(reference.at('key'), meant ?? known[0]), { about: secret },
    );
  }
}

interface Credentials {
  /** Where the Secret is named, or would be. */
  readonly field: Field;
  readonly name: string;
  readonly keys: readonly string[];
  /** Beside the rollout, and not beside the controller. */
  readonly isBeside?: boolean;
}

function* judgeCredentials(item: MetricInUse, graph: Graph): Iterable<Remark> {
  const wanted = credentialsOf(item);
  if (wanted === undefined) {
    return;
  }
  const { field, name, keys, isBeside } = wanted;
  const beside = item.use === undefined ? undefined : graph.index.find('Secret', item.use.rollout.namespace, name);
  const secrets = isBeside === true ? [beside] : graph.index.named('Secret', name);
  const read = secrets.map(keysOf);
  // where the controller lives is not in the input, so any Secret of that name may be the one
  if (read.length > 0 && read.every((known) => known !== undefined && keys.some((key) => !known.includes(key)))) {
    const missing = keys.filter((key) => read[0]?.includes(key) !== true);
    yield remark(field, `needs ${listed(keys)} in Secret ${name}, and there is no ${missing.join(' and no ')} in it`, `add ${listed(missing)} to Secret ${name}`, { about: secrets[0] });
  }
}

function credentialsOf({ metric }: MetricInUse): Credentials | undefined {
  const settings = metric.field.at('provider', metric.provider ?? '');
  const named = (key: string, usual: string, keys: readonly string[]): Credentials | undefined => {
    const name = settings.at(key).exists ? settings.textAt(key) : usual;
    return name === undefined || name.includes('{{') ? undefined : { field: settings.at(key).exists ? settings.at(key) : settings, name: name === '' ? usual : name, keys };
  };
  switch (metric.provider) {
    case 'datadog': {
      const reference = settings.at('secretRef');
      const name = reference.textAt('name') ?? '';
      const isBeside = reference.valueAt('namespaced') === true;
      return { field: name === '' ? settings : reference.at('name'), name: name === '' ? 'datadog' : name, keys: ['api-key', 'app-key'], isBeside };
    }
    case 'newRelic':
      return named('profile', 'newrelic', ['personal-api-key', 'account-id']);
    case 'influxdb':
      return named('profile', 'influxdb', ['address', 'authToken', 'org']);
    case 'wavefront': {
      const address = settings.textAt('address');
      return address === undefined || address.includes('{{') ? undefined : { field: settings.at('address'), name: 'wavefront-api-tokens', keys: [address] };
    }
    default:
      return undefined;
  }
}

/** The names of what is in a Secret; its values are nobody's business. Undefined when they are not known. */
function keysOf(secret: unknown): readonly string[] | undefined {
  if (!(secret instanceof ResourceNode)) {
    return undefined;
  }
  const parts = ['data', 'stringData'].map((key) => secret.root.at(key));
  // a template of somebody who fills it later, as of an operator, says nothing
  const isEmpty = parts.every((part) => part.keys().length === 0);
  return isEmpty || parts.some((part) => part.isUnknown) ? undefined : parts.flatMap((part) => part.keys());
}
