import { withPodNames } from './pod-names';
import type { MeasuredAnalysis } from '../../intent/analysis';
import type { IMetricSource } from '../../intent/metric-source';
import { Hole, holeNames } from '../../intent/query';
import type { HoleName, QueryText } from '../../intent/query';
import type { Enquiry, TelemetryDialect } from '../../intent/telemetry';
import { isOpaque, joinLeaves, known } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';
import { enquiryOf, textOf, wantedBy } from '../question-text';
import type { Wanted } from '../question-text';

/** A query whose holes are arguments of the analysis. */
export interface FilledQuery {
  readonly query: Leaf<string>;
  readonly holes: readonly HoleName[];
}

/** The query that answers a question, with the holes of it and of whatever the metric store says beside it. */
export function queryOf(analysis: MeasuredAnalysis, dialect: TelemetryDialect, source: IMetricSource | undefined = analysis.source): FilledQuery {
  const asked = questionQuery(analysis, dialect);
  return source === undefined ? asked : askedOf(source, asked);
}

/** A query with the holes of the store it is asked of. */
export function askedOf({ _store: { texts = [] } }: IMetricSource, { query, holes }: FilledQuery): FilledQuery {
  // a text of the store's own that is not known yet is no query, and asks for nothing
  const own = holesIn(texts.filter(text => known(text) !== undefined));
  return { query, holes: own.length === 0 ? holes : holeNames.filter(name => holes.includes(name) || own.includes(name)) };
}

function questionQuery(analysis: MeasuredAnalysis, dialect: TelemetryDialect): FilledQuery {
  const question = analysis.question;
  switch (question.kind) {
    case 'threshold': return { query: question.query, holes: holesIn([question.query]) };
    case 'verbatim': return { query: question.query, holes: holesIn([question.query, question.success ?? '', question.failure ?? '']) };
    default: return queryFor(wantedBy(question), enquiryOf(analysis, dialect), dialect);
  }
}

/** A query depends on nothing but these numbers, which are the same for most questions of most rollouts. */
const written = new WeakMap<TelemetryDialect, Map<string, FilledQuery>>();

/** One query of a dialect, written once unless it says something that is not known yet. */
export function queryFor(wanted: Wanted, enquiry: Enquiry, dialect: TelemetryDialect): FilledQuery {
  const { scope, windowSeconds: window, minimumRequests } = enquiry;
  const percentile = percentileOf(wanted);
  if (isOpaque(window) || isOpaque(minimumRequests) || isOpaque(percentile)) return fill(textOf(wanted, enquiry, dialect));
  const ofDialect = written.get(dialect) ?? new Map<string, FilledQuery>();
  written.set(dialect, ofDialect);
  const key = `${wanted.kind} ${scope} ${window} ${minimumRequests} ${percentile} ${'of' in wanted ? JSON.stringify(wanted.of) : ''}`;
  const found = ofDialect.get(key) ?? fill(textOf(wanted, enquiry, dialect));
  ofDialect.set(key, found);
  return found;
}

function percentileOf(wanted: Wanted): Leaf<number> {
  const asked = wanted.kind === 'baseline' ? wanted.of.compared : wanted;
  return asked.kind === 'latency' ? asked.percentile : 0;
}

/** Puts the arguments of an analysis into the holes. */
function fill(asked: QueryText): FilledQuery {
  const parts = withPodNames(asked);
  const found = new Set(parts.filter(part => part instanceof Hole).map(hole => hole.name));
  const texts = parts.map(part => part instanceof Hole ? placeholder(part.name) : part);
  return {
    query: texts.some(isOpaque) ? texts.reduce<Leaf<string>>((before, part) => joinLeaves(before, part), '') : texts.join(''),
    holes: holeNames.filter(name => found.has(name)),
  };
}

/** Somebody's own text says by itself what it needs; one that is not known yet may need anything. */
export function holesIn(texts: readonly Leaf<string>[]): readonly HoleName[] {
  if (texts.some(isOpaque)) return holeNames;
  return holeNames.filter(name => texts.some(text => new RegExp(`{{\\s*args\\.${name}\\s*}}`).test(text as string)));
}

function placeholder(name: HoleName): string {
  return `{{args.${name}}}`;
}
