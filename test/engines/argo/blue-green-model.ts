import type { MetricFields } from './metric-model';
import { Run } from './rollout-model';
import type { Data } from './rollout-model';
import type { Written } from '../../render';

/*
 * How Argo Rollouts 1.10.1 takes a blue-green through its switch, as far as gates need it. From rollout/bluegreen.go, service.go
 * and replicaset.go; proven in blue-green-measured.test.ts.
 */

/** A blue-green strategy and the metrics behind the names of its templates. */
export interface BlueGreen {
  readonly strategy: Written;
  readonly metrics: Readonly<Record<string, readonly MetricFields[]>>;
}

/** Whether every pod of the new version is ready at this second. */
export type Ready = (at: number) => boolean;

export interface Outcome {
  /** `Waiting` is the pause before the switch, `Paused` that of an inconclusive run, `Progressing` whatever else has not ended in time. */
  readonly phase: 'Healthy' | 'Aborted' | 'Waiting' | 'Paused' | 'Progressing';
  /** When it was promoted or aborted; otherwise the end of the play. */
  readonly at: number;
  /** Whose pods the active Service leads to in the end; `nothing` when these were removed. */
  readonly active: 'old' | 'new' | 'nothing';
  /** When everybody's requests first went to the new version. */
  readonly switchedAt?: number;
}

/** What was written for one rollout. */
export function blueGreenOf(manifests: readonly Written[], name = 'checkout'): BlueGreen {
  const templates = manifests.filter(manifest => manifest.kind.endsWith('AnalysisTemplate'));
  return {
    strategy: manifests.find(manifest => manifest.kind === 'Rollout' && manifest.metadata.name === name).spec.strategy.blueGreen,
    metrics: Object.fromEntries(templates.map(template => [template.metadata.name, template.spec.metrics])),
  };
}

/** An update from the second on at which the new pods are first ready. */
export function playBlueGreen(blueGreen: BlueGreen, data: Data, how: { readonly ready?: Ready; readonly seconds?: number } = {}): Outcome {
  const { ready = () => true, seconds = 24 * 3600 } = how;
  const model = new BlueGreenModel(blueGreen, data, ready);
  for (let now = 0; now <= seconds; now += 1) {
    model.advance(now);
    if (model.phase === 'Healthy') break;
  }
  const { phase, endedAt = seconds, active, switchedAt } = model;
  return { phase, at: endedAt, active, switchedAt };
}

class BlueGreenModel {
  public phase: Outcome['phase'] = 'Progressing';
  public active: Outcome['active'] = 'old';
  public endedAt?: number;
  public switchedAt?: number;
  private before?: Run;
  private after?: Run;
  private waitingSince?: number;

  constructor(private readonly blueGreen: BlueGreen, private readonly data: Data, private readonly ready: Ready) {}

  public advance(now: number): void {
    if (this.phase === 'Aborted') this.goBack(now);
    else if (this.active === 'old') this.goOn(now);
    else this.watch(now);
  }

  private goOn(now: number): void {
    const { prePromotionAnalysis, autoPromotionEnabled, autoPromotionSeconds = 0 } = this.blueGreen.strategy;
    if (prePromotionAnalysis !== undefined && !this.isPassed(this.before ??= this.run(prePromotionAnalysis, now), now)) return;
    this.waitingSince ??= now;
    if (autoPromotionEnabled === false) this.phase = 'Waiting';
    if (autoPromotionEnabled === false || now - this.waitingSince < autoPromotionSeconds || !this.ready(now)) return;
    this.active = 'new';
    this.switchedAt = now;
    this.watch(now);
  }

  private watch(now: number): void {
    const { postPromotionAnalysis } = this.blueGreen.strategy;
    if (postPromotionAnalysis !== undefined && !this.isPassed(this.after ??= this.run(postPromotionAnalysis, now), now)) return;
    this.end('Healthy', now);
  }

  /** The controller looks at the new pods before it looks at the abort, and removes them whoever leads to them. */
  private goBack(now: number): void {
    if (this.active !== 'new') return;
    const delay = this.blueGreen.strategy.abortScaleDownDelaySeconds ?? 30;
    if (this.ready(now)) this.active = 'old';
    else if (delay !== 0 && now - this.endedAt! >= delay) this.active = 'nothing';
  }

  private isPassed(run: Run, now: number): boolean {
    run.advance(now, this.data);
    if (run.phase === 'Failed' || run.phase === 'Error') {
      this.end('Aborted', now);
      this.goBack(now);
    }
    if (run.phase === 'Inconclusive') this.phase = 'Paused';
    return run.phase === 'Successful';
  }

  private end(phase: 'Healthy' | 'Aborted', now: number): void {
    this.phase = phase;
    this.endedAt = now;
  }

  private run(analysis: Written, now: number): Run {
    return new Run(analysis.templates.flatMap((template: Written) => this.blueGreen.metrics[template.templateName]), now);
  }
}
