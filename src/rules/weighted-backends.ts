import { remark } from './rule';
import type { Remark } from './rule';
import { listed } from './wording';
import type { Field } from '../graph/field';
import type { RolloutNode } from '../graph/rollout';

/** A list of Services with weights, of which the controller writes those of the two versions. */
interface WeightedBackends {
  readonly list: Field;
  /** Where each names its Service. */
  readonly key: string;
  /** The object, or the part of it, that has the list. */
  readonly holder: string;
  readonly rollout: RolloutNode;
  /** The weight of what has none written. */
  readonly fallback: number;
}

/** It has to hold both Services, and whatever else it holds takes a share of its own. */
export function* judgeBackends({ list, key, holder, rollout, fallback }: WeightedBackends): Iterable<Remark> {
  const backends = list.items();
  const roles = ['stable', 'canary'] as const;
  const own = roles.map((role) => rollout.service(role)?.name);
  if (!list.isList || own.includes(undefined) || backends.some((backend) => backend.at(key).isUnknown)) {
    return;
  }
  const names = backends.map((backend) => backend.textAt(key) ?? '');
  for (const [index, role] of roles.entries()) {
    const name = own[index];
    if (name !== undefined && !names.includes(name)) {
      const got = names.length === 0 ? 'none' : listed(names);
      yield remark(
        list, `must hold Service ${name} of the ${role} version, since Rollout ${rollout.name ?? ''} writes its weight in ${holder}, got ${got}`,
        `add ${key}: ${name} and its port`, { about: rollout },
      );
    }
  }
  for (const backend of backends) {
    const name = backend.textAt(key);
    const weight = backend.at('weight').exists ? backend.at('weight').number : fallback;
    if (name !== undefined && !own.includes(name) && weight !== undefined && weight > 0) {
      yield remark(
        backend, `takes a share of ${weight} beside the 100 of both versions, so that the canary of Rollout ${rollout.name ?? ''} gets less than its steps say, got ${name}`,
        'move it elsewhere', { class: 'risky', about: rollout },
      );
    }
  }
}
