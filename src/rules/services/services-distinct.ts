import type { Field } from '../../graph/field';
import { SERVICE_KEYS } from '../../graph/rollout';
import { write } from '../fix';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const servicesDistinct: Rule = {
  id: 'services-distinct',
  class: 'refused',
  summary: 'the two versions have Services of their own',
  why: 'the controller points each Service at one version by its selector; one Service cannot be both, and the Rollout is refused as InvalidSpec',
  covers: ['CA-02', 'CA-06', 'BG-01'],
  check: (graph) => forEachRolloutWith(graph, SERVICE_KEYS, function* (rollout): Iterable<Remark> {
    const { canary, blueGreen } = rollout;
    yield* differ(canary.at('stableService'), canary.at('canaryService'), 'canaryService');
    yield* differ(canary.at('pingPong', 'pingService'), canary.at('pingPong', 'pongService'), 'pongService');
    yield* differ(blueGreen.at('activeService'), blueGreen.at('previewService'), 'previewService');
    const active = blueGreen.at('activeService');
    if (blueGreen.isMap && (!active.exists || active.text === '')) {
      // a name that is empty is looked for later, unless the other one is as well
      const isTaken = active.exists && (blueGreen.textAt('previewService') ?? '') !== '';
      yield remark(active, 'must name the Service that has the traffic, got nothing', write(active, rollout.name ?? 'its name'), isTaken ? { class: 'broken' } : {});
    }
  }),
};

function* differ(field: Field, other: Field, name: string): Iterable<Remark> {
  if (field.text !== undefined && field.text !== '' && field.text === other.text) {
    yield remark(field, `must be another Service than ${name}, got ${field.text} for both`, `write ${name}: ${field.text}-${suffix(name)}, and add that Service`);
  }
}

function suffix(name: string): string {
  return name.replace('Service', '');
}
