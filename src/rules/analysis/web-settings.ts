import { jsonPathProblem } from '../../manifests/json-path';
import { isUrl } from '../../manifests/urls';
import { write } from '../fix';
import { judgeOAuth } from '../oauth';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { addressFix, forEachMetricOf, requiredClass, shownAddress } from '../settings';
import type { Settings } from '../settings';
import { shown } from '../wording';

const METHODS = ['GET', 'POST', 'PUT'];

export const webSettings: Rule = {
  id: 'web-settings',
  class: 'broken',
  summary: 'a web metric has an address, a method that fits its body, and a path that can be read',
  why: 'the definition of the template takes any combination; the controller refuses it at each measurement, and the fifth error in a row aborts the rollout',
  covers: ['PR-05', 'PR-15', 'PR-16', 'PR-17', 'ME-21'],
  check: (graph) => forEachMetricOf(graph, 'web', judge),
};

function* judge(settings: Settings): Iterable<Remark> {
  const url = settings.text('url');
  if (url !== undefined && (!isUrl(url) || !/^https?:/i.test(url))) {
    const got = url === '' ? 'none' : shownAddress(url);
    yield remark(settings.at('url'), `must be an address with http:// or https://, got ${got}`, url === '' ? 'write for example url: http://checkout-canary.shop/health' : addressFix(settings.at('url'), url), requiredClass(settings.at('url')));
  }
  yield* judgeBody(settings);
  const timeout = settings.at('timeoutSeconds').number;
  if (timeout !== undefined && timeout < 0) {
    yield remark(settings.at('timeoutSeconds'), `must be above 0, got ${timeout}, which means 10`, 'write timeoutSeconds: 10', { class: 'risky' });
  }
  const path = settings.text('jsonPath');
  const problem = path === undefined || path === '' || isMeant(path, settings) ? undefined : jsonPathProblem(path);
  if (path !== undefined && problem !== undefined) {
    yield remark(settings.at('jsonPath'), `${problem}, got ${shown(path)}`, path.includes('{') ? 'write for example jsonPath: "{$.data.errorRate}"' : write(settings.at('jsonPath'), `{$${path.replace(/^\$?\.?/, '.')}}`));
  }
  yield* judgeOAuth(settings);
}

function* judgeBody(settings: Settings): Iterable<Remark> {
  const [method, body] = [settings.text('method'), settings.text('body')];
  const hasJson = settings.at('jsonBody').exists;
  if (method !== undefined && method !== '' && !METHODS.includes(method)) {
    const meant = METHODS.find((each) => each === method.toUpperCase());
    yield remark(settings.at('method'), `must be GET, POST or PUT, got ${shown(method)}`, `write method: ${meant ?? 'GET'}`, { class: 'risky' });
  }
  if (hasJson && body !== undefined && body !== '') {
    yield remark(settings.at('body'), 'must not stand beside jsonBody, since there is one body', 'drop body, or jsonBody');
  } else if ((hasJson || (body !== undefined && body !== '')) && (method === '' || method === 'GET')) {
    yield remark(settings.at('method'), `must be POST or PUT to send a body, got ${method === '' ? 'none, which is GET' : method}`, 'write method: POST');
  }
}

/** Whoever compares the answer with that very text wants any answer, and no part of it. */
function isMeant(path: string, { item }: Settings): boolean {
  return !path.includes('{') && item.metric.conditions.some(({ text }) => text?.includes(`"${path}"`) === true);
}
