import type { IConstruct } from 'constructs';
import type { ScopeChecks } from './share';
import { SynthChecks } from './synth-checks';
import { refuse, show } from '../intent/problem';

/** Options for `RolloutChecks.waive`. */
export interface WaiverOptions {
  /** The rule that is waived, such as `weights-reachable`. */
  readonly rule: string;

  /** The object it is waived for, as findings name it: `Rollout shop/checkout`. */
  readonly resource: string;

  /** Why. It is printed each time the app is written. */
  readonly reason: string;
}

/** Runs the rules over every object below a scope, whoever wrote it. What rollouts write is judged without it. */
export class RolloutChecks {
  /** The checks of a scope, such as a chart or the app. */
  public static of(scope: IConstruct): RolloutChecks {
    const found = held.get(scope) ?? new RolloutChecks(scope);
    held.set(scope, found);
    return found;
  }

  private readonly waivers: WaiverOptions[] = [];

  private constructor(scope: IConstruct) {
    const checks: ScopeChecks = { waivers: this.waivers };
    SynthChecks.of(scope.node.root).scopes.set(scope, checks);
  }

  /** Accepts what one rule says about one object, for a reason. */
  public waive(options: WaiverOptions): RolloutChecks {
    refuse('RolloutChecks.waive', options.reason.trim() === '' ? {
      property: 'reason', message: `must say why, got ${show(options.reason)}`, fix: 'write what makes it acceptable here',
    } : undefined);
    this.waivers.push(options);
    return this;
  }
}

const held = new WeakMap<IConstruct, RolloutChecks>();
