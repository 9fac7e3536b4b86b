import type { CanaryNode } from '../../graph/canary';
import { isMadeByFlagger } from '../../graph/canary-target';
import type { Graph } from '../../graph/graph';
import { HORIZONTAL_POD_AUTOSCALER, SCALED_OBJECT } from '../../graph/scaler';
import type { ScalerNode } from '../../graph/scaler';
import { keyed, write } from '../fix';
import { addOrRename } from '../missing-object';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';

const GROUP_KINDS: Readonly<Record<string, string>> = { HorizontalPodAutoscaler: HORIZONTAL_POD_AUTOSCALER, ScaledObject: SCALED_OBJECT };

export const canaryAutoscaler: Rule = {
  id: 'canary-autoscaler',
  class: 'broken',
  summary: 'a Canary names what scales its target, and the primary gets bounds that can be',
  why: 'the primary gets a copy of the autoscaler that the Canary names: without the name it has as many pods as it began with, under any load; and without the object, or with bounds that Kubernetes refuses, the Canary stays in Initializing',
  covers: ['FH-01', 'FH-02', 'FH-04', 'FK-06'],
  check: (graph) => forEachCanary(graph, function* (canary): Iterable<Remark> {
    if (canary.isOfKnative) {
      return;
    }
    const { scaler, spec } = canary;
    if (!spec.at('autoscalerRef').exists && !spec.at('autoscalerRef').isUnknown) {
      yield* judgeUnnamed(canary, graph);
    } else if (scaler === undefined) {
      yield* judgeMissing(canary, graph);
    } else {
      yield* judgeTarget(canary, scaler);
    }
    yield* judgeBounds(canary);
  }),
};

function* judgeUnnamed({ spec, targetKind: kind, targetName: name, namespace }: CanaryNode, { scalers }: Graph): Iterable<Remark> {
  const scaler = scalers.find((each) => each.scalesObject({ kind, name, near: namespace }) && !isMadeByFlagger(each));
  if (scaler !== undefined) {
    const field = spec.at('autoscalerRef');
    yield remark(
      field, `must name ${scaler.resource}, which scales the target and would not scale the primary`,
      `write ${keyed(field)}{ apiVersion: ${scaler.root.textAt('apiVersion') ?? '...'}, kind: ${scaler.kind}, name: ${scaler.name ?? '...'} }`, { about: scaler, class: 'risky' },
    );
  }
}

function* judgeMissing({ spec, namespace }: CanaryNode, { index }: Graph): Iterable<Remark> {
  const [kind, field] = [spec.at('autoscalerRef').textAt('kind') ?? '', spec.at('autoscalerRef', 'name')];
  const { text: name } = field;
  if (name !== undefined && Object.hasOwn(GROUP_KINDS, kind)) {
    yield remark(
      field, `names ${kind} ${name}, which is not in the input`, addOrRename(field, { kind, name, namespace }, index.ofKind(GROUP_KINDS[kind])), { missing: { kind, name } },
    );
  }
}

function* judgeTarget({ spec, targetKind, targetName }: CanaryNode, scaler: ScalerNode): Iterable<Remark> {
  const field = spec.at('autoscalerRef', 'name');
  const { target } = scaler;
  if (scaler.groupKind === SCALED_OBJECT && scaler.spec.isMap && !target.exists && !target.isUnknown && targetName !== undefined) {
    const name = target.at('name');
    yield remark(name, 'must say what is scaled: Flagger crashes on a ScaledObject without it', write(name, targetName), { about: spec.node });
  } else if (targetName !== undefined && scaler.targetName !== undefined && (scaler.targetName !== targetName || scaler.targetKind !== targetKind)) {
    yield remark(
      field, `must be what scales ${targetKind ?? ''} ${targetName}, got ${scaler.resource}, which scales ${scaler.targetKind ?? ''} ${scaler.targetName}`,
      `${write(target.at('name'), targetName)} in ${scaler.resource}`, { about: scaler, class: 'risky' },
    );
  }
}

function* judgeBounds({ spec, scaler }: CanaryNode): Iterable<Remark> {
  const [fewest, most] = ['minReplicas', 'maxReplicas'].map((key) => spec.at('autoscalerRef', 'primaryScalerReplicas', key));
  const [ofScaler, mostOfScaler] = scaler?.limits ?? [];
  const min = fewest.exists || fewest.isUnknown ? fewest.number : ofScaler?.number;
  const max = most.exists || most.isUnknown ? most.number : mostOfScaler?.number;
  if (min !== undefined && max !== undefined && max < min && (fewest.exists || most.exists)) {
    const [field, other] = most.exists ? [most, min] : [fewest, max];
    yield remark(
      field, `must be ${most.exists ? 'at least the fewest' : 'at most the most'}, which are ${other}, got ${field.number ?? ''}`, write(field, other), { about: scaler },
    );
  }
}
