import { declare } from './arguments';
import type { Fixed } from './arguments';
import type { MetricSetting, RenderedMetric } from './metric';
import { questionMetric } from './question-metric';
import { templateRules } from './template-rules';
import type { TemplateRules } from './template-rules';
import { isAction, isOwnQuery } from '../../intent/analysis';
import type { AnalysisIntent, Question } from '../../intent/analysis';
import type { ArgumentIntent } from '../../intent/argument';
import { holeNames } from '../../intent/query';
import type { HoleName } from '../../intent/query';
import type { AnalysisTemplate, ClusterAnalysisTemplate, ObjectMeta } from '../../manifests/argo-rollouts.generated';
import { formatGoDuration } from '../../manifests/durations';
import type { Manifest } from '../../manifests/manifest';
import type { PartOrigin } from '../rendered';

/** An object with one metric or several, and where its parts came from. */
export interface RenderedTemplate {
  readonly manifest: Manifest;
  readonly origins: () => readonly PartOrigin[];
  readonly holes: readonly HoleName[];
}

/** One question as the gate of a stage. */
export function gateTemplate(
  metadata: ObjectMeta, analysis: AnalysisIntent, setting: MetricSetting, property: string, fixed: Fixed,
): RenderedTemplate {
  return template(metadata, 'AnalysisTemplate', [{ analysis, rendered: questionMetric(analysis, setting, 'gate'), property }], fixed);
}

/** One metric of a template, with the question it came from. */
export interface TemplatePart {
  /** Absent: no question of its own, but part of what always counts as a catastrophe. */
  readonly analysis?: AnalysisIntent;
  readonly rendered: RenderedMetric;
  readonly property: string;
}

export function template(
  metadata: ObjectMeta,
  kind: 'AnalysisTemplate' | 'ClusterAnalysisTemplate',
  parts: readonly TemplatePart[],
  fixed: Fixed = {},
  rules: TemplateRules = {},
  declared: readonly ArgumentIntent[] = [],
): RenderedTemplate {
  const holes = allHoles(parts.map(part => part.rendered));
  const own = [...declared, ...parts.flatMap(({ analysis, rendered }) => [...analysis?.args ?? [], ...rendered.store?.args ?? []])];
  const args = declare(holes, distinct(own), fixed);
  const object: AnalysisTemplate | ClusterAnalysisTemplate = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind,
    metadata: { ...metadata, ...annotations(metadata, parts) },
    spec: {
      ...(args.length === 0 ? {} : { args }),
      ...(parts.length === 0 ? {} : { metrics: parts.map(part => part.rendered.metric) }),
      ...templateRules(parts.flatMap(part => part.analysis ?? []), rules),
    },
  };
  return { manifest: object as unknown as Manifest, holes, origins: () => parts.flatMap(metricOrigins) };
}

/** Every hole of several metrics, once and in their order. */
function allHoles(metrics: readonly Pick<RenderedMetric, 'holes'>[]): readonly HoleName[] {
  return holeNames.filter(name => metrics.some(metric => metric.holes.includes(name)));
}

/** What rules take for granted where nothing is said. */
const assumedScrapeSeconds = 30;

/*
 * Rules read the manifest alone. What they cannot see in a query, the template says: that it is meant to look beyond the
 * canary, and how often its metrics are scraped.
 */
function annotations(metadata: ObjectMeta, parts: readonly TemplatePart[]): Pick<ObjectMeta, 'annotations'> {
  const scopes = parts.flatMap(({ analysis }) => analysis === undefined || analysis.scope === 'canary' ? [] : [
    [parts.length === 1 ? 'rolloutkit.dev/scope' : `rolloutkit.dev/scope.${analysis.name}`, analysis.scope],
  ]);
  const slowest = Math.max(...parts.map(part => part.rendered.scrapeSeconds), parts.length === 0 ? assumedScrapeSeconds : 0);
  const scrape = slowest === assumedScrapeSeconds ? {} : { 'rolloutkit.dev/scrape-interval': formatGoDuration(slowest) };
  const all = { ...metadata.annotations, ...Object.fromEntries(scopes), ...scrape };
  return Object.keys(all).length === 0 ? {} : { annotations: all };
}

function metricOrigins({ analysis, rendered, property: owner }: TemplatePart, index: number): PartOrigin[] {
  const metric = ['spec', 'metrics', index];
  if (analysis === undefined || isAction(analysis)) return [{ path: metric, property: owner }];
  const question = analysis.question;
  const threshold = thresholdOf(question);
  const conditions = question.kind === 'verbatim'
    ? { success: 'successCondition', failure: 'failureCondition' }
    : { success: threshold, failure: threshold };
  const own = (name: string) => owner === '' ? name : `${owner}.${name}`;
  return [
    { path: metric, property: owner },
    { path: [...metric, 'name'], property: own('name') },
    { path: [...metric, 'interval'], property: own('interval') },
    { path: [...metric, 'initialDelay'], property: own('initialDelay') },
    { path: [...metric, 'count'], property: own('count') },
    { path: [...metric, 'failureLimit'], property: own('failureLimit') },
    { path: [...metric, 'inconclusiveLimit'], property: own('inconclusiveLimit') },
    { path: [...metric, 'consecutiveSuccessLimit'], property: own('consecutiveSuccesses') },
    { path: [...metric, 'consecutiveErrorLimit'], property: own('toleratedOutage') },
    { path: [...metric, 'successCondition'], property: own(conditions.success) },
    { path: [...metric, 'failureCondition'], property: own(conditions.failure) },
    { path: [...metric, 'provider'], property: own('source') },
    ...(rendered.store?.argo === undefined ? [] : [{ path: [...metric, 'provider', ...rendered.store.argo.queryPath], property: own(isOwnQuery(question) ? 'query' : 'window') }]),
  ];
}

/** The property whose number an answer is compared with. */
function thresholdOf(question: Question): string {
  switch (question.kind) {
    case 'success-rate': return 'atLeast';
    case 'baseline': return `of.${question.of.limit}`;
    case 'request-rate': case 'threshold': return question.atLeast === undefined ? 'atMost' : 'atLeast';
    default: return 'atMost';
  }
}

function distinct<T extends { readonly name: string }>(list: readonly T[]): readonly T[] {
  return list.filter(({ name }, index) => list.findIndex(other => other.name === name) === index);
}
