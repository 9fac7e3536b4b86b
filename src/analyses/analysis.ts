import { baselineIntent } from './baseline';
import type { BaselineOptions } from './baseline';
import type { MetricOptions } from './metric-options';
import type { ErrorRateOptions, LatencyOptions, SuccessRateOptions } from './options';
import { errorRateIntent, latencyIntent, metricIntent, successRateIntent } from './questions';
import { requestRateIntent } from './request-rate';
import type { RequestRateOptions } from './request-rate';
import { restartIntent } from './restarts';
import type { RestartOptions } from './restarts';
import { saturationIntent } from './saturation';
import type { SaturationOptions } from './saturation';
import type { AnalysisIntent, IAnalysis } from '../intent/analysis';

/** A question that one rollout asks of its canary. The constructs of the same kind share one between rollouts. */
export class Analysis implements IAnalysis {
  /** Whether enough requests are good. */
  public static successRate(options: SuccessRateOptions = {}): Analysis {
    return new Analysis(successRateIntent('Analysis.successRate', options));
  }

  /** Whether few enough requests are bad. */
  public static errorRate(options: ErrorRateOptions = {}): Analysis {
    return new Analysis(errorRateIntent('Analysis.errorRate', options));
  }

  /** Whether requests are fast enough. */
  public static latency(options: LatencyOptions = {}): Analysis {
    return new Analysis(latencyIntent('Analysis.latency', options));
  }

  /** Whether there are enough requests, or not too many. */
  public static requestRate(options: RequestRateOptions): Analysis {
    return new Analysis(requestRateIntent('Analysis.requestRate', options));
  }

  /** Whether the canary's containers have room left: CPU, memory, and memory that only grows. */
  public static saturation(options: SaturationOptions): Analysis {
    return new Analysis(saturationIntent('Analysis.saturation', options));
  }

  /** Whether the canary's containers stay up. */
  public static restarts(options: RestartOptions = {}): Analysis {
    return new Analysis(restartIntent('Analysis.restarts', options));
  }

  /** Whether the canary is no worse than the stable version, which gets other requests in the same time. */
  public static baseline(options: BaselineOptions): Analysis {
    return new Analysis(baselineIntent('Analysis.baseline', options));
  }

  /** Somebody's own query. */
  public static custom(options: MetricOptions): Analysis {
    return new Analysis(metricIntent('Analysis.custom', options));
  }

  /** @internal */
  public static _asked(intent: AnalysisIntent): Analysis {
    return new Analysis(intent);
  }

  /** The name of the question. */
  public readonly analysisName: string;

  /** @internal */
  public readonly _intent: AnalysisIntent;

  private constructor(intent: AnalysisIntent) {
    this._intent = intent;
    this.analysisName = intent.name;
  }
}
