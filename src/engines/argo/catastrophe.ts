import type { TemplatePart } from './analysis-template';
import { errorLimit } from './metric';
import { fill } from './query';
import type { AnalysisIntent } from '../../intent/analysis';
import type { QueryText } from '../../intent/query';
import type { CatastropheIntent, RolloutIntent } from '../../intent/rollout';
import type { Enquiry, TelemetryDialect } from '../../intent/telemetry';
import { formatGoDuration } from '../../manifests/durations';
import { known } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';

/** Fewer requests than a gate wants: a release that is broken has to be seen while it has little traffic. */
const fewRequests = 20;
const shortWindowSeconds = 60;
/** Long enough for three restarts, which the kubelet spaces out further each time. */
const restartWindowSeconds = 300;

interface Disaster {
  readonly name: string;
  readonly query: QueryText;
  readonly above: Leaf<number>;
  readonly property: string;
}

/** Metrics of which a single bad answer ends the rollout. */
export function catastropheParts(intent: RolloutIntent): readonly TemplatePart[] {
  const { catastrophe, gates } = intent.strategy;
  const model = gates.map(gate => gate.analysis).find(isAboutCanaryRequests);
  const base = model ?? gates[0]?.analysis;
  if (catastrophe === undefined || base === undefined) return [];

  const dialect = (base.telemetry ?? intent.telemetry)._dialect;
  const errors = model === undefined ? [] : [errorDisaster(catastrophe, dialect, model)];
  return [...errors, ...podDisasters(catastrophe, dialect)].map(disaster => part(disaster, base, dialect, intent));
}

function errorDisaster(catastrophe: CatastropheIntent, dialect: TelemetryDialect, model: AnalysisIntent): Disaster {
  const enquiry: Enquiry = {
    scope: 'canary',
    windowSeconds: Math.max(shortWindowSeconds, 4 * dialect.scrapeSeconds),
    minimumRequests: Math.min(fewRequests, known(model.minimumRequests) ?? fewRequests),
  };
  return { name: 'catastrophic-errors', query: dialect.errorRate(enquiry), above: catastrophe.errorsAbovePercent, property: 'catastrophe.errors' };
}

function podDisasters(catastrophe: CatastropheIntent, dialect: TelemetryDialect): readonly Disaster[] {
  const enquiry: Enquiry = { scope: 'canary', windowSeconds: restartWindowSeconds, minimumRequests: 0 };
  const restarts: Disaster = { name: 'restarts', query: dialect.restarts(enquiry), above: catastrophe.restartsAbove, property: 'catastrophe.restarts' };
  const memory: Disaster = { name: 'out-of-memory', query: dialect.outOfMemory(enquiry), above: 0, property: 'catastrophe.outOfMemory' };
  return catastrophe.outOfMemory ? [restarts, memory] : [restarts];
}

function part(disaster: Disaster, base: AnalysisIntent, dialect: TelemetryDialect, intent: RolloutIntent): TemplatePart {
  const { query, holes } = fill(disaster.query);
  const criterion = { kind: 'at-most', threshold: disaster.above } as const;
  const metric = {
    name: disaster.name,
    interval: formatGoDuration(dialect.scrapeSeconds),
    failureLimit: 0,
    consecutiveErrorLimit: errorLimit(base),
    ...(base.source ?? intent.source)._store.argo({ query, role: 'guard', silence: 'nothing', criterion }),
  };
  return {
    analysis: { ...base, name: disaster.name, scope: 'canary', args: [] },
    rendered: { metric, holes, scrapeSeconds: dialect.scrapeSeconds },
    property: disaster.property,
  };
}

function isAboutCanaryRequests(analysis: AnalysisIntent): boolean {
  return analysis.scope === 'canary' && ['success-rate', 'error-rate', 'latency'].includes(analysis.question.kind);
}
