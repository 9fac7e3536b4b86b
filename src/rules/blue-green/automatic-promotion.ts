import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const automaticPromotion: Rule = {
  id: 'automatic-promotion',
  class: 'risky',
  summary: 'a blue-green is promoted by a person or after a time, and not by both',
  why: 'with autoPromotionEnabled: false the controller ignores the time: what was to switch by itself waits for somebody for ever',
  covers: ['GAP-15'],
  check: (graph) => forEachRolloutWith(graph, ['autoPromotionSeconds'], function* ({ blueGreen }): Iterable<Remark> {
    const seconds = blueGreen.at('autoPromotionSeconds');
    if (blueGreen.at('autoPromotionEnabled').boolean === false && seconds.number !== undefined && seconds.number > 0) {
      yield remark(
        seconds, `is ignored beside autoPromotionEnabled: false, got ${seconds.number}: nothing switches until a person says so`,
        'drop autoPromotionSeconds, or autoPromotionEnabled: false',
      );
    }
  }),
};
