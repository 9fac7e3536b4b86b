import type { AnalysisTemplateNode } from './analysis-template';
import type { AnalysisUse } from './analysis-use';
import type { ArgumentSet } from './argument';
import type { Field } from './field';
import type { Metric } from './metric';
import type { Parses } from './parses';
import type { Condition } from '../expressions/condition';
import { withoutPlaceholders } from '../promql/placeholders';
import type { Query } from '../promql/query';
import type { Selector } from '../promql/syntax';

/** A metric as one analysis runs it, or as its template has it when nothing in the input runs it. */
export class MetricInUse {
  private queryRead?: { readonly query: Query | undefined };
  private successRead?: { readonly condition: Condition | undefined };
  private failureRead?: { readonly condition: Condition | undefined };

  constructor(
    readonly metric: Metric,
    readonly template: AnalysisTemplateNode,
    readonly given: ArgumentSet,
    private readonly parses: Parses,
    readonly use?: AnalysisUse,
  ) {}

  /** Its Prometheus query; quoted texts may hold placeholders. Undefined when it has none, or it is not known. */
  get query(): Query | undefined {
    return (this.queryRead ??= { query: this.readQuery() }).query;
  }

  /** The selectors of its query with the arguments of the run filled in; what is not known is neutral text. */
  get selectors(): readonly Selector[] {
    return (this.query?.selectors ?? []).map((selector) => ({
      ...selector,
      matchers: selector.matchers.map((matcher) => ({ ...matcher, value: withoutPlaceholders(this.given.fill(matcher.value)) })),
    }));
  }

  get successCondition(): Condition | undefined {
    return (this.successRead ??= { condition: this.readCondition(this.metric.successCondition) }).condition;
  }

  get failureCondition(): Condition | undefined {
    return (this.failureRead ??= { condition: this.readCondition(this.metric.failureCondition) }).condition;
  }

  /** One of the two. */
  condition(field: Field): Condition | undefined {
    return field === this.metric.successCondition ? this.successCondition : this.failureCondition;
  }

  private readCondition({ text }: Field): Condition | undefined {
    return text === undefined || text === '' ? undefined : this.parses.condition(this.given.fill(text));
  }

  private readQuery(): Query | undefined {
    const { text } = this.metric.query;
    return this.metric.provider !== 'prometheus' || text === undefined || text === ''
      ? undefined
      : this.parses.query(text, this.given);
  }
}
