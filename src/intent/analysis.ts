import type { ActionQuestion } from './action';
import type { ArgumentIntent } from './argument';
import type { ComparisonIntent } from './comparison';
import type { IMetricSource } from './metric-source';
import type { SaturationIntent } from './saturation';
import type { ITelemetry, Scope, TelemetryDialect } from './telemetry';
import type { Leaf } from '../manifests/leaf';

/** How long a gate may run without an end of its own. */
export const longestGateSeconds = 12 * 3600;

/** How long the metric store may be away where nothing else is said: a restart with some room. */
export const defaultOutageSeconds = 300;

/** One question about a release: what is asked, of whom, and what follows from the answer. */
export interface AnalysisIntent {
  /** Names the metric, and with the rollout's name the object that holds it. */
  readonly name: string;
  readonly question: Question;
  readonly scope: Scope;
  readonly noData: NoDataIntent;
  /** Fewer requests than this in a window are no answer; 0 takes any. */
  readonly minimumRequests: Leaf<number>;
  readonly timing: AnalysisTiming;
  readonly limits: AnalysisLimits;
  /** Arguments of its own, beside those that every rollout can supply. */
  readonly args: readonly ArgumentIntent[];
  readonly telemetry?: ITelemetry;
  readonly source?: IMetricSource;
  /** Set when the analysis is an object of its own, shared by several rollouts; with its namespace where that is known. */
  readonly published?: { readonly name: string; readonly clusterWide: boolean; readonly namespace?: string };
}

/** What is asked: something that is measured, something that is done once, or all that a template holds. */
export type Question = MeasuredQuestion | ActionQuestion | TemplateQuestion | ElsewhereQuestion;

/** What a metric store answers. */
export type MeasuredQuestion =
  | JudgedQuestion
  /** Somebody's own query and conditions, word for word. */
  | { readonly kind: 'verbatim'; readonly query: Leaf<string>; readonly success?: Leaf<string>; readonly failure?: Leaf<string> };

/** An answer that we judge ourselves. */
export type JudgedQuestion =
  | { readonly kind: 'success-rate'; readonly atLeast: Leaf<number> }
  | { readonly kind: 'error-rate'; readonly atMost: Leaf<number> }
  | { readonly kind: 'latency'; readonly percentile: Leaf<number>; readonly atMostMillis: Leaf<number> }
  /** Requests a second, judged on one side. */
  | { readonly kind: 'request-rate'; readonly atLeast?: Leaf<number>; readonly atMost?: Leaf<number> }
  /** How full the fullest container is, as a percentage. */
  | { readonly kind: 'saturation'; readonly of: SaturationIntent; readonly atMost: Leaf<number> }
  /** How often containers were restarted, or how many were ended for using too much memory. */
  | { readonly kind: 'restarts'; readonly onlyOutOfMemory: boolean; readonly atMost: Leaf<number> }
  /** How much worse the canary is than the stable version. */
  | { readonly kind: 'baseline'; readonly of: ComparisonIntent; readonly atMost: Leaf<number> }
  /** Somebody's own query, judged by a number. */
  | { readonly kind: 'threshold'; readonly query: Leaf<string>; readonly atLeast?: Leaf<number>; readonly atMost?: Leaf<number> };

/** Several questions under one name. */
export interface TemplateQuestion {
  readonly kind: 'template';
  /** Those that are objects of their own are named, the others are held. */
  readonly members: readonly AnalysisIntent[];
  /** Metrics that are measured and shown, without consequences. */
  readonly dryRun: readonly string[];
  readonly kept: readonly KeptMeasurements[];
}

/** A template that somebody else owns. */
export interface ElsewhereQuestion {
  readonly kind: 'elsewhere';
  /** Absent: not known. */
  readonly metricNames?: readonly string[];
}

/** How many measurements of a metric are kept. */
export interface KeptMeasurements {
  readonly metric: string;
  readonly limit: Leaf<number>;
}

/** A question that a metric store answers. */
export type MeasuredAnalysis = AnalysisIntent & { readonly question: MeasuredQuestion };

export function isMeasured(analysis: AnalysisIntent): analysis is MeasuredAnalysis {
  return !['job', 'http', 'template', 'elsewhere'].includes(analysis.question.kind);
}

/** Whether it is something that is done once, rather than watched. */
export function isAction({ question }: AnalysisIntent): boolean {
  return question.kind === 'job' || question.kind === 'http';
}

/** Whether the query is somebody's own, so that no telemetry writes it. */
export function isOwnQuery(question: AnalysisIntent['question']): question is Extract<AnalysisIntent['question'], { readonly kind: 'threshold' | 'verbatim' }> {
  return question.kind === 'threshold' || question.kind === 'verbatim';
}

/** Whether Kubernetes itself answers it, whatever counts the requests. */
function isAboutPods({ kind }: Question): boolean {
  return kind === 'saturation' || kind === 'restarts';
}

/** Whether a telemetry asks it of the requests of one version, so that it has to tell the versions apart. */
export function isAboutOneVersion(analysis: AnalysisIntent): analysis is MeasuredAnalysis {
  const { question, scope } = analysis;
  return isMeasured(analysis) && !isOwnQuery(question) && !isAboutPods(question) && (scope === 'canary' || scope === 'stable');
}

/** Whether the conditions are ours, so that we may add to them. */
export function isJudged(analysis: AnalysisIntent): boolean {
  return isMeasured(analysis) && analysis.question.kind !== 'verbatim';
}

export type NoDataIntent =
  /** `isAsked` where somebody wrote it; an engine that cannot wait does something else where nobody did. */
  | { readonly kind: 'hold'; readonly atMostSeconds: Leaf<number>; readonly isAsked?: boolean }
  | { readonly kind: 'reject' }
  | { readonly kind: 'accept' };

export interface AnalysisTiming {
  readonly windowSeconds?: Leaf<number>;
  readonly intervalSeconds?: Leaf<number>;
  readonly initialDelaySeconds?: Leaf<number>;
}

export interface AnalysisLimits {
  /** How often it is asked; absent: as long as its place in the rollout needs. */
  readonly count?: Leaf<number>;
  readonly failureLimit?: Leaf<number>;
  readonly inconclusiveLimit?: Leaf<number>;
  readonly consecutiveSuccesses?: Leaf<number>;
  /** How many measurements are kept in a run; absent: as many as the engine keeps by itself. */
  readonly keptMeasurements?: Leaf<number>;
  /** How long the metric store may be away before its silence counts as an error; absent: as long as most restarts take. */
  readonly toleratedOutageSeconds?: number;
}

/** What a question is written against: its own telemetry, or that of whoever asks it. */
export function dialectOf(analysis: Pick<AnalysisIntent, 'telemetry'> | undefined, setting: { readonly telemetry: ITelemetry }): TelemetryDialect {
  return (analysis?.telemetry ?? setting.telemetry)._dialect;
}

/** Something that is done once at a moment of a release, and goes well or does not. It can stand at a gate like a question. */
export interface IAction extends IAnalysis {
  /** The name of the action. */
  readonly actionName: string;
}

/** A question that can stand at a gate: a value of its own, or an object shared by several rollouts. */
export interface IAnalysis {
  /** The name of the question, such as `success-rate`. */
  readonly analysisName: string;
  /**
   * The question as plain data.
   * @internal
   */
  readonly _intent: AnalysisIntent;
}
