import type { DisruptionBudgetNode } from '../../graph/disruption-budget';
import type { Field } from '../../graph/field';
import type { Graph } from '../../graph/graph';
import type { RolloutNode } from '../../graph/rollout';
import { podsThatMayGo } from '../../pod-counts/disruptions';
import type { DisruptionLimit } from '../../pod-counts/disruptions';
import { forEachRollout, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { counted, listed, shown } from '../wording';

export const disruptionBudget: Rule = {
  id: 'disruption-budget',
  class: 'risky',
  summary: 'a budget for disruptions lets nodes be emptied, and keeps pods of the version that has the traffic',
  why: 'it counts the pods of all versions that it selects together: a drain waits for ever where none may go, and where so many may go as one version has, all of that version may (measured on a cluster)',
  covers: ['GAP-38'],
  check: (graph) => graph.disruptionBudgets.length === 0 ? [] : forEachRollout(graph, (rollout) => judge(rollout, graph)),
};

function* judge(rollout: RolloutNode, graph: Graph): Iterable<Remark> {
  const budgets = graph.disruptionBudgets.filter((budget) => budget.selects(rollout));
  if (budgets.length > 1) {
    yield remark(
      budgets[1].selector, `selects the pods of ${rollout.resource}, as ${listed(budgets.filter((_, index) => index !== 1).map((budget) => budget.resource))} does: Kubernetes evicts no pod that has two budgets`,
      'drop one of them', { class: 'broken', about: rollout },
    );
  }
  for (const budget of budgets) {
    yield* judgeBudget(budget, rollout);
  }
}

function* judgeBudget(budget: DisruptionBudgetNode, rollout: RolloutNode): Iterable<Remark> {
  if (budget.hash.exists) {
    yield remark(budget.hash, 'selects the pods of one version, and the next release has another hash', 'drop it', { about: rollout });
  }
  for (const kind of ['maxUnavailable', 'minAvailable'] as const) {
    const field = budget.spec.at(kind);
    const value = field.number ?? field.text;
    if (value !== undefined) {
      yield* judgeLimit(field, { kind, value }, rollout);
    }
  }
}

function* judgeLimit(field: Field, limit: DisruptionLimit, rollout: RolloutNode): Iterable<Remark> {
  const replicas = rollout.scaledRange?.min ?? rollout.spec.at('replicas').number;
  const details = { about: rollout };
  const got = shown(limit.value);
  if (limit.kind === 'maxUnavailable' && podsThatMayGo(limit, 100) === 0) {
    yield remark(field, `must be at least 1, got ${got}: no pod may go, and no node that holds one is ever emptied`, 'write maxUnavailable: 1', details);
    return;
  }
  if (replicas === undefined || !Number.isSafeInteger(replicas) || replicas < 1) {
    return;
  }
  const atRest = podsThatMayGo(limit, replicas);
  const other = podsBeside(rollout, replicas);
  const inRelease = podsThatMayGo(limit, replicas + other.pods);
  if (atRest === 0) {
    yield remark(field, `must leave a pod that may go, got ${got} with ${counted(replicas, 'replica')}: no node that holds one is ever emptied`, 'write maxUnavailable: 1 instead', details);
  } else if (atRest !== undefined && atRest >= replicas) {
    yield remark(
      field, `lets ${replicas === 1 ? 'the only pod' : `all ${replicas} pods`} go at once, got ${got}`,
      replicas === 1 ? `write replicas: 2 in ${rollout.resource}, or drop the budget, which keeps nothing` : 'write maxUnavailable: 1', { ...details, class: replicas === 1 ? 'advice' : 'risky' },
    );
  } else if (inRelease !== undefined && other.pods > 0 && inRelease >= replicas) {
    yield remark(
      field, `lets all ${replicas} pods of the version with the traffic go at once, got ${got}, while ${counted(other.pods, 'pod')} ${other.of} ${other.pods === 1 ? 'is' : 'are'} beside them`,
      'write maxUnavailable: 1 instead, which counts the pods that are down and not those that are up', details,
    );
  }
}

/** How many pods of another version stand beside those that have the traffic, at most, and have little or none of it themselves. */
function podsBeside(rollout: RolloutNode, replicas: number): { readonly pods: number; readonly of: string } {
  if (rollout.blueGreen.exists) {
    return { pods: replicas, of: 'of the preview' };
  }
  // Without a router the pods of both versions share the requests.
  const weights = rollout.routers.length === 0 ? [] : rollout.steps.map((step) => step.at('setWeight').number ?? 0).filter((weight) => weight <= 50);
  const share = Math.max(0, ...weights) / (rollout.fullWeight ?? 100);
  return { pods: Math.ceil(share * replicas), of: 'of the canary' };
}
