import { BUILTIN_METRICS } from '../../graph/canary';
import type { CanaryNode } from '../../graph/canary';
import type { Field } from '../../graph/field';
import { formatGoDuration, parseGoDuration } from '../../manifests/durations';
import { write } from '../fix';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed, nearest } from '../wording';

/** What Flagger's load tester can do, and what it must be told. */
const TASKS: Readonly<Record<string, readonly string[]>> = {
  cmd: ['cmd'],
  bash: ['cmd'],
  helm: ['cmd'],
  helmv3: ['cmd'],
  kubectl: ['cmd'],
  concord: ['server', 'org', 'project', 'repo', 'entrypoint', 'apiKeyPath', 'endpoint'],
  ngrinder: ['server', 'clone', 'username', 'passwd'],
};
/** They answer when they are done, which takes longer than a request. */
const SLOW = ['helm', 'helmv3', 'concord'];
/** Asked for an answer, and not for a task. */
const ANSWERED = ['event', 'rollback'];
/** What splits requests from outside alone. */
const AT_THE_EDGE = ['nginx', 'traefik', 'contour', 'gloo', 'apisix', 'skipper'];
const LOAD_TESTER = /^https?:\/\/[\w.-]*load-?tester[\w.-]*(?::\d+)?\/?$/i;
/** How long the usual programs go on: `hey -z 1m`, `wrk -d 30s`, `ghz -z 1m`. */
const LASTS = /\b(?:hey|wrk2?|ghz|bombardier)\b.*?\s-(?:z|d)[ =]?(\d+(?:m|s|ms|h)?)\b/s;

export const canaryLoadTest: Rule = {
  id: 'canary-load-test',
  class: 'broken',
  summary: 'a webhook to the load tester asks for what it can do, and its requests meet the canary for as long as they are measured',
  why: 'the load tester answers anything else with an error, which is a failed check; requests that do not meet the canary leave its metrics empty, which is one too',
  covers: ['FB-09', 'FB-10'],
  check: (graph) => forEachCanary(graph, function* (canary): Iterable<Remark> {
    for (const webhook of canary.webhooks.filter((each) => LOAD_TESTER.test(each.textAt('url') ?? '') && !ANSWERED.includes(each.textAt('type') ?? ''))) {
      if (!webhook.at('metadata').isUnknown && (yield* task(webhook))) {
        yield* requests(webhook, canary);
      }
    }
  }),
};

/** Whether the load tester knows what to do. */
function* task(webhook: Field): Generator<Remark, boolean> {
  const metadata = webhook.at('metadata');
  const type = metadata.at('type');
  const name = type.text ?? 'cmd';
  if (metadata.keys().length === 0) {
    yield remark(metadata, 'must say what the load tester is to do, got none', 'write metadata: { cmd: "hey -z 1m -q 10 -c 2 http://..." }');
    return false;
  }
  if (type.isUnknown) {
    return false;
  }
  if (!Object.hasOwn(TASKS, name)) {
    const meant = nearest(name, Object.keys(TASKS));
    yield remark(type, `must be one of ${listed(Object.keys(TASKS))}, got ${name}: the load tester breaks down at it`, write(type, meant ?? 'cmd'));
    return false;
  }
  const missing = TASKS[name].filter((key) => !metadata.has(key) && !metadata.at(key).isUnknown);
  if (missing.length > 0) {
    yield remark(metadata, `must have ${listed(missing)} for type ${name}, got ${listed(metadata.keys())}`, `write ${missing[0]}: ... below it`);
    return false;
  }
  if (SLOW.includes(name) && !webhook.has('timeout')) {
    yield remark(webhook.at('timeout'), `must be longer than what type ${name} does, got none, which is 10s`, 'write timeout: 3m', { class: 'risky' });
  }
  return true;
}

function* requests(webhook: Field, canary: CanaryNode): Iterable<Remark> {
  const { analysis, provider, serviceName, metrics, namespace } = canary;
  const cmd = webhook.at('metadata', 'cmd');
  const text = cmd.text ?? '';
  // what comes before the rollout is a test, and no load
  const isLoad = ['', 'rollout'].includes(webhook.textAt('type') ?? '') && ['cmd', undefined].includes(webhook.at('metadata').textAt('type'));
  if (!isLoad || serviceName === undefined || provider === undefined) {
    return;
  }
  const builtin = metrics.filter(({ name = '' }) => BUILTIN_METRICS.includes(name));
  const host = hostIn(text, serviceName, namespace);
  if (host === serviceName && provider === 'kubernetes') {
    yield remark(cmd, `must send its requests to ${serviceName}-canary, got ${host}, which leads to the primary alone`, write(cmd, text.replace(`//${host}`, `//${host}-canary`)));
  } else if (host !== undefined && AT_THE_EDGE.includes(provider) && builtin.length > 0) {
    yield remark(
      cmd, `must send its requests to where ${provider} takes them in, got ${host}, which goes past it: ${builtin[0].name} finds no request`,
      `write -host ... and the address of ${provider} in the place of ${host}`, { class: 'risky' },
    );
  }
  const [, written = ''] = LASTS.exec(text) ?? [];
  const lasts = parseGoDuration(/^\d+$/.test(written) ? `${written}s` : written);
  const interval = parseGoDuration(analysis.textAt('interval') ?? '');
  const windows = metrics.map(({ field }) => field.has('interval') ? parseGoDuration(field.textAt('interval') ?? '') : 60);
  if (lasts !== undefined && interval !== undefined && windows.length > 0 && !windows.includes(undefined)) {
    const shortest = Math.min(...windows.map((window) => window ?? 0));
    if (lasts + shortest <= interval) {
      yield remark(
        cmd, `must last until the next check, ${formatGoDuration(interval)} later, got ${written}: a metric that looks back over ${formatGoDuration(shortest)} finds no request`,
        write(cmd, text.replace(written, formatGoDuration(interval))), { class: 'risky' },
      );
    }
  }
}

/** Which Service of the release a command asks directly. */
function hostIn(text: string, service: string, namespace: string | undefined): string | undefined {
  const [, host, space] = /https?:\/\/([a-z0-9-]+)(?:\.([a-z0-9-]+)(?:\.svc(?:\.cluster\.local)?)?)?(?=[:/\s"']|$)/.exec(text) ?? [];
  const isNear = space === undefined || namespace === undefined || space === namespace;
  return isNear && (host === service || host === `${service}-canary`) ? host : undefined;
}
