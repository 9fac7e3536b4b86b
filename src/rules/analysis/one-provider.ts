import type { Metric } from '../../graph/metric';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { requiredClass } from '../settings';
import { listed, nearest } from '../wording';

/** As the definition calls them. */
const PROVIDERS = ['cloudWatch', 'datadog', 'graphite', 'influxdb', 'job', 'kayenta', 'newRelic', 'plugin', 'prometheus', 'skywalking', 'wavefront', 'web'];
/** What people write who have seen other tools. */
const MEANT: Readonly<Record<string, string>> = { webhook: 'web', http: 'web', https: 'web', url: 'web', script: 'job', prom: 'prometheus', cloudwatch: 'cloudWatch' };

export const oneProvider: Rule = {
  id: 'one-provider',
  class: 'broken',
  summary: 'a metric asks one provider, of those there are',
  why: 'the API server drops one that it does not know, and the controller ends a run with none or several as it starts: the rollout is aborted',
  covers: ['ME-14', 'ME-15'],
  check: function* (graph): Iterable<Remark> {
    for (const template of graph.templates) {
      for (const metric of template.metrics) {
        yield* metric.provider === 'prometheus' ? [] : judge(metric);
      }
    }
  },
};

function* judge({ field, name }: Metric): Iterable<Remark> {
  const provider = field.at('provider');
  if (provider.isUnknown) {
    return;
  }
  const written = provider.keys().filter((key) => provider.has(key));
  const known = written.filter((key) => PROVIDERS.includes(key));
  const plugins = provider.at('plugin').keys();
  if (known.length === 0) {
    const [first] = written;
    const meant = first === undefined ? undefined : MEANT[first.toLowerCase()] ?? nearest(first, PROVIDERS);
    const found = first === undefined ? 'none' : `${listed(written)}, which the API server drops`;
    yield remark(
      first === undefined ? provider : provider.at(first), `must name whom ${name ?? 'the metric'} asks, one of ${listed(PROVIDERS)}, got ${found}`,
      meant === undefined ? 'write for example provider: { prometheus: { address: ..., query: ... } }' : `write ${meant}`,
      // kubectl refuses what is unknown as well
      first === undefined ? requiredClass(provider) : { class: 'refused' },
    );
  } else if (known.length > 1) {
    yield remark(provider, `must be one, got ${listed(known)}`, `keep ${known[0]}, and make a metric of its own of ${listed(known.slice(1))}`);
  } else if (known[0] === 'plugin' && plugins.length !== 1 && !provider.at('plugin').isUnknown) {
    const found = plugins.length === 0 ? 'none' : listed(plugins);
    yield remark(provider.at('plugin'), `must be one plugin, got ${found}`, plugins.length === 0 ? 'write its name, and its settings below' : `keep ${plugins[0]}`);
  }
}
