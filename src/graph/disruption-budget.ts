import type { Field } from './field';
import { ResourceNode } from './resource-node';
import type { RolloutNode } from './rollout';
import { POD_HASH_LABEL } from '../manifests/names';
import { mayBeSameNamespace } from '../manifests/namespaces';

export const DISRUPTION_BUDGET = 'PodDisruptionBudget.policy';

/** How many of some pods may be evicted at once. */
export class DisruptionBudgetNode extends ResourceNode {
  get selector(): Field {
    return this.spec.at('selector');
  }

  /** Whether it selects the pods of a Rollout, as far as their labels are known. An empty selector selects every pod. */
  selects(rollout: RolloutNode): boolean {
    const labels = rollout.podTemplate?.at('metadata', 'labels');
    if (!mayBeSameNamespace(this.namespace, rollout.namespace) || labels === undefined || !this.selector.isMap) {
      return false;
    }
    const asked = this.selector.at('matchLabels').entries().filter(([key]) => key !== POD_HASH_LABEL);
    return asked.every(([key, value]) => value.text !== undefined && labels.textAt(key) === value.text)
      && this.selector.at('matchExpressions').items().every((expression) => meets(expression, labels));
  }

  /** The pod hash of a version that it names; the next version has another. */
  get hash(): Field {
    return this.selector.at('matchLabels', POD_HASH_LABEL);
  }
}

function meets(expression: Field, labels: Field): boolean {
  const [key, operator] = [expression.textAt('key'), expression.textAt('operator')];
  const label = key === undefined ? undefined : labels.textAt(key);
  const values = expression.at('values').items().map((value) => value.text);
  switch (operator) {
    case 'In':
      return label !== undefined && values.includes(label);
    case 'NotIn':
      return label === undefined || !values.includes(label);
    case 'Exists':
      return label !== undefined;
    case 'DoesNotExist':
      return label === undefined;
    default:
      return false;
  }
}
