import type { AnalysisTemplateNode } from './analysis-template';
import type { AnalysisUse } from './analysis-use';
import type { ArgumentSet, Hole } from './argument';
import type { Field } from './field';
import type { Metric } from './metric';
import type { Parses } from './parses';
import type { Condition } from '../expressions/condition';
import { withoutPlaceholders } from '../promql/placeholders';
import type { Query } from '../promql/query';
import type { Selector } from '../promql/syntax';

/** A metric as one analysis runs it, or as its template has it when nothing in the input runs it. */
export class MetricInUse {
  /** Its Prometheus query; quoted texts may hold placeholders. Undefined when it has none, or it is not known. */
  readonly query: Query | undefined;
  readonly successCondition: Condition | undefined;
  readonly failureCondition: Condition | undefined;

  constructor(
    readonly metric: Metric,
    readonly template: AnalysisTemplateNode,
    readonly given: ArgumentSet,
    private readonly parses: Parses,
    readonly use?: AnalysisUse,
  ) {
    const { provider, queryText } = metric;
    this.query = provider !== 'prometheus' || queryText === undefined || queryText === '' ? undefined : parses.query(queryText, given);
    this.successCondition = this.condition(metric.successCondition);
    this.failureCondition = this.condition(metric.failureCondition);
  }

  /** The selectors of its query with the arguments of the run filled in; what is not known is neutral text. */
  get selectors(): readonly Selector[] {
    return (this.query?.selectors ?? []).map((selector) => ({
      ...selector,
      matchers: selector.matchers.map((matcher) => ({ ...matcher, value: withoutPlaceholders(this.given.fill(matcher.value)) })),
    }));
  }

  /** The different placeholders of its query. */
  get queryHoles(): readonly Hole[] {
    return this.parses.holes(this.metric.queryText ?? '');
  }

  /** The condition that is written in one of the two. */
  condition({ text }: Field): Condition | undefined {
    return text === undefined || text === '' ? undefined : this.parses.condition(this.given.fillAtRelease(text));
  }
}
