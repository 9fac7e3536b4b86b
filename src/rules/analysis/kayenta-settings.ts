import type { Field } from '../../graph/field';
import { parseGoDuration } from '../../manifests/durations';
import { keyed } from '../fix';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { forEachMetricOf, requiredClass } from '../settings';
import type { Settings } from '../settings';

export const kayentaSettings: Rule = {
  id: 'kayenta-settings',
  class: 'broken',
  summary: 'a metric of Kayenta says which time to compare, on both sides alike, and which scores are good',
  why: 'the controller refuses a time on one side only, and counts back by the interval of the metric where there is none: each measurement is an error, and the fifth in a row aborts the rollout',
  covers: ['PR-21', 'PR-22', 'ME-21'],
  check: (graph) => forEachMetricOf(graph, 'kayenta', judge),
};

function* judge(settings: Settings): Iterable<Remark> {
  const scopes = settings.at('scopes');
  if (!scopes.isUnknown && scopes.items().length === 0) {
    yield remark(scopes, 'must name what is compared, got none', `write ${keyed(scopes)}[{ name: default, controlScope: ..., experimentScope: ... }]`, requiredClass(scopes));
  }
  for (const scope of scopes.items()) {
    yield* judgeScope(scope, settings);
  }
  const [pass, marginal] = [settings.at('threshold', 'pass').number, settings.at('threshold', 'marginal').number];
  if (pass !== undefined && marginal !== undefined && marginal > pass) {
    yield remark(settings.at('threshold', 'marginal'), `must not be above pass, ${pass}, got ${marginal}`, `write marginal: ${pass}`, { class: 'risky' });
  }
}

function* judgeScope(scope: Field, settings: Settings): Iterable<Remark> {
  for (const key of ['start', 'end']) {
    const sides = ['controlScope', 'experimentScope'].map((side) => scope.at(side, key));
    const written = sides.map((side) => settings.textOf(side));
    const missing = written.indexOf('');
    if (missing >= 0 && written.some((text) => text === undefined || text !== '')) {
      const given = sides[1 - missing];
      yield remark(sides[missing], `must have ${key === 'end' ? 'an' : 'a'} ${key}, as the other side has one, got none`, `write ${key}: ${given.text ?? 'the same'}, or drop that one`);
    }
  }
  const isCountedBack = settings.textOf(scope.at('controlScope', 'start')) === '' && settings.textOf(scope.at('experimentScope', 'start')) === '';
  const interval = settings.textOf(settings.item.metric.field.at('interval'));
  if (isCountedBack && settings.at('lookback').boolean !== true && interval !== undefined && parseGoDuration(interval) === undefined) {
    yield remark(
      settings.item.metric.field.at('interval'), `must say how far back Kayenta compares, since ${scope.textAt('name') ?? 'a scope'} has no start, got ${interval === '' ? 'none' : interval}`,
      'write interval: 1h, or lookback: true for all of the run',
    );
  }
}
