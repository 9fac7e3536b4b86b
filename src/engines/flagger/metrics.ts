import { builtinName, builtinNames } from './builtin';
import { catastropheQuestions } from './catastrophe';
import { metricTemplate } from './metric-template';
import type { PodsOf } from './query';
import { renderQuestion } from './question';
import type { Told } from './told';
import { variablesOf } from './variables';
import { targetReference } from './workload';
import { dialectOf, isMeasured } from '../../intent/analysis';
import type { AnalysisIntent, MeasuredAnalysis } from '../../intent/analysis';
import type { ArgumentIntent } from '../../intent/argument';
import { askedAnalyses } from '../../intent/asked';
import type { GateIntent } from '../../intent/gate';
import type { Problem } from '../../intent/problem';
import type { FlaggerRolloutIntent } from '../../intent/rollout';
import type { FlaggerRouting } from '../../intent/router';
import { questionsIn, templatesElsewhere } from '../../intent/template';
import type { CanaryMetric } from '../../manifests/flagger.generated';
import type { Leaf } from '../../manifests/leaf';
import type { Manifest } from '../../manifests/manifest';
import { below } from '../rendered';
import type { PartOrigin } from '../rendered';

/** What is asked at every check, and the objects that hold the queries. */
export type RenderedMetrics = Told<readonly CanaryMetric[]> & {
  readonly templates: readonly { readonly manifest: Manifest; readonly origins: readonly PartOrigin[] }[];
  /** Where builtin questions are asked, if there are any. */
  readonly metricsServer?: Leaf<string>;
};

interface AskedQuestion {
  readonly analysis: MeasuredAnalysis;
  readonly args: readonly ArgumentIntent[];
  readonly property: string;
  /** The object that holds it, which somebody else wrote. */
  readonly template?: string;
  /** Where that is, and for whom. */
  readonly published?: AnalysisIntent['published'];
}

/** Every question once, wherever it stands: Flagger asks all of them at every check. */
export function renderMetrics(intent: FlaggerRolloutIntent, routing: FlaggerRouting | undefined): RenderedMetrics {
  const asked = questionsOf(intent);
  const disasters = catastropheQuestions(intent).filter(({ analysis }) => !asked.some(other => other.analysis.name === analysis.name));
  const parts = [...asked, ...disasters].map(question => renderMetric(question, intent, routing));
  const written = parts.filter(({ metric }) => metric !== undefined);
  return {
    fields: written.map(({ metric }) => metric!),
    origins: written.flatMap(({ origins }, index) => below([index], origins)),
    problems: [...parts.flatMap(({ problems }) => problems), ...questionsElsewhere(intent)],
    templates: parts.flatMap(({ template }) => template ?? []),
    metricsServer: parts.find(({ server }) => server !== undefined)?.server,
  };
}

interface RenderedMetric {
  readonly metric?: CanaryMetric;
  readonly template?: RenderedMetrics['templates'][number];
  readonly server?: Leaf<string>;
  readonly problems: readonly Problem[];
  readonly origins: readonly PartOrigin[];
}

function renderMetric(
  { analysis, args, property, template, published }: AskedQuestion, intent: FlaggerRolloutIntent, routing: FlaggerRouting | undefined,
): RenderedMetric {
  const setting = { telemetry: intent.telemetry, source: intent.source, pods: targetReference(intent, routing).kind as PodsOf };
  const { spec, interval, range, problems } = renderQuestion(analysis, setting, property);
  if (range === undefined) return { problems, origins: [] };
  const source = analysis.source ?? intent.source;
  const builtin = builtinName(analysis, dialectOf(analysis, intent), source, routing?.provider, intent);
  const variables = variablesOf(analysis, args, property);
  const name = template ?? `${intent.name}-${analysis.name}`;
  const elsewhere = published?.namespace === undefined || published.namespace === intent.namespace ? {} : { namespace: published.namespace };
  return {
    metric: {
      name: builtin ?? analysis.name,
      ...(builtin === undefined ? { templateRef: { name, ...elsewhere } } : {}),
      ...variables.fields,
      interval,
      thresholdRange: range,
    },
    ...(spec === undefined || builtin !== undefined || template !== undefined ? {} : {
      template: { manifest: metricTemplate(name, spec, analysis.scope, intent), origins: templateOrigins(property) },
    }),
    ...(builtin === undefined ? {} : { server: source._store.plainAddress }),
    problems: [
      ...problems, ...variables.problems, ...builtin === undefined ? builtinByName(analysis.name, property) : [],
      ...ofOthers(published, intent, property),
    ],
    origins: [
      { path: [], property },
      { path: ['thresholdRange'], property: `${property}.${'min' in range ? 'atLeast' : 'atMost'}` },
      { path: ['interval'], property: `${property}.window` },
    ],
  };
}

function templateOrigins(property: string): readonly PartOrigin[] {
  return [{ path: [], property }, { path: ['metadata', 'name'], property: `${property}.name` }, { path: ['spec', 'provider'], property: `${property}.source` }];
}

/** Whoever wrote a question for one namespace alone may not know who else asks it. */
function ofOthers(published: AnalysisIntent['published'], { namespace }: FlaggerRolloutIntent, property: string): readonly Problem[] {
  return published?.namespace === undefined || published.namespace === namespace || published.clusterWide ? [] : [{
    property,
    message: `is a question of namespace ${published.namespace}, and the rollout is in ${namespace ?? 'none'}`,
    fix: 'write clusterWide: true where it is made',
  }];
}

/** Under these names Flagger asks questions of its own as well. */
function builtinByName(name: string, property: string): readonly Problem[] {
  return !builtinNames.includes(name) ? [] : [{
    property: `${property}.name`, message: `must be another name than ${name}, under which Flagger asks a question of its own as well`, fix: `write for example name: "own-${name}"`,
  }];
}

function questionsOf({ strategy }: FlaggerRolloutIntent): readonly AskedQuestion[] {
  const found = new Map<string, AskedQuestion>();
  for (const asked of askedAnalyses(strategy)) {
    const args = (asked as Partial<GateIntent>).args ?? [];
    for (const analysis of questionsIn(asked.analysis).filter(isMeasured)) {
      if (!found.has(analysis.name)) {
        const published = analysis.published ?? asked.analysis.published;
        found.set(analysis.name, { analysis, args, property: asked.property, template: sharedName(analysis, asked.analysis), published });
      }
    }
  }
  return [...found.values()];
}

/** The name of the template of a question that several rollouts ask; where one object was to hold several, each has one of its own. */
export function sharedName(question: AnalysisIntent, within: AnalysisIntent): string | undefined {
  if (question.published !== undefined || within.published === undefined) return question.published?.name;
  return within.question.kind === 'template' ? `${within.published.name}-${question.name}` : within.published.name;
}

/** Templates of which nothing is known but their name: not what a good answer is. */
function questionsElsewhere({ strategy }: FlaggerRolloutIntent): readonly Problem[] {
  return askedAnalyses(strategy).flatMap(({ analysis, property }) => templatesElsewhere(analysis).map(({ name }) => ({
    property,
    message: `names ${name}, which is written elsewhere and says nothing of its answers: for Flagger whoever asks has to know which are good`,
    fix: 'ask the question itself, such as Analysis.successRate or Analysis.custom({ query, atLeast })',
  })));
}
