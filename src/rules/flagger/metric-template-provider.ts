import { BUILTIN_METRICS } from '../../graph/canary';
import type { CanaryNode } from '../../graph/canary';
import type { Field } from '../../graph/field';
import type { Graph } from '../../graph/graph';
import type { MetricTemplateNode } from '../../graph/metric-template';
import { isUrl } from '../../manifests/urls';
import { write } from '../fix';
import { secretNamed } from '../flagger-secret';
import type { Keys } from '../flagger-secret';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed, shown } from '../wording';

interface Needs {
  /** Whether it can do without an address that it would read; one without it reads none. */
  readonly address?: 'needed' | 'optional';
  readonly region?: true;
  /** Keys of its Secret, without which it cannot ask; of several lists one will do. */
  readonly keys?: Keys;
  readonly secret?: true;
}

const NEEDS: Readonly<Record<string, Needs>> = {
  prometheus: { address: 'needed', keys: [['token'], ['username', 'password']] },
  graphite: { address: 'needed', keys: [['username', 'password']] },
  influxdb: { address: 'needed', keys: [['token', 'org']] },
  dynatrace: { address: 'needed', secret: true, keys: [['dynatrace_token']] },
  splunk: { address: 'needed', secret: true, keys: [['sf_token_key']] },
  datadog: { address: 'optional', secret: true, keys: [['datadog_api_key', 'datadog_application_key']] },
  newrelic: { address: 'optional', secret: true, keys: [['newrelic_account_id', 'newrelic_query_key']] },
  stackdriver: { secret: true, keys: [['project']] },
  cloudwatch: { region: true },
  externalmetrics: { address: 'optional' },
};
const USUAL: Readonly<Record<string, string>> = {
  prometheus: 'http://prometheus.monitoring:9090',
  graphite: 'http://graphite.monitoring',
  influxdb: 'http://influxdb.monitoring:8086',
  dynatrace: 'https://abc12345.live.dynatrace.com',
  splunk: 'https://api.us1.signalfx.com',
};

/** What its client takes without a scheme. */
const HOST_ALONE = 'externalmetrics';
/** What Go cannot take apart at all. */
const UNREADABLE = /^:|[\u0000-\u001f\u007f]|^[^/]*\/\/[^/]* |%(?![\da-f]{2})/i;

export const metricTemplateProvider: Rule = {
  id: 'metric-template-provider',
  class: 'broken',
  summary: 'the provider of a MetricTemplate has what it cannot ask without: an address with its scheme, a region, a Secret with its keys',
  why: 'Flagger looks at it when it asks, and takes what is not there for a failed check at every interval',
  covers: ['FM-14', 'FM-15'],
  check: function* (graph): Iterable<Remark> {
    for (const template of graph.metricTemplates) {
      yield* judge(template, graph);
    }
    yield* forEachCanary(graph, judgeServer);
  },
};

function* judge(template: MetricTemplateNode, graph: Graph): Iterable<Remark> {
  const { spec, provider, providerType: type, namespace } = template;
  const needs = type !== undefined && Object.hasOwn(NEEDS, type) ? NEEDS[type] : undefined;
  if (!spec.exists && !spec.isUnknown) {
    yield remark(spec, 'must be there, got none', 'write spec: { provider: { type: prometheus, address: ... }, query: ... }');
  }
  if (type === undefined || needs === undefined) {
    return;
  }
  const [region, secret] = [provider.at('region'), provider.at('secretRef')];
  if (needs.address !== undefined && !(type === HOST_ALONE && isHost(provider.textAt('address')))) {
    yield* address(provider.at('address'), needs.address === 'needed', USUAL[type]);
  }
  if (needs.region === true && !region.isUnknown && (region.value === undefined || region.text === '')) {
    yield remark(region, `must be there for ${type}, got none`, 'write for example region: eu-central-1');
  }
  if (needs.secret === true && !secret.exists && !secret.isUnknown) {
    yield remark(secret, `must be there for ${type}, got none`, `write secretRef: { name: ... }, a Secret with ${listed(needs.keys?.[0] ?? [])}`);
  }
  yield* secretNamed(secret.at('name'), namespace, needs.keys ?? [], graph);
}

/** The server of a Canary is told to whoever may ask it, and asked for what has no template. */
function* judgeServer({ spec, isAnalysed, metrics }: CanaryNode): Iterable<Remark> {
  const server = spec.at('metricsServer');
  const isAsked = metrics.some(({ field, name = '' }) => BUILTIN_METRICS.includes(name) || (field.textAt('query') ?? '') !== '');
  if (isAnalysed && (isAsked || UNREADABLE.test(server.text ?? ''))) {
    yield* address(server, false);
  }
}

function isHost(text: string | undefined): boolean {
  return text !== undefined && !text.includes('/') && isUrl(`https://${text}`);
}

function* address(field: Field, isNeeded: boolean, usual = 'http://prometheus.monitoring:9090'): Iterable<Remark> {
  const { text } = field;
  if ((text === undefined || text === '') && isNeeded && !field.isUnknown && (text === '' || !field.exists)) {
    yield remark(field, 'must be there, got none', `write for example address: ${usual}`);
  } else if (text !== undefined && text !== '' && (!isUrl(text) || !/^https?:/i.test(text))) {
    const meant = `http://${text.replace(/^\w*:?\/+/, '')}`;
    yield remark(field, `must be an address with http:// or https://, got ${shown(text)}`, isUrl(meant) ? write(field, meant) : `write for example address: ${usual}`);
  }
}
