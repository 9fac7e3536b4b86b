import type { CanaryMetricUse, CanaryNode } from '../graph/canary';
import type { Field } from '../graph/field';
import type { Graph } from '../graph/graph';
import type { MetricTemplateNode } from '../graph/metric-template';
import { parseQuery } from '../promql/parse';
import type { Query } from '../promql/query';
import { QueryReader } from '../promql/query-reader';
import type { Expression } from '../promql/syntax';

/** An action of a template of Go. */
const ACTION = /\{\{-?\s*(.*?)\s*-?\}\}/gs;
const VARIABLE = /^variables\.(\w+)$/;

/** What Flagger's functions give for a Canary. */
type QueryValues = Readonly<Record<string, string>>;

/** A query of Flagger to Prometheus, with everything in it that is known. */
export interface FlaggerQuery {
  /** Where it is written: in a MetricTemplate, or in the metric itself. */
  readonly field: Field;
  /** As Prometheus gets it. */
  readonly text: string;
  readonly query: Query;
  readonly expression: Expression;
  /** Who asks it; undefined where nothing in the input does. */
  readonly use?: CanaryMetricUse;
  readonly template?: MetricTemplateNode;
}

/** Several rules ask for them. */
const known = new WeakMap<Graph, readonly FlaggerQuery[]>();

/** What is asked of Prometheus, once for each place where a query is written: of several Canaries the first asks it. */
export function flaggerQueries(graph: Graph): readonly FlaggerQuery[] {
  if (graph.canaries.length === 0 && graph.metricTemplates.length === 0) {
    return [];
  }
  let queries = known.get(graph);
  if (queries === undefined) {
    queries = [...readQueries(graph)];
    known.set(graph, queries);
  }
  return queries;
}

function* readQueries({ canaries, metricTemplates }: Graph): Iterable<FlaggerQuery> {
  const reader = new QueryReader();
  const uses = canaries.flatMap(({ metricsAsked }) => metricsAsked);
  const read = (field: Field, use?: CanaryMetricUse, template?: MetricTemplateNode): FlaggerQuery[] => {
    const text = field.text === undefined ? undefined : filled(field.text, use);
    return text === undefined ? [] : [{ field, text, query: reader.read(text), expression: parseQuery(text).expression, use, template }];
  };
  for (const template of metricTemplates.filter(({ providerType }) => providerType === 'prometheus')) {
    yield* read(template.query, uses.find((use) => use.template === template), template);
  }
  for (const use of uses.filter(({ field }) => (field.textAt('query') ?? '') !== '')) {
    yield* read(use.field.at('query'), use);
  }
}

/** A query as Flagger would ask it; undefined where it cannot be known. */
function filled(text: string, use: CanaryMetricUse | undefined): string | undefined {
  const values = valuesFor(use?.canary, use?.field);
  let isKnown = true;
  const done = text.replace(ACTION, (_, action: string, offset: number) => {
    const [, variable] = VARIABLE.exec(action) ?? [];
    if (Object.hasOwn(values, action)) {
      return values[action];
    }
    // within quotes any word will do
    isKnown &&= variable !== undefined && isInQuotes(text, offset);
    return UNKNOWN;
  });
  return isKnown && !done.includes('{{') ? done : undefined;
}

/** What stands for a text that is not known. */
export const UNKNOWN = 'xUNKNOWNx';

function valuesFor(canary: CanaryNode | undefined, metric: Field | undefined): QueryValues {
  const target = canary?.targetName ?? 'target';
  const variables = metric?.at('templateVariables').entries() ?? [];
  const interval = metric?.textAt('interval');
  return {
    name: canary?.name ?? 'canary',
    namespace: canary?.namespace ?? 'namespace',
    target,
    service: canary?.serviceName ?? target,
    ingress: canary?.spec.at('ingressRef').textAt('name') ?? target,
    route: canary?.spec.at('routeRef').textAt('name') ?? target,
    interval: interval === undefined || !/^(?:\d+(?:m|s))+$/.test(interval) ? '1m' : interval,
    ...Object.fromEntries(variables.flatMap(([key, { text }]) => text === undefined ? [] : [[`variables.${key}`, text]])),
  };
}

function isInQuotes(text: string, offset: number): boolean {
  let quote: string | undefined;
  for (let index = 0; index < offset; index++) {
    const sign = text[index];
    if (sign === '\\') {
      index++;
    } else if (quote === undefined ? /["'`]/.test(sign) : sign === quote) {
      quote = quote === undefined ? sign : undefined;
    }
  }
  return quote !== undefined;
}
