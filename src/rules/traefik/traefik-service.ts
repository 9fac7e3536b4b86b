import type { Graph } from '../../graph/graph';
import type { RolloutNode } from '../../graph/rollout';
import { OLD_TRAEFIK_SERVICE, TRAEFIK_SERVICE, TraefikServiceNode } from '../../graph/traefik-service';
import { addOrRename, onlyName } from '../missing-object';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { judgeBackends } from '../weighted-backends';

export const traefikService: Rule = {
  id: 'traefik-service',
  class: 'broken',
  summary: 'the TraefikService that a Rollout splits by exists, and divides requests between its two Services and nothing else',
  why: 'the controller accepts the Rollout, looks for both of them by name at every step, and without them writes no weight and stands still',
  covers: ['TR-06'],
  check: (graph) => forEachRolloutWith(graph, ['traefik'], function* (rollout): Iterable<Remark> {
    if (rollout.trafficRouting.at('traefik').isMap) {
      yield* judge(rollout, graph);
    }
  }),
};

function* judge(rollout: RolloutNode, { index }: Graph): Iterable<Remark> {
  const field = rollout.trafficRouting.at('traefik', 'weightedTraefikServiceName');
  const { text: name } = field;
  if (name === undefined || name === '') {
    if (!field.isUnknown) {
      yield remark(field, 'must name the weighted TraefikService, got nothing', `write weightedTraefikServiceName: ${onlyName(rollout.namespace, index.ofKind(TRAEFIK_SERVICE))}`);
    }
    return;
  }
  const node = index.find(TRAEFIK_SERVICE, rollout.namespace, name);
  const older = index.find(OLD_TRAEFIK_SERVICE, rollout.namespace, name);
  const found = node ?? older;
  if (!(found instanceof TraefikServiceNode)) {
    yield remark(
      field, `names TraefikService ${name}, which is not in the input`, addOrRename(field, { kind: 'TraefikService', name, namespace: rollout.namespace }, index.ofKind(TRAEFIK_SERVICE)),
      { missing: { kind: 'TraefikService', name } },
    );
    return;
  }
  if (node === undefined) {
    yield remark(
      field, `names TraefikService ${name} of traefik.containo.us, and the controller looks in traefik.io unless it was started with --traefik-api-group=traefik.containo.us`,
      'write apiVersion: traefik.io/v1alpha1 in it', { class: 'risky', about: found },
    );
  }
  const { weighted } = found;
  if (!weighted.isList && !weighted.isUnknown) {
    yield remark(field, `names TraefikService ${name}, which must have weighted.services, and has none`, 'add both Services to it', { about: found });
  }
  yield* judgeBackends({ list: weighted, key: 'name', holder: `TraefikService ${name}`, rollout, fallback: 1 });
}
