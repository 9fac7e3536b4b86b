import type { TemplatePart } from './analysis-template';
import { errorLimit, unknownProvider } from './metric';
import { askedOf, queryFor } from './query';
import type { FilledQuery } from './query';
import type { AnalysisIntent } from '../../intent/analysis';
import { defaultOutageSeconds, dialectOf, isMeasured } from '../../intent/analysis';
import { askedAnalyses } from '../../intent/asked';
import type { IMetricSource } from '../../intent/metric-source';
import type { Problem } from '../../intent/problem';
import { countsRequests } from '../../intent/protocol';
import type { CatastropheIntent } from '../../intent/release';
import type { ArgoRolloutIntent } from '../../intent/rollout';
import type { Enquiry, TelemetryDialect } from '../../intent/telemetry';
import { questionsIn } from '../../intent/template';
import { defaultWindowSeconds, timesIn } from '../../intent/timing';
import { formatGoDuration } from '../../manifests/durations';
import { known } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';

/** Fewer requests than a gate wants: a release that is broken has to be seen while it has little traffic. */
const fewRequests = 20;
/** Long enough for three restarts, which the kubelet spaces out further each time. */
export const restartWindowSeconds = 300;

interface Disaster {
  readonly name: string;
  readonly asked: FilledQuery;
  readonly above: Leaf<number>;
  readonly property: string;
}

/**
 * Metrics of which a single bad answer ends the rollout; asked as the first question about the canary's requests is asked.
 * Where the rollout waits for them they have to end, and are asked for so many seconds.
 */
export function catastropheParts(intent: ArgoRolloutIntent, forSeconds?: number): readonly TemplatePart[] {
  const { catastrophe } = intent.strategy;
  if (catastrophe === undefined) return [];
  const { asked, model, base, dialect, source } = respondent(intent);
  if (source._store.language !== dialect.language) return []; // it could not answer
  const setting: DisasterSetting = {
    scrapeSeconds: dialect.scrapeSeconds,
    interval: formatGoDuration(dialect.scrapeSeconds),
    count: forSeconds === undefined ? undefined : timesIn(forSeconds, dialect.scrapeSeconds),
    source,
    errorLimit: errorLimit(base?.limits.toleratedOutageSeconds ?? defaultOutageSeconds),
  };
  // somebody who only asks about queues need not count requests
  const isUncounted = (model === undefined && asked.length > 0) || !countsRequests(intent.protocol, dialect);
  const errors = isUncounted ? [] : [errorDisaster(catastrophe, dialect, model)];
  return [...errors, ...podDisasters(catastrophe, dialect)].map(disaster => part(disaster, setting));
}

/** Who is asked, and how. */
function respondent(intent: ArgoRolloutIntent) {
  const asked = askedAnalyses(intent.strategy).flatMap(({ analysis }) => questionsIn(analysis)).filter(isMeasured);
  const model = asked.find(isAboutCanaryRequests);
  const base = model ?? asked[0];
  return { asked, model, base, dialect: dialectOf(base, intent), source: base?.source ?? intent.source };
}

/** A catastrophe that somebody asked for, of a store that cannot be asked for it. */
export function catastropheGaps(intent: ArgoRolloutIntent): readonly Problem[] {
  const { catastrophe } = intent.strategy;
  const { base, dialect, source } = respondent(intent);
  // what a question's store cannot be told is told of the question
  if (source._store.language === dialect.language) return catastrophe === undefined || base !== undefined ? [] : source._store.argo?.gaps ?? [];
  if (catastrophe?.isAsked !== true) return [];
  return [{
    property: 'catastrophe',
    message: `cannot be looked for in ${source.sourceName}, since Telemetry.${dialect.name} asks in ${dialect.language}`,
    fix: 'ask a question of your own with failureLimit: 0 at Gate.throughout, or leave the catastrophe out',
  }];
}

interface DisasterSetting {
  readonly scrapeSeconds: number;
  readonly interval: string;
  readonly count?: Leaf<number>;
  readonly source: IMetricSource;
  readonly errorLimit: Leaf<number>;
}

function errorDisaster(catastrophe: CatastropheIntent, dialect: TelemetryDialect, model: AnalysisIntent | undefined): Disaster {
  const enquiry: Enquiry = {
    scope: 'canary',
    windowSeconds: defaultWindowSeconds(dialect.scrapeSeconds),
    minimumRequests: Math.min(fewRequests, known(model?.minimumRequests) ?? fewRequests),
  };
  return { name: 'catastrophic-errors', asked: queryFor({ kind: 'errorRate' }, enquiry, dialect), above: catastrophe.errorsAbovePercent, property: 'catastrophe.errors' };
}

function podDisasters(catastrophe: CatastropheIntent, dialect: TelemetryDialect): readonly Disaster[] {
  const enquiry: Enquiry = { scope: 'canary', windowSeconds: restartWindowSeconds, minimumRequests: 0 };
  const restarts: Disaster = { name: 'restarts', asked: queryFor({ kind: 'restarts' }, enquiry, dialect), above: catastrophe.restartsAbove, property: 'catastrophe.restarts' };
  const memory: Disaster = { name: 'out-of-memory', asked: queryFor({ kind: 'outOfMemory' }, enquiry, dialect), above: 0, property: 'catastrophe.outOfMemory' };
  return catastrophe.outOfMemory ? [restarts, memory] : [restarts];
}

function part(disaster: Disaster, { scrapeSeconds, interval, count, source, errorLimit: consecutiveErrorLimit }: DisasterSetting): TemplatePart {
  const { query, holes } = askedOf(source, disaster.asked);
  const criterion = { kind: 'at-most', threshold: disaster.above } as const;
  const metric = {
    name: disaster.name,
    interval,
    ...(count === undefined ? {} : { count }),
    failureLimit: 0,
    consecutiveErrorLimit,
    ...source._store.argo?.judged({ query, role: 'guard', silence: 'nothing', criterion }) ?? { provider: unknownProvider },
  };
  return { rendered: { metric, holes, scrapeSeconds, store: source._store }, property: disaster.property };
}

function isAboutCanaryRequests(analysis: AnalysisIntent): boolean {
  return analysis.scope === 'canary' && ['success-rate', 'error-rate', 'request-rate', 'latency', 'baseline'].includes(analysis.question.kind);
}
