import type { IConstruct } from 'constructs';
import type { Controller } from '../controllers/controller';
import type { GitOps } from '../controllers/git-ops';

/** Of the defaults of a scope those that an alert channel needs. They are held apart, since the others hold alert channels. */
interface ScopeDefaults {
  readonly controller?: Controller;
  readonly gitOps?: GitOps;
  readonly labels?: Record<string, string>;
}

interface Holder {
  readonly values: () => ScopeDefaults;
  /** Why a value must stay as it is, by its name. */
  readonly locked: ReadonlyMap<string, string>;
}

const holders = new WeakMap<IConstruct, Holder>();

/** Makes the defaults of a scope known to all below. */
export function holdDefaults(scope: IConstruct, holder: Holder): void {
  holders.set(scope, holder);
}

/** What holds for a construct now, the nearest first. Unlike a rollout, who asks here leaves it open to changes. */
export function defaultsFor(construct: IConstruct): ScopeDefaults {
  const levels = holdersOf(construct).map(({ values }) => values());
  return {
    controller: levels.reduce<Controller | undefined>((found, { controller }) => controller ?? found, undefined),
    gitOps: levels.reduce<GitOps | undefined>((found, { gitOps }) => gitOps ?? found, undefined),
    labels: Object.assign({}, ...levels.map(({ labels }) => labels)) as Record<string, string>,
  };
}

/** Why a default must not be set again; undefined where it may. */
export function lockedFor(construct: IConstruct, name: keyof ScopeDefaults): string | undefined {
  return holdersOf(construct).flatMap(({ locked }) => locked.get(name) ?? [])[0];
}

/** From the root down. */
function holdersOf(construct: IConstruct): readonly Holder[] {
  return construct.node.scopes.flatMap(scope => holders.get(scope) ?? []);
}
