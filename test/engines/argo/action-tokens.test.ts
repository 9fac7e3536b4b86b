import { fullIntent, plain } from './full-intent';
import type { Leaves } from './full-intent';
import { resolved, token } from './token';
import { render } from '../../../src/engines/render';
import type { AnalysisIntent, Question } from '../../../src/intent/analysis';
import type { GateIntent } from '../../../src/intent/gate';
import type { RolloutIntent } from '../../../src/intent/rollout';
import { expectRight } from '../../render';

/** A wish with actions, a template and one of somebody else, which uses every leaf that these have. */
function wish(leaf: Leaves, form: 'ramp' | 'blue-green'): RolloutIntent {
  const ask = (name: string, question: Question, changes: Partial<AnalysisIntent> = {}): AnalysisIntent => ({
    name, question, scope: 'canary', noData: { kind: 'reject' }, minimumRequests: 0, timing: {}, limits: {}, args: [], ...changes,
  });
  const secretly = { tokenUrl: leaf('tokenUrl', 'https://login.example/token'), clientId: leaf('clientId', 'me'), clientSecret: leaf('clientSecret', '{{args.secret}}'), scopes: [leaf('scope', 's')] };
  const http = ask('http', {
    kind: 'http',
    method: 'POST',
    url: leaf('url', 'http://tests.shop/smoke'),
    headers: [{ name: 'a', value: leaf('header.value', 'b') }],
    body: leaf('body', 'text'),
    timeoutSeconds: leaf('timeout', 5),
    insecure: true,
    oauth2: secretly,
    retries: leaf('retries', 2),
    answer: { jsonPath: leaf('jsonPath', '{$.a}'), success: leaf('success', 'result == 1'), failure: leaf('failure', 'result == 2') },
  }, { timing: { initialDelaySeconds: leaf('delay', 30) } });
  const load = ask('load', {
    kind: 'http',
    method: 'POST',
    url: leaf('load.url', 'http://flagger-loadtester.test/'),
    headers: [],
    insecure: false,
    metadata: { cmd: leaf('metadata', 'hey http://checkout-canary.shop/') },
    waits: true,
    retries: 0,
  });
  const job = ask('job', {
    kind: 'job',
    labels: { a: leaf('job.label', 'b') },
    annotations: { a: leaf('job.annotation', 'b') },
    spec: { backoffLimit: 0, template: { spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'registry.example/x:1', args: ['{{args.canary-hash}}'] }] } } },
  });
  const held = ask('held', { kind: 'threshold', query: 'held', atMost: 1 }, { limits: { keptMeasurements: leaf('held.kept', 15) } });
  const theirs = ask('house', { kind: 'elsewhere', metricNames: ['cost'] }, { args: [{ name: 'service' }], published: { name: 'house', clusterWide: true } });
  const template = ask('health', { kind: 'template', members: [held, theirs], dryRun: ['held'], kept: [{ metric: 'cost', limit: leaf('cost.kept', 7) }] }, { published: { name: 'health', clusterWide: false } });
  const gate = (place: GateIntent['place'], analysis: AnalysisIntent, index: number, changes: Partial<GateIntent> = {}): GateIntent =>
    ({ place, analysis, args: [], dryRun: false, property: `gates[${index}]`, ...changes });
  const asked: Partial<GateIntent> = {
    args: [{ name: 'service', source: { kind: 'value', value: leaf('service', 'checkout') } }],
    keptMeasurements: leaf('kept', 3),
    runMetadata: { labels: { team: leaf('run.label', 'shop') }, annotations: { note: leaf('run.annotation', 'x') } },
  };
  const full = fullIntent(plain, form);
  const gates = [gate({ kind: 'before-traffic' }, http, 0), gate({ kind: 'during-traffic' }, job, 1), gate({ kind: 'during-traffic' }, load, 4),
    ...(form === 'ramp' ? [gate({ kind: 'throughout' }, template, 2)] : []), gate({ kind: 'before-promotion' }, template, 3, asked)];
  const argo = { ...full.controller.argo, analysisRunMetadata: { labels: { all: leaf('all.label', 'x') }, annotations: { all: leaf('all.annotation', 'y') } } };
  return { ...full, strategy: { ...full.strategy, gates }, controller: { kind: 'argo', argo } };
}

describe.each(['ramp', 'blue-green'] as const)('a rollout by %s with actions and templates', form => {
  const { manifests } = render(wish(plain, form));

  test('is right when every leaf is known', () => {
    expectRight(manifests);
  });

  test('can be rendered with a token at every leaf, and each of them arrives', () => {
    const made = new Set<string>();
    const arrived = new Set<string>();
    const leaves: Leaves = (place, value) => {
      made.add(place);
      return token(value, () => arrived.add(place));
    };
    expect(resolved(render(wish(leaves, form)).manifests)).toEqual(manifests);
    // what a template holds is written by whoever publishes it, and by a guard
    const elsewhere = form === 'ramp' ? [] : ['held.kept', 'cost.kept'];
    expect([...made].filter(place => !arrived.has(place))).toEqual(elsewhere);
  });
});
