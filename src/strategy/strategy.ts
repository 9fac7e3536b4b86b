import { abTestPlan } from './ab-test';
import type { ABTestOptions } from './ab-test';
import { blueGreenPlan } from './blue-green';
import type { BlueGreenOptions } from './blue-green';
import { canaryPlan } from './canary';
import type { CanaryOptions } from './canary';
import type { Problem } from '../intent/problem';
import type { StrategyPlan } from '../intent/strategy-plan';

/** How a new version takes over from the old one. */
export class Strategy {
  /** Step by step, watched at every one of them. */
  public static canary(options: CanaryOptions = {}): Strategy {
    return new Strategy(ownOptionsAlone('canary', options, canaryPlan(options)));
  }

  /** All at once, beside an old version that is still there to go back to. */
  public static blueGreen(options: BlueGreenOptions = {}): Strategy {
    return new Strategy(ownOptionsAlone('blue-green', options, blueGreenPlan(options)));
  }

  /** Those whom you choose see the new version first, and everybody gets it when the test was passed. */
  public static abTest(options: ABTestOptions): Strategy {
    return new Strategy(ownOptionsAlone('A/B test', options, abTestPlan(options)));
  }

  /** @internal */
  public readonly _plan: StrategyPlan;

  /**
   * The names of what stands in the strategy; none where these are properties of the rollout itself.
   * @internal
   */
  public readonly _options: readonly string[];

  private constructor(plan: StrategyPlan, options: readonly string[] = optionNames) {
    this._plan = plan;
    this._options = options;
  }

  /**
   * The same, of a rollout whose own properties these options are.
   * @internal
   */
  public _flat(): Strategy {
    return new Strategy(this._plan, []);
  }
}

type Kind = 'canary' | 'blue-green' | 'A/B test';

/** Who has which options that others have not. A program that is not type-checked could give them to those, where they would do nothing. */
const canaryAndTest: readonly OptionPath<CanaryOptions & ABTestOptions>[] = [
  'ramp', 'minimumCanaryPods', 'services.stable', 'services.canary', 'services.ping', 'services.pong',
  'canaryMetadata', 'stableMetadata', 'pingPong', 'sessionAffinity',
];
const canaryAlone: readonly OptionPath<CanaryOptions>[] = ['steps', 'maxSurge'];
const blueGreenAlone: readonly OptionPath<BlueGreenOptions>[] = [
  'previewReplicas', 'scaleDownDelay', 'scaleDownRevisions', 'activeMetadata', 'previewMetadata', 'services.active', 'services.preview',
];
const testAlone: readonly OptionPath<ABTestOptions>[] = ['audience', 'duration', 'scale'];
const owners: Readonly<Record<Kind, { readonly construct: string; readonly options: readonly string[] }>> = {
  'canary': { construct: 'CanaryRollout', options: [...canaryAndTest, ...canaryAlone] },
  'blue-green': { construct: 'BlueGreenRollout', options: blueGreenAlone },
  'A/B test': { construct: 'ABTestRollout', options: [...canaryAndTest, ...testAlone] },
};

/** The names of what stands in a strategy, whichever it is. */
const optionNames: readonly string[] = [
  ...new Set(['maxUnavailable', 'traffic', 'mirrorPercent', ...Object.values(owners).flatMap(({ options }) => options.map(path => path.split('.')[0]))]),
];

type OptionPath<T extends { readonly services?: object }> = Exclude<keyof T, symbol | number> | `services.${Exclude<keyof NonNullable<T['services']>, symbol | number>}`;

const kinds = Object.keys(owners) as Kind[];

/** The options of others, of each kind. */
const foreign: Readonly<Record<Kind, readonly string[]>> = {
  'canary': foreignTo('canary'), 'blue-green': foreignTo('blue-green'), 'A/B test': foreignTo('A/B test'),
};

function foreignTo(kind: Kind): readonly string[] {
  return [...new Set(kinds.flatMap(other => owners[other].options).filter(path => !owners[kind].options.includes(path)))];
}

function ownOptionsAlone(kind: Kind, options: object, plan: StrategyPlan): StrategyPlan {
  return { ...plan, problems: [...plan.problems, ...foreignOptions(kind, options)] };
}

function foreignOptions(kind: Kind, options: object): readonly Problem[] {
  return foreign[kind].filter(path => valueAt(options, path) !== undefined).map(property => {
    const owner = kinds.find(other => owners[other].options.includes(property))!;
    return { property, message: `belongs to ${named(owner)}, and this is ${named(kind)}`, fix: `drop it, or use ${named(owners[owner].construct)}` };
  });
}

function named(name: string): string {
  return `${name.startsWith('A') ? 'an' : 'a'} ${name}`;
}

function valueAt(options: unknown, path: string): unknown {
  const [first, second] = path.split('.');
  const value = (options as Readonly<Record<string, unknown>>)[first];
  return second === undefined || value === undefined ? value : (value as Readonly<Record<string, unknown>>)[second];
}
