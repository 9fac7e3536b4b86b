import type { HookType } from '../../../src/plan/flagger/hooks';
import type { TickInput } from '../../../src/plan/flagger/script';

/** A run of the real controller, as conformance/harness/flagger-run.ts writes it down. */
export interface RecordedRun {
  readonly provider: string;
  readonly analysis: {
    readonly metrics?: readonly { readonly name: string; readonly thresholdRange: { readonly min?: number; readonly max?: number } }[];
    readonly webhooks?: readonly { readonly name: string; readonly type?: HookType }[];
  };
  /** Answers in the order in which they are asked for; the last one stays. */
  readonly metrics: Readonly<Record<string, readonly (number | string)[]>>;
  readonly hooks: Readonly<Record<string, readonly number[]>>;
  readonly asked: Readonly<Record<string, number>>;
  readonly called: Readonly<Record<string, number>>;
  readonly states: readonly object[];
  readonly routes: readonly { readonly weight: number; readonly headers?: readonly string[]; readonly mirrored?: boolean }[];
}

/** What a run is told, answer by answer: how often it asks depends on how it goes. */
export class Told {
  readonly asked: Record<string, number> = {};
  readonly called: Record<string, number> = {};
  readonly input: TickInput;

  constructor(private readonly run: RecordedRun) {
    const { webhooks = [] } = run.analysis;
    const hooks = Object.defineProperties({}, Object.fromEntries(webhooks.map(({ name, type = 'rollout' }) => [type, { get: () => this.call(name) }])));
    this.input = Object.defineProperty({ hooks }, 'metrics', { get: () => this.ask() });
  }

  private ask(): TickInput['metrics'] {
    for (const { name, thresholdRange: { min = -Infinity, max = Infinity } } of this.run.analysis.metrics ?? []) {
      const value = next(this.run.metrics[name], name, this.asked);
      if (typeof value === 'string') {
        return 'no data';
      }
      if (value < min || value > max) {
        return 'fail';
      }
    }
    return 'pass';
  }

  /** Flagger takes 202 for the last status that is good. */
  private call(name: string): 'pass' | 'refuse' {
    return next(this.run.hooks[name], name, this.called) <= 202 ? 'pass' : 'refuse';
  }
}

function next<T>(answers: readonly T[], name: string, counted: Record<string, number>): T {
  counted[name] = (counted[name] ?? 0) + 1;
  return answers[Math.min(counted[name], answers.length) - 1];
}
