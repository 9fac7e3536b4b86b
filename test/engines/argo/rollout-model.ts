import { MetricModel, secondsIn } from './metric-model';
import type { Answer, MetricFields } from './metric-model';
import type { Written } from '../../render';

/*
 * How Argo Rollouts 1.10.1 takes a canary through its steps beside its analyses, as far as gates need it: pods are taken
 * to be there at once. From rollout/canary.go, pause.go and analysis.go; proven in gates-measured.test.ts.
 */

/** What a metric of this name is answered at this second. */
export type Data = (metric: string, at: number) => Answer;

export interface Outcome {
  /** `Paused` is the pause of an inconclusive run; `Progressing` is whatever else has not ended in time. */
  readonly phase: 'Healthy' | 'Aborted' | 'Paused' | 'Progressing';
  readonly at: number;
  readonly weight: number;
  /** Weights in the order in which they were set. */
  readonly weights: readonly number[];
}

/** A canary strategy and the metrics behind the names of its templates. */
export interface Canary {
  readonly strategy: { readonly steps: readonly Written[]; readonly analysis?: Written };
  readonly metrics: Readonly<Record<string, readonly MetricFields[]>>;
}

/** What was written for one rollout. */
export function canaryOf(manifests: readonly Written[], name = 'checkout'): Canary {
  const templates = manifests.filter(manifest => manifest.kind.endsWith('AnalysisTemplate'));
  return {
    strategy: manifests.find(manifest => manifest.kind === 'Rollout' && manifest.metadata.name === name).spec.strategy.canary,
    metrics: Object.fromEntries(templates.map(template => [template.metadata.name, template.spec.metrics])),
  };
}

/** An update from its first second on. */
export function playRollout(canary: Canary, data: Data, seconds = 24 * 3600): Outcome {
  const rollout = new RolloutModel(canary, data);
  for (let now = 0; now <= seconds; now += 1) {
    const phase = rollout.advance(now);
    if (phase !== undefined) return { phase, at: now, weight: phase === 'Healthy' ? 100 : 0, weights: rollout.weights };
  }
  return { phase: rollout.isPaused ? 'Paused' : 'Progressing', at: seconds, weight: rollout.weights.at(-1) ?? 0, weights: rollout.weights };
}

class RolloutModel {
  public readonly weights: number[] = [];
  public isPaused = false;
  private index = 0;
  private stepSince = 0;
  private pausedAt = Infinity;
  private background?: Run;
  private inline?: Run;

  constructor(private readonly canary: Canary, private readonly data: Data) {}

  /** One second; tells the end of the update. */
  public advance(now: number): 'Healthy' | 'Aborted' | undefined {
    while (this.index < this.canary.strategy.steps.length && this.isDone(now)) {
      this.index += 1;
      this.stepSince = now;
      this.inline = undefined;
    }
    if (this.index === this.canary.strategy.steps.length) return this.isPaused ? undefined : 'Healthy';
    return this.watch(now) ? 'Aborted' : undefined;
  }

  private isDone(now: number): boolean {
    const { setWeight, pause, analysis } = this.canary.strategy.steps[this.index];
    if (setWeight !== undefined) {
      this.weights.push(setWeight);
      return true;
    }
    // While it is paused, only a pause that had begun before runs out: a new one is not noted, and nothing is asked.
    if (pause !== undefined) return pause.duration !== undefined && now - this.stepSince >= secondsOf(pause.duration) && !this.isStuck;
    if (analysis === undefined) throw new Error('the model knows weights, pauses and analyses');
    if (!this.isPaused) this.inline ??= this.run(analysis, now);
    return this.inline?.phase === 'Successful';
  }

  private get isStuck(): boolean {
    return this.isPaused && this.stepSince > this.pausedAt;
  }

  private watch(now: number): boolean {
    const { analysis } = this.canary.strategy;
    if (analysis !== undefined && this.index >= (analysis.startingStep ?? 0)) this.background ??= this.run(analysis, now);
    for (const run of [this.background, this.inline]) {
      run?.advance(now, this.data);
      const phase = run?.phase;
      // A rollout that an inconclusive run paused is deaf to what its background analysis finds.
      if ((phase === 'Failed' || phase === 'Error') && !this.isPaused) return true;
      if (phase === 'Inconclusive' && !this.isPaused) {
        this.isPaused = true;
        this.pausedAt = now;
      }
    }
    return false;
  }

  private run(analysis: Written, now: number): Run {
    return new Run(analysis.templates.flatMap((template: Written) => this.canary.metrics[template.templateName]), now);
  }
}

/** An AnalysisRun: as bad as its worst metric, which ends the others. */
export class Run {
  private readonly metrics: readonly MetricModel[];

  constructor(metrics: readonly MetricFields[], startedAt: number) {
    this.metrics = metrics.map(metric => new MetricModel(metric, startedAt));
  }

  public get phase() {
    const phases = this.metrics.map(metric => metric.phase);
    return (['Failed', 'Error', 'Inconclusive', 'Running'] as const).find(phase => phases.includes(phase)) ?? 'Successful';
  }

  public advance(now: number, data: Data): void {
    for (const metric of this.metrics) {
      if (this.phase === 'Running') metric.advance(now, () => data(metric.metric.name ?? '', now));
    }
  }
}

function secondsOf(duration: number | string): number {
  return typeof duration === 'number' ? duration : secondsIn(duration);
}
