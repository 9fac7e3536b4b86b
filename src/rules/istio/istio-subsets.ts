import { DESTINATION_RULE } from '../../graph/destination-rule';
import type { DestinationRuleNode } from '../../graph/destination-rule';
import type { IstioUse } from '../../graph/istio-use';
import { PROTOCOLS } from '../../graph/virtual-service';
import { write } from '../fix';
import { addOrRename } from '../missing-object';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed } from '../wording';

const VERSIONS = ['canary', 'stable'] as const;

export const istioSubsets: Rule = {
  id: 'istio-subsets',
  class: 'broken',
  summary: 'the DestinationRule that tells the versions apart has a subset for each, no others, and a Service that reaches both',
  why: 'the controller accepts the Rollout, and requests to a subset that is missing or has no pods are answered with 503',
  covers: ['TR-10'],
  *check(graph): Iterable<Remark> {
    for (const istio of graph.istio) {
      const name = istio.destinationRule.textAt('name');
      if (name !== undefined && name !== '') {
        const { rule, rollout } = istio;
        if (rule === undefined) {
          yield remark(
            istio.destinationRule.at('name'), `names DestinationRule ${name}, which is not in the input`,
            addOrRename(istio.destinationRule.at('name'), { kind: 'DestinationRule', name, namespace: rollout.namespace }, graph.index.ofKind(DESTINATION_RULE)), { missing: { kind: 'DestinationRule', name } },
          );
        } else if (!rule.spec.isUnknown && !rule.spec.at('subsets').isUnknown) {
          yield* judgeSubsets(rule, istio);
        }
        yield* judgeHosts(istio);
      }
    }
  },
};

function* judgeSubsets(rule: DestinationRuleNode, istio: IstioUse): Iterable<Remark> {
  const names = rule.subsets.map((subset) => subset.textAt('name'));
  for (const version of VERSIONS) {
    const wanted = istio.subset(version);
    if (wanted !== undefined && !names.includes(wanted)) {
      const has = names.length === 0 ? 'none' : listed(names.map((name) => name ?? ''));
      yield remark(
        istio.destinationRule.at(`${version}SubsetName`), `must be a subset of DestinationRule ${rule.name ?? ''}, got ${wanted}; it has ${has}`,
        `add name: ${wanted} to the subsets of DestinationRule ${rule.name ?? ''}`, { about: rule },
      );
    }
  }
  for (const subset of rule.subsets) {
    const name = subset.textAt('name');
    if (name !== undefined && name !== istio.subset('canary') && name !== istio.subset('stable')) {
      yield remark(
        subset, `must be a version of Rollout ${istio.rollout.name ?? ''}, whose controller takes all other subsets away, got ${name}`,
        'move it to a DestinationRule of another host', { about: istio.rollout },
      );
    }
  }
}

/** A subset finds its pods among those of the Service that is its host. */
function* judgeHosts(istio: IstioUse): Iterable<Remark> {
  const { rule, rollout } = istio;
  const subsets = [istio.subset('canary'), istio.subset('stable')];
  const routes = istio.virtualServices.flatMap((use) => PROTOCOLS.flatMap((protocol) => use.chosen(protocol).routes))
    .filter(({ isKnown }) => isKnown);
  for (const { field, service, subset } of routes.flatMap((route) => route.destinations)) {
    if (subset === undefined || !subsets.includes(subset)) {
      continue;
    }
    const host = field.at('destination', 'host');
    const other = subset === istio.subset('canary') ? 'stable' : 'canary';
    const narrowed = rollout.services.find(({ role, name }) => role === other && name === service);
    if (narrowed !== undefined) {
      yield remark(
        narrowed.field, `must not be Service ${narrowed.name}, among whose pods subset ${subset} looks for its own: one that is named here reaches the ${other} version alone`,
        `drop ${narrowed.role}Service, or name another`, { about: host.node },
      );
    } else if (rule?.service !== undefined && rule.service !== service) {
      yield remark(
        host, `must be the host of DestinationRule ${rule.name ?? ''}, ${rule.service}, since subset ${subset} is one of its subsets, got ${service}`,
        write(host, rule.service), { about: rule },
      );
    }
  }
}
