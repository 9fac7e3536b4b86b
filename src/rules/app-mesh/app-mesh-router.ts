import { AppMeshUse, meshRoutes } from '../../graph/app-mesh-use';
import type { MeshReference, MeshRoute } from '../../graph/app-mesh-use';
import type { Field } from '../../graph/field';
import { keyed, write } from '../fix';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, RemarkDetails, Rule } from '../rule';
import { listed, shown } from '../wording';

export const appMeshRouter: Rule = {
  id: 'app-mesh-router',
  class: 'refused',
  summary: 'what App Mesh is told of is a virtual service with a router, whose routes lead to the nodes of the two versions and nowhere else',
  why: 'the controller refuses the Rollout as InvalidSpec, or fails when it writes the weights into the routes; without the two nodes its process ends',
  covers: ['RF-39', 'RF-40', 'RF-41', 'TR-09'],
  check: (graph) => forEachRolloutWith(graph, ['appMesh'], function* (rollout): Iterable<Remark> {
    if (rollout.trafficRouting.at('appMesh').isMap) {
      const use = new AppMeshUse(rollout, graph.index);
      yield* judgeService(use);
      yield* judgeNodes(use);
      const router = use.virtualRouter?.node;
      const routes = router === undefined ? [] : meshRoutes(router);
      for (const route of routes) {
        yield* judgeRoute(route, use);
      }
      if (router !== undefined && routes.length === 0 && !router.spec.at('routes').isUnknown) {
        yield remark(router.spec.at('routes'), `must have a route, which ${rollout.resource} is split by, got none`, 'add a route to the two nodes', { about: rollout });
      }
    }
  }),
};

function* judgeService(use: AppMeshUse): Iterable<Remark> {
  const { settings, virtualService, virtualRouter, rollout } = use;
  const field = settings.at('virtualService');
  if (virtualService === undefined) {
    if (!field.isUnknown && !field.at('name').isUnknown) {
      yield remark(field, 'must name the virtual service that clients call, got none', `write ${keyed(field)}{ name: ${rollout.name ?? 'its-name'} }`);
    }
    return;
  }
  yield* judgeMissing(virtualService, {});
  const { node } = virtualService;
  if (node !== undefined && virtualRouter === undefined) {
    const provider = node.spec.at('provider');
    if (!provider.isUnknown && !provider.at('virtualRouter').isUnknown) {
      yield remark(
        provider, `must be a virtualRouter, which gets the weights of ${rollout.resource}, got ${provider.exists ? listed(provider.keys()) : 'none'}`,
        `write ${keyed(provider)}{ virtualRouter: { virtualRouterRef: { name: ... } } }`, { about: rollout },
      );
    }
  }
  yield* virtualRouter === undefined ? [] : judgeMissing(virtualRouter, { about: rollout });
}

function* judgeNodes(use: AppMeshUse): Iterable<Remark> {
  for (const version of ['stable', 'canary'] as const) {
    const group = use.settings.at('virtualNodeGroup');
    const node = use.virtualNode(version);
    if (node !== undefined) {
      yield* judgeMissing(node, { class: 'broken' });
    } else if (!group.isUnknown && !group.at(`${version}VirtualNodeRef`).isUnknown && !group.at(`${version}VirtualNodeRef`, 'name').isUnknown) {
      const name = `${use.rollout.name ?? 'its-name'}-${version}`;
      yield remark(group.at(`${version}VirtualNodeRef`), `must name the virtual node of the ${version} pods, got none`, `write ${version}VirtualNodeRef: { name: ${name} }`, { class: 'broken' });
    }
  }
}

function judgeMissing({ field, kind, name, node }: MeshReference, details: RemarkDetails): readonly Remark[] {
  return node === undefined
    ? [remark(field, `names ${kind} ${name}, which is not in the input`, `add ${kind} ${name}, or correct the name`, { ...details, missing: { kind, name } })]
    : [];
}

function* judgeRoute({ field, name, targets }: MeshRoute, use: AppMeshUse): Iterable<Remark> {
  const chosen = use.settings.at('virtualService', 'routes').items().flatMap(({ text }) => text ?? []);
  const about = { about: use.rollout };
  if (!name.exists && !name.isUnknown) {
    yield remark(name, 'must be given, since the controller finds routes by it, got none', 'write a name', { ...about, class: 'broken' });
  }
  if (targets === undefined) {
    if (!field.isUnknown) {
      yield remark(field, `must be an httpRoute, http2Route, grpcRoute or tcpRoute, got ${listed(field.keys())}`, 'write httpRoute: { action: { weightedTargets: [...] } }', about);
    }
    return;
  }
  const count = targets.items().length;
  if (!targets.isUnknown && count !== 2) {
    yield remark(targets, `must be the nodes of the two versions, got ${count === 0 ? 'none' : count}`, 'write one for the stable and one for the canary node', about);
  } else if (chosen.length === 0 || chosen.includes(name.text ?? '')) {
    yield* judgeTargets(targets, use);
  }
}

function* judgeTargets(targets: Field, use: AppMeshUse): Iterable<Remark> {
  const nodes = [use.virtualNode('stable'), use.virtualNode('canary')].flatMap((each) => each?.name ?? []);
  for (const target of targets.items()) {
    const name = target.at('virtualNodeRef', 'name');
    if (nodes.length === 2 && name.text !== undefined && !nodes.includes(name.text)) {
      yield remark(name, `must be ${nodes.join(' or ')}, whose weights ${use.rollout.resource} sets, got ${shown(name.text)}`, write(name, nodes[0]), { class: 'broken', about: use.rollout });
    }
    const weight = target.at('weight');
    if (!weight.exists && !weight.isUnknown) {
      const full = name.text === nodes[0] ? 100 : 0;
      yield remark(weight, 'must be given, since the controller reads it before it writes its own, got none', write(weight, full), { class: 'broken', about: use.rollout });
    }
  }
}
