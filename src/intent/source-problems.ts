import { dialectOf, isMeasured, isOwnQuery } from './analysis';
import type { AnalysisIntent, JudgedQuestion } from './analysis';
import type { Criterion, IMetricSource } from './metric-source';
import type { Problem } from './problem';
import type { ITelemetry, TelemetryDialect } from './telemetry';
import { known } from '../manifests/leaf';

/** Where a question that does not say it itself is asked. */
interface Setting {
  /** Absent: not known yet. */
  readonly telemetry?: ITelemetry;
  readonly source: IMetricSource;
}

/** What every telemetry there is writes. */
const commonLanguage = 'PromQL';

/** What a question wants of a metric store that cannot give it, in the words of the question's properties. */
export function sourceProblems(analysis: AnalysisIntent, { telemetry, source: common }: Setting): readonly Problem[] {
  if (!isMeasured(analysis)) return [];
  const source = analysis.source ?? common;
  const { question, timing, limits, noData } = analysis;
  if (!isOwnQuery(question)) {
    const written = telemetry ?? analysis.telemetry;
    return foreignTelemetry(question, source, written && dialectOf(analysis, { telemetry: written }));
  }
  const { _store: store } = source;
  const problems = store.problems?.({
    query: question.query,
    criterion: question.kind === 'threshold' ? criterionOf(question) : undefined,
    noData: noData.kind,
    windowSeconds: timing.windowSeconds ?? store.windowSeconds,
    isAskedOnce: known(limits.count) === 1,
  });
  return (problems ?? []).filter(problem => problem !== undefined);
}

/** The number that an answer is compared with, and how. */
export function criterionOf(question: JudgedQuestion): Criterion {
  switch (question.kind) {
    case 'success-rate': return { kind: 'at-least', threshold: question.atLeast };
    case 'error-rate': return { kind: 'at-most', threshold: question.atMost };
    case 'latency': return { kind: 'at-most', threshold: question.atMostMillis };
    case 'saturation': case 'restarts': case 'baseline': return { kind: 'at-most', threshold: question.atMost };
    case 'request-rate': case 'threshold': return question.atLeast === undefined
      ? { kind: 'at-most', threshold: question.atMost ?? 0 }
      : { kind: 'at-least', threshold: question.atLeast };
  }
}

function foreignTelemetry(
  question: JudgedQuestion, { sourceName, _store: store }: IMetricSource, dialect: Pick<TelemetryDialect, 'name' | 'language'> | undefined,
): readonly Problem[] {
  const language = dialect?.language ?? commonLanguage;
  if (store.language === language) return [];
  const asker = dialect === undefined ? 'the telemetry' : `Telemetry.${dialect.name}`;
  const { kind, threshold } = criterionOf(question);
  const judged = `${kind === 'at-least' ? 'atLeast' : 'atMost'}${known(threshold) === undefined ? '' : `: ${known(threshold)}`}`;
  return [{
    property: 'source',
    message: `must answer ${language}, in which ${asker} asks this question, got ${sourceName}`,
    fix: `ask in the language of that store: Analysis.custom({ query, ${judged} })`,
  }];
}
