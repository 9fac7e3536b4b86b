import { blueGreenPlan } from './blue-green';
import type { BlueGreenOptions } from './blue-green';
import { canaryPlan } from './canary';
import type { CanaryOptions } from './canary';
import type { Problem } from '../intent/problem';
import type { StrategyIntent } from '../intent/rollout';
import type { StrategyPlan } from '../intent/strategy-plan';

/** How a new version takes over from the old one. */
export class Strategy {
  /** Step by step, watched at every one of them. */
  public static canary(options: CanaryOptions = {}): Strategy {
    return new Strategy('canary', options, canaryPlan(options));
  }

  /** All at once, beside an old version that is still there to go back to. */
  public static blueGreen(options: BlueGreenOptions = {}): Strategy {
    return new Strategy('blue-green', options, blueGreenPlan(options));
  }

  /** @internal */
  public readonly _plan: StrategyPlan;

  private constructor(kind: Kind, options: object, plan: StrategyPlan) {
    this._plan = { ...plan, problems: [...plan.problems, ...foreignOptions(kind, options)] };
  }
}

type Kind = StrategyIntent['kind'];

/** Who has which options alone. A program that is not type-checked could give them to the other, where they would do nothing. */
const canaryAlone: readonly OptionPath<CanaryOptions>[] = ['ramp', 'steps', 'traffic', 'minimumCanaryPods', 'services.stable', 'services.canary'];
const blueGreenAlone: readonly OptionPath<BlueGreenOptions>[] = [
  'previewReplicas', 'scaleDownDelay', 'scaleDownRevisions', 'activeMetadata', 'previewMetadata', 'services.active', 'services.preview',
];
const owners: Readonly<Record<Kind, { readonly construct: string; readonly options: readonly string[] }>> = {
  'canary': { construct: 'CanaryRollout', options: canaryAlone },
  'blue-green': { construct: 'BlueGreenRollout', options: blueGreenAlone },
};

type OptionPath<T extends { readonly services?: object }> = Exclude<keyof T, symbol | number> | `services.${Exclude<keyof NonNullable<T['services']>, symbol | number>}`;

function foreignOptions(kind: Kind, options: object): readonly Problem[] {
  return (Object.keys(owners) as Kind[]).filter(other => other !== kind).flatMap(other => owners[other].options
    .filter(path => valueAt(options, path) !== undefined)
    .map(property => ({ property, message: `belongs to a ${other}, and this is a ${kind}`, fix: `drop it, or use a ${owners[other].construct}` })));
}

function valueAt(options: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>> | undefined)?.[key], options);
}
