import { nameProblem } from '../intent/checks';
import type { Problem } from '../intent/problem';
import type { ServiceIntent } from '../intent/rollout';

/** A Service of a rollout: one that exists, or one under the rollout's name with this ending. Such names end at 63 characters. */
export function serviceOf(rollout: string, ending: string, existing: string | undefined): ServiceIntent {
  const name = ending === '' ? rollout : `${rollout.slice(0, 63 - ending.length)}${ending}`;
  return { name: existing ?? name, existing: existing !== undefined };
}

/** What is wrong with the names of Services that exist. */
export function serviceProblems(services: Readonly<Record<string, string | undefined>>): readonly (Problem | undefined)[] {
  return Object.entries(services).map(([role, name]) => name === undefined ? undefined : nameProblem(`services.${role}`, name));
}
