import type { HookType } from './hooks';
import type { RunSettings } from './run-settings';
import type { TickInput } from './script';
import type { Phase, RunState } from './state';

/** What a tick came to. */
export type Happening =
  | 'at rest' | 'suspended' | 'primary not ready' | 'canary not ready'
  | 'detected' | 'restarted' | 'promoted unchecked'
  | 'pre-rollout hook failed' | 'rollout hook failed' | 'metric failed' | 'no data'
  | 'held by confirm-rollout' | 'held by confirm-traffic-increase' | 'held by confirm-promotion'
  | 'mirrored' | 'weight increased' | 'iterated' | 'routed to canary' | 'promoted'
  | 'shifted to primary' | 'routed to primary' | 'succeeded'
  | 'rolled back by threshold' | 'rolled back by hook' | 'rolled back by deadline' | 'promotion failed'
  | 'routes refused' | 'no next weight' | 'nothing left to shift';

/** A call of the hooks of one type, with the phase they are told. */
export interface HookCall {
  readonly type: HookType;
  readonly phase: Phase;
  readonly passed: boolean;
}

/** How a tick leaves a run. */
export interface Outcome {
  readonly state: RunState;
  readonly what: Happening;
}

/** A tick in progress: what it is met with, and whom it has called. */
export class Tick {
  readonly calls: HookCall[] = [];
  private hasEvent = false;

  constructor(readonly settings: RunSettings, readonly input: TickInput) {}

  has(type: HookType): boolean {
    return this.settings.hooks.includes(type);
  }

  /** Asks the hooks of a type; where there are none, nobody objects. */
  passes(type: Exclude<HookType, 'rollback' | 'event'>, phase: Phase): boolean {
    if (!this.has(type)) {
      return true;
    }
    const passed = this.call(type, phase, 'pass');
    this.hasEvent ||= passed && type !== 'rollout';
    return passed;
  }

  /** Asks the hooks that take a release back; where there are none, nobody does. */
  isTakenBack(phase: Phase): boolean {
    if (!this.has('rollback')) {
      return false;
    }
    this.hasEvent = true;
    return this.call('rollback', phase, 'refuse');
  }

  /** An event is recorded beside that of the outcome. */
  tell(): void {
    this.hasEvent = true;
  }

  /** Hooks that are told every event are called when there was one. */
  callForEvents(phase: Phase, isToldByOutcome: boolean): void {
    if (this.has('event') && (this.hasEvent || isToldByOutcome)) {
      this.call('event', phase, 'pass');
    }
  }

  private call(type: HookType, phase: Phase, otherwise: 'pass' | 'refuse'): boolean {
    const passed = (this.input.hooks?.[type] ?? otherwise) === 'pass';
    this.calls.push({ type, phase, passed });
    return passed;
  }
}
