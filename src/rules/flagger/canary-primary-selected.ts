import type { CanaryNode } from '../../graph/canary';
import { FLAGGER_LABELS, isMadeByFlagger, PRIMARY } from '../../graph/canary-target';
import type { CanaryTarget } from '../../graph/canary-target';
import { Field } from '../../graph/field';
import type { Graph } from '../../graph/graph';
import { ResourceNode } from '../../graph/resource-node';
import { mayBeSameNamespace } from '../../manifests/namespaces';
import { write } from '../fix';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';

/** Where these kinds say which pods they are about. */
const SELECTORS: Readonly<Record<string, string>> = {
  'Service': 'selector',
  'PodDisruptionBudget.policy': 'selector',
  'NetworkPolicy.networking.k8s.io': 'podSelector',
  'PodMonitor.monitoring.coreos.com': 'selector',
  'AuthorizationPolicy.security.istio.io': 'selector',
  'PeerAuthentication.security.istio.io': 'selector',
  'RequestAuthentication.security.istio.io': 'selector',
};

export const canaryPrimarySelected: Rule = {
  id: 'canary-primary-selected',
  class: 'risky',
  summary: 'what selects the pods of a target selects those of its primary too',
  why: 'the primary has the requests, and another value of one label: what selects by the old value is about the canary alone, which has no pods between two releases',
  covers: ['FT-16'],
  *check(graph): Iterable<Remark> {
    const selecting = graph.canaries.length === 0 ? new Map<string, readonly ResourceNode[]>() : selectingIn(graph);
    yield* forEachCanary(graph, function* (canary): Iterable<Remark> {
      const { label } = canary.pods ?? {};
      for (const node of label === undefined ? [] : [...selecting.get(`${label.key} ${label.value}`) ?? [], ...selecting.get(EXPRESSIONS) ?? []]) {
        if (canary.pods !== undefined && mayBeSameNamespace(node.namespace, canary.namespace)) {
          yield* judgeObject(node, canary.pods, canary);
        }
      }
    });
  },
};

/** Where those are that do not select by labels alone. */
const EXPRESSIONS = '';

/** By a label that Flagger may change; no key and no value of one holds a blank. */
function selectingIn({ index }: Graph): ReadonlyMap<string, readonly ResourceNode[]> {
  const found = new Map<string, ResourceNode[]>();
  for (const node of Object.keys(SELECTORS).flatMap((kind) => index.ofKind(kind)).filter((each) => each instanceof ResourceNode)) {
    const selector = node.spec.at(SELECTORS[node.groupKind]);
    const labels = node.kind === 'Service' ? selector : selector.at('matchLabels');
    const places = selector.has('matchExpressions') ? [EXPRESSIONS]
      : FLAGGER_LABELS.flatMap((key) => labels.textAt(key) === undefined ? [] : [`${key} ${labels.textAt(key) ?? ''}`]);
    for (const place of places) {
      const others = found.get(place);
      found.set(place, others === undefined ? [node] : (others.push(node), others));
    }
  }
  return found;
}

function* judgeObject(node: ResourceNode, pods: CanaryTarget, canary: CanaryNode): Iterable<Remark> {
  const { label } = pods;
  const selector = node.spec.at(SELECTORS[node.groupKind]);
  // a Service has its labels right there
  const asked = node.kind === 'Service' ? new Field(node, { matchLabels: selector.value }) : selector;
  if (label !== undefined && pods.isPrimaryMissedBy(asked) && !isOfFlagger(node, canary)) {
    const [field] = [selector.at(label.key), selector.at('matchLabels', label.key), selector].filter(({ exists }) => exists);
    const wanted = label.value + PRIMARY;
    yield remark(
      field, `selects the pods of ${pods.workload.resource}, and not those of its primary under ${canary.resource}, which have ${label.key}: ${wanted}`,
      field === selector ? `write ${label.key}: ${wanted} below matchLabels` : write(field, wanted), { about: canary },
    );
  }
}

/** Flagger gives its own Services the selector that they need. */
function isOfFlagger(node: ResourceNode, { serviceName = '' }: CanaryNode): boolean {
  return isMadeByFlagger(node) || (node.kind === 'Service' && [serviceName, `${serviceName}${PRIMARY}`, `${serviceName}-canary`].includes(node.name ?? ''));
}
