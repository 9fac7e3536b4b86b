import type { ArgoMetricFragment, Criterion, Measurement } from '../intent/metric-source';
import { mapLeaf } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/** How the answers of a store are read in the condition language of Argo Rollouts. */
export interface AnswerShape {
  /** Whether there is something to judge, and whether there is not; absent where the store cannot tell. */
  readonly data?: { readonly some: string; readonly none: string };
  /** Whether an answer lies on the bad side, which a comparison such as `< 99` tells. */
  readonly isBad: (comparison: string) => string;
  /** Whether it lies on the good side. */
  readonly isGood: (comparison: string) => string;
}

/** One number is judged. */
export function oneNumber(value: string, data?: AnswerShape['data']): AnswerShape {
  const compare = (comparison: string) => `${value} ${comparison}`;
  return { data, isBad: compare, isGood: compare };
}

/** Every number of a list is judged, those left out that say nothing: one bad number is a bad answer. */
export function everyNumber(list: string, number: { readonly value: string; readonly missing: string; readonly given: string }): AnswerShape {
  const { value, missing, given } = number;
  return {
    data: { some: `any(${list}, {${given}})`, none: `all(${list}, {${missing}})` },
    isBad: comparison => `any(${list}, {${given} && ${value} ${comparison}})`,
    isGood: comparison => `all(${list}, {${missing} || ${value} ${comparison}})`,
  };
}

/** The conditions of a question, in which an answer that says nothing counts as the question wants it. */
export function conditions(shape: AnswerShape, { criterion, role, silence }: Measurement): Omit<ArgoMetricFragment, 'provider'> {
  const { data } = shape;
  const atLeast = criterion.kind === 'at-least';
  const failureCondition = compared(criterion, atLeast ? '<' : '>', comparison =>
    guarded(data && (silence === 'failure' ? `${data.none} ||` : `${data.some} &&`), shape.isBad(comparison)));
  if (role === 'guard') return { failureCondition };
  const successCondition = compared(criterion, atLeast ? '>=' : '<=', comparison =>
    guarded(data && (silence === 'success' ? `${data.none} ||` : `${data.some} &&`), shape.isGood(comparison)));
  return { successCondition, failureCondition };
}

function guarded(guard: string | undefined, condition: string): string {
  return guard === undefined ? condition : `${guard} ${condition}`;
}

function compared({ threshold }: Criterion, operator: string, condition: (comparison: string) => string): Leaf<string> {
  return mapLeaf(threshold, value => condition(`${operator} ${value}`));
}
