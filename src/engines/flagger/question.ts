import { rangeOf } from './condition';
import type { GoodAnswers } from './condition';
import { ownQuery, queryOf } from './query';
import type { PodsOf } from './query';
import { flaggerTime } from './seconds';
import { dialectOf, isOwnQuery } from '../../intent/analysis';
import type { MeasuredAnalysis } from '../../intent/analysis';
import type { Criterion, IMetricSource } from '../../intent/metric-source';
import type { Problem } from '../../intent/problem';
import { criterionOf } from '../../intent/source-problems';
import type { ITelemetry } from '../../intent/telemetry';
import { windowSeconds } from '../../intent/timing';
import type { MetricTemplateSpec, ThresholdRange } from '../../manifests/flagger.generated';
import { known, mapLeaf } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';

/** What is said of the store, the query and its window; the range belongs to whoever asks. */
export interface RenderedQuestion {
  readonly spec?: MetricTemplateSpec;
  readonly interval: Leaf<string>;
  /** Absent: nobody knows which answers are good. */
  readonly range?: ThresholdRange;
  readonly problems: readonly Problem[];
}

/** Where a question is asked when it does not say so itself. */
export interface QuestionSetting {
  readonly telemetry: ITelemetry;
  readonly source: IMetricSource;
  readonly pods: PodsOf;
}

/** One question as a query and the range of its good answers. `property` is what asked it. */
export function renderQuestion(asked: MeasuredAnalysis, setting: QuestionSetting, property: string): RenderedQuestion {
  const analysis = withItsMinimum(asked);
  const dialect = dialectOf(analysis, setting);
  const source = analysis.source ?? setting.source;
  const { range, problems } = goodAnswers(analysis, property);
  const query = answered(queryOf(analysis, dialect, setting.pods), analysis, source);
  const window = analysis.timing.windowSeconds ?? source._store.windowSeconds ?? windowSeconds(analysis, dialect.scrapeSeconds);
  const criterion = analysis.question.kind === 'verbatim' ? undefined : criterionOf(analysis.question);
  const fragment = source._store.flagger?.(query, { windowSeconds: window, criterion });
  const gaps = fragment === undefined ? [unasked(source)]
    : [...fragment.gaps ?? [], ...languageGaps(analysis, source), ...stablePodGaps(analysis, setting)];
  return {
    ...(fragment === undefined ? {} : { spec: { provider: fragment.provider, query: ownQuery(fragment.query ?? query) } }),
    // an answer may be about more than one interval
    interval: flaggerTime(mapLeaf(window, seconds => seconds / (fragment?.intervals ?? 1))),
    range,
    problems: [...problems, ...gaps.map(gap => ({ ...gap, property: isShared(analysis, gap, property) ? gap.property : `${property}.${gap.property}` }))],
  };
}

/** A store of all questions is told by its own property, and what is said of it is said once. */
function isShared({ source }: MeasuredAnalysis, gap: Problem, owner: string): boolean {
  return owner === '' || (source === undefined && gap.property.startsWith('source'));
}

/** Which revision of Knative is the stable one is not known to who asks. */
function stablePodGaps({ question, scope }: MeasuredAnalysis, { pods }: QuestionSetting): readonly Problem[] {
  return pods !== 'Service' || (scope !== 'stable' && question.kind !== 'baseline') ? [] : [{
    property: question.kind === 'baseline' ? 'of' : 'scope',
    message: 'cannot ask for the stable version behind Knative, which calls its pods after a revision that is not known',
    fix: 'ask about the canary alone, or choose another router',
  }];
}

/** What only PromQL can be told to do. */
function languageGaps({ question, noData }: MeasuredAnalysis, { sourceName, _store: { language } }: IMetricSource): readonly Problem[] {
  if (language === 'PromQL' || !isOwnQuery(question)) return [];
  const hash = /\{\{\s*args\.(canary|stable)-hash\s*\}\}/.exec(known(question.query) ?? '')?.[1];
  return [
    ...hash === undefined ? [] : [{
      property: 'query',
      message: `cannot ask ${sourceName} for ${hash}-hash, since Flagger tells the versions apart by the names of their pods, as an expression`,
      fix: 'ask by the name of the workload, {{args.rollout}}, which is that of the canary alone; the primary has -primary behind it',
    }],
    ...noData.kind !== 'accept' ? [] : [{
      property: 'noData',
      message: `takes no answer of ${sourceName} for a good one: for Flagger it is a failed check, and its query cannot say otherwise`,
      fix: 'have the query answer something where there is no data',
      class: 'risky' as const,
    }],
  ];
}

/**
 * Flagger cannot wait for requests: without an answer a check has failed. Where fewer requests than asked for were to be waited for, they
 * are judged, since otherwise a healthy release with little traffic would be taken back for it.
 */
function withItsMinimum(analysis: MeasuredAnalysis): MeasuredAnalysis {
  switch (analysis.noData.kind) {
    case 'hold': return { ...analysis, minimumRequests: 0 };
    case 'accept': return { ...analysis, minimumRequests: mapLeaf(analysis.minimumRequests, requests => Math.max(1, requests)) };
    case 'reject': return analysis;
  }
}

/** No answer as a good one, which the query has to say by itself. */
function answered(query: Leaf<string>, { noData, question }: MeasuredAnalysis, { _store: { language } }: IMetricSource): Leaf<string> {
  if (noData.kind !== 'accept' || question.kind === 'verbatim' || language !== 'PromQL') return query;
  const { threshold } = criterionOf(question);
  return mapLeaf(query, text => mapLeaf(threshold, good => `(${text})\nor on() vector(${good})`));
}

function goodAnswers({ question }: MeasuredAnalysis, property: string): GoodAnswers {
  return question.kind === 'verbatim' ? rangeOf(question, property) : { range: rangeFor(criterionOf(question)), problems: [] };
}

function rangeFor({ kind, threshold }: Criterion): ThresholdRange {
  return kind === 'at-least' ? { min: threshold } : { max: threshold };
}

function unasked({ sourceName }: IMetricSource): Problem {
  return {
    property: 'source',
    message: `must be a store that Flagger knows, got ${sourceName}`,
    fix: 'keep the metrics in a store that docs/metric-sources.md lists for Flagger, or leave the question out',
  };
}
