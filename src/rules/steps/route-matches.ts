import type { Field } from '../../graph/field';
import { keyed } from '../fix';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed, shown } from '../wording';

const KINDS = ['exact', 'prefix', 'regex'];

export const routeMatches: Rule = {
  id: 'route-matches',
  class: 'refused',
  summary: 'what a route of a step compares with is exactly one of a text, a prefix and a pattern',
  why: 'the controller refuses the Rollout as InvalidSpec; it looks at the method and the path of a mirror route, and not at its headers, of which a router then makes what it likes',
  covers: ['ST-09', 'ST-10', 'ST-12', 'ST-13'],
  check: (graph) => forEachRolloutWith(graph, ['setHeaderRoute', 'setMirrorRoute'], function* ({ steps, trafficRouting }): Iterable<Remark> {
    for (const step of steps.filter((each) => each.has('setHeaderRoute') || each.has('setMirrorRoute'))) {
      // what a load balancer of AWS takes is another rule's, and so is a router that cannot
      for (const match of trafficRouting.has('alb') ? [] : step.at('setHeaderRoute', 'match').items()) {
        yield* judge(match.at('headerValue'), true);
      }
      for (const match of step.at('setMirrorRoute', 'match').items()) {
        yield* judge(match.at('method'), false);
        yield* judge(match.at('path'), false);
        for (const [, header] of match.at('headers').entries()) {
          for (const each of judge(header, false)) {
            yield { ...each, class: 'broken' };
          }
        }
      }
    }
  }),
};

function* judge(value: Field, isNeeded: boolean): Iterable<Remark> {
  if (value.isUnknown || KINDS.some((kind) => value.at(kind).isUnknown) || (!value.exists && !isNeeded)) {
    return;
  }
  const given = KINDS.filter((kind) => value.has(kind) && value.textAt(kind) !== '');
  if (given.length === 0) {
    const got = value.text === undefined ? 'none of them' : shown(value.text);
    yield remark(value, `must be one of ${listed(KINDS)}, got ${got}`, `write ${keyed(value)}{ exact: ${value.text === undefined ? '...' : shown(value.text)} }`);
  } else if (given.length > 1) {
    yield remark(value, `must be one of ${listed(KINDS)}, got ${listed(given)}`, `keep ${given[0]}: ${shown(value.at(given[0]).value)}`);
  }
}
