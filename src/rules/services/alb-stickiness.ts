import { write } from '../fix';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

const LONGEST_SECONDS = 604_800;

export const albStickiness: Rule = {
  id: 'alb-stickiness',
  class: 'broken',
  summary: 'a load balancer knows its visitors for a second to seven days',
  why: 'the controller accepts anything else and then fails to write the weights, so that no step moves traffic',
  covers: ['TR-01'],
  check: (graph) => forEachRolloutWith(graph, ['stickinessConfig'], function* ({ trafficRouting }): Iterable<Remark> {
    const settings = trafficRouting.at('alb', 'stickinessConfig');
    const seconds = settings.at('durationSeconds');
    const isOut = seconds.number === undefined ? !seconds.isUnknown : seconds.number < 1 || seconds.number > LONGEST_SECONDS;
    if (settings.at('enabled').boolean === true && isOut) {
      yield remark(seconds, `must be from 1 to ${LONGEST_SECONDS} seconds, which are seven days, got ${seconds.exists ? shown(seconds.value) : 'nothing'}`, `${write(seconds, 86400)} for a day`);
    }
  }),
};
