import type { CanaryNode } from '../../graph/canary';
import type { Field } from '../../graph/field';
import { parseGoDuration } from '../../manifests/durations';
import { write } from '../fix';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

/** Durations of the Gateway API. */
const DURATION = /^(?:\d{1,5}(?:h|m|s|ms)){1,4}$/;
const HOST = /^(?:\*\.)?[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;

export const canaryRouteValues: Rule = {
  id: 'canary-route-values',
  class: 'broken',
  summary: 'hosts, timeouts, rewrites and CORS of a Canary are such that an HTTPRoute takes them as they are',
  why: 'the API server refuses the HTTPRoute that Flagger writes, and the Canary stays in the phase Initializing; what it fills in itself Flagger takes back at every '
    + 'interval, and all weights with it',
  covers: ['FG-05', 'FG-08', 'FG-09', 'FG-10'],
  check: (graph) => forEachCanary(graph, function* (canary): Iterable<Remark> {
    if (canary.provider?.startsWith('gatewayapi') === true) {
      yield* hosts(canary.service);
      yield* rewrite(canary);
    }
    if (canary.provider === 'gatewayapi:v1') {
      yield* timeouts(canary.service);
      yield* cors(canary);
    }
  }),
};

function* hosts(service: Field): Iterable<Remark> {
  for (const host of service.at('hosts').items()) {
    const { text } = host;
    if (text !== undefined && !HOST.test(text)) {
      const meant = text.toLowerCase().replace(/^https?:\/\//, '').replace(/[:/].*$/, '');
      yield remark(
        host, `must be the name of a host in small letters, without a port, got ${shown(text)}`,
        text === '*' ? 'drop it: without hosts the route takes those of its Gateway' : HOST.test(meant) ? write(host, meant) : 'write for example shop.example.com',
      );
    }
  }
}

function* rewrite({ service, analysis }: CanaryNode): Iterable<Remark> {
  const type = service.at('rewrite', 'type');
  const matches = service.at('match').items();
  const audience = analysis.at('match').items();
  if (type.text !== 'ReplacePrefixMatch' || (service.at('rewrite').textAt('uri') ?? '') === '' || service.at('match').isUnknown || matches.some((each) => each.at('uri').isUnknown)) {
    return;
  }
  // without a match Flagger writes one for the prefix /
  const isOnePrefix = matches.length === 0 || (matches.length === 1 && !['regex', 'exact'].some((key) => matches[0].at('uri').has(key)));
  if (!isOnePrefix || audience.length > 1) {
    yield remark(type, 'can be ReplacePrefixMatch only where one prefix is matched, and nothing else', write(type, 'ReplaceFullPath'));
  }
}

function* timeouts(service: Field): Iterable<Remark> {
  const [request, backend] = [service.at('timeout'), service.at('backendTimeout')];
  for (const field of [request, backend]) {
    const { text } = field;
    if (text !== undefined && text !== '' && !DURATION.test(text)) {
      const seconds = parseGoDuration(/^\d+$/.test(text) ? `${text}s` : text);
      yield remark(
        field, `must be a duration in whole hours, minutes, seconds or milliseconds, got ${shown(text)}`,
        seconds === undefined || seconds <= 0 ? 'write for example 15s' : write(field, seconds % 1 === 0 ? `${seconds}s` : `${Math.ceil(seconds * 1000)}ms`),
      );
    }
  }
  const [most, one] = [request, backend].map(({ text }) => text !== undefined && DURATION.test(text) ? parseGoDuration(text) : undefined);
  if (most !== undefined && one !== undefined && most > 0 && one > most) {
    yield remark(backend, `must be at most timeout, ${request.text}, got ${backend.text}`, write(backend, request.text ?? ''));
  }
}

function* cors({ service, course }: CanaryNode): Iterable<Remark> {
  const policy = service.at('corsPolicy');
  const age = policy.at('maxAge');
  if (!policy.isMap || age.isUnknown) {
    return;
  }
  const seconds = parseGoDuration(age.text ?? '');
  if (seconds === undefined || seconds < 1) {
    const [, days] = /^(\d+)d$/.exec(age.text ?? '') ?? [];
    const isStuck = course === 'weights';
    yield remark(
      age, `must be a duration such as 24h, got ${age.exists ? shown(age.value) : 'none'}: the API server fills in 5 s, and Flagger writes the route anew, ${
        isStuck ? 'so that the analysis never gets beyond its first weight' : 'without the canary, at every interval'}`,
      write(age, days === undefined ? '24h' : `${Number(days) * 24}h`), isStuck ? {} : { class: 'risky' },
    );
  }
}
