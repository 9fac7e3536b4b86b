import type { Field } from './field';

/** Of Kubernetes itself, what keeps pods running. */
export const WORKLOADS = ['Deployment.apps', 'StatefulSet.apps', 'DaemonSet.apps', 'ReplicaSet.apps'];

type Labels = ReadonlyMap<string, string>;

/** What a selector asks for in one place. */
export interface Requirement {
  readonly field: Field;
  /** Whether labels meet it; undefined where that cannot be told. */
  holds(labels: Labels): boolean | undefined;
}

/** Selects objects by their labels, as a Rollout, a Deployment or a budget does. */
export class LabelSelector {
  constructor(readonly field: Field) {}

  /** Whether it asks for nothing at all, so far as that is known. */
  get isEmpty(): boolean {
    return this.field.isMap && ['matchLabels', 'matchExpressions'].every((key) => {
      const part = this.field.at(key);
      return !part.isUnknown && part.keys().length === 0 && part.items().length === 0;
    });
  }

  get requirements(): readonly Requirement[] {
    const labels = this.field.at('matchLabels').entries().map(([key, field]): Requirement => ({
      field, holds: (given) => field.text === undefined ? undefined : given.get(key) === field.text,
    }));
    const expressions = this.field.at('matchExpressions').items().map((field): Requirement => ({ field, holds: (given) => meets(field, given) }));
    return [...labels, ...expressions];
  }

  /** Whether it selects what has these labels; undefined where that cannot be told, or it selects nothing on purpose. */
  matches(labels: Labels): boolean | undefined {
    const met = this.requirements.map((requirement) => requirement.holds(labels));
    return met.includes(false) ? false : met.includes(undefined) || this.field.isUnknown ? undefined : true;
  }
}

/** Labels as they are written; undefined where one of them is not known. */
export function labelsIn(field: Field): Labels | undefined {
  const entries = field.entries();
  return field.isUnknown || entries.some(([, { text }]) => text === undefined)
    ? undefined
    : new Map(entries.map(([key, { text }]) => [key, text ?? '']));
}

function meets(expression: Field, labels: Labels): boolean | undefined {
  const [key, operator] = [expression.textAt('key'), expression.textAt('operator')];
  const values = expression.at('values').items().map(({ text }) => text);
  // what compares with nothing cannot be read at all
  if (key === undefined || values.includes(undefined) || (values.length === 0 && ['In', 'NotIn'].includes(operator ?? ''))) {
    return undefined;
  }
  const value = labels.get(key);
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return undefined;
  }
}
