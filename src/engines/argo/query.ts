import type { AnalysisIntent } from '../../intent/analysis';
import { Hole, holeNames } from '../../intent/query';
import type { HoleName, QueryText } from '../../intent/query';
import type { TelemetryDialect } from '../../intent/telemetry';
import { windowSeconds } from '../../intent/timing';
import { isOpaque, joinLeaves } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';

/** A query whose holes are arguments of the analysis. */
export interface FilledQuery {
  readonly query: Leaf<string>;
  readonly holes: readonly HoleName[];
}

/** Intents do not change, and every step asks for the queries of all its questions. */
const written = new WeakMap<AnalysisIntent, Map<TelemetryDialect, FilledQuery>>();

/** The query that answers a question. */
export function queryOf(analysis: AnalysisIntent, dialect: TelemetryDialect): FilledQuery {
  const known = written.get(analysis) ?? new Map<TelemetryDialect, FilledQuery>();
  written.set(analysis, known);
  const found = known.get(dialect) ?? writeQuery(analysis, dialect);
  known.set(dialect, found);
  return found;
}

function writeQuery(analysis: AnalysisIntent, dialect: TelemetryDialect): FilledQuery {
  const enquiry = {
    scope: analysis.scope,
    windowSeconds: windowSeconds(analysis, dialect.scrapeSeconds),
    minimumRequests: analysis.minimumRequests,
  };
  const question = analysis.question;
  switch (question.kind) {
    case 'success-rate': return fill(dialect.successRate(enquiry));
    case 'error-rate': return fill(dialect.errorRate(enquiry));
    case 'latency': return fill(dialect.latency(enquiry, question.percentile));
    case 'threshold': return { query: question.query, holes: holesIn([question.query]) };
    case 'verbatim': return { query: question.query, holes: holesIn([question.query, question.success ?? '', question.failure ?? '']) };
  }
}

/** Puts the arguments of an analysis into the holes. */
export function fill(parts: QueryText): FilledQuery {
  const found = new Set(parts.filter(part => part instanceof Hole).map(hole => hole.name));
  const texts = parts.map(part => part instanceof Hole ? placeholder(part.name) : part);
  return {
    query: texts.some(isOpaque) ? texts.reduce<Leaf<string>>((before, part) => joinLeaves(before, part), '') : texts.join(''),
    holes: holeNames.filter(name => found.has(name)),
  };
}

/** Somebody's own text says by itself what it needs; one that is not known yet may need anything. */
function holesIn(texts: readonly Leaf<string>[]): readonly HoleName[] {
  if (texts.some(isOpaque)) return holeNames;
  return holeNames.filter(name => texts.some(text => new RegExp(`{{\\s*args\\.${name}\\s*}}`).test(text as string)));
}

function placeholder(name: HoleName): string {
  return `{{args.${name}}}`;
}
