import { template } from './analysis-template';
import type { RenderedTemplate } from './analysis-template';
import { fixedByExperiment, holesOfQuestion, suppliedByExperiment, unknownToExperiment } from './experiment-arguments';
import { askedOfVariants, experimentMetric } from './experiment-metric';
import { labelsAndAnnotations } from '../labels-and-annotations';
import { objectMeta } from '../object-meta';
import { storeGaps } from './store-gaps';
import { measurementRules } from './template-rules';
import { templateObject } from './templates-elsewhere';
import { variantService } from '../../intent/experiment';
import type { ExperimentIntent, ExperimentQuestionIntent, VariantIntent } from '../../intent/experiment';
import { runMetadataOf } from '../../intent/run-metadata';
import { templatesElsewhere } from '../../intent/template';
import type { Experiment, ExperimentAnalysis, ExperimentSpec, ExperimentTemplate } from '../../manifests/argo-rollouts.generated';
import { formatGoDuration } from '../../manifests/durations';
import { mapLeaf } from '../../manifests/leaf';
import type { Manifest } from '../../manifests/manifest';
import { below } from '../rendered';
import type { PartOrigin, Rendered } from '../rendered';

/** Everything that Argo Rollouts needs for one experiment. */
export function renderExperiment(intent: ExperimentIntent): Rendered {
  const object: Experiment = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Experiment',
    metadata: objectMeta(intent.name, intent, intent.annotations),
    spec: spec(intent),
  };
  const parts: readonly Pick<RenderedTemplate, 'manifest' | 'origins'>[] = [
    { manifest: object as unknown as Manifest, origins: () => origins(intent) },
    ...intent.questions.filter(isFirst).filter(each => each.analysis.published === undefined).map(question => ownTemplate(question, intent)),
  ];
  return {
    manifests: parts.map(part => part.manifest),
    origins: () => parts.flatMap((part, manifest) => part.origins().map(origin => ({ ...origin, manifest }))),
    gaps: [
      ...intent.questions.flatMap(question => unknownToExperiment(question, intent)),
      ...storeGaps(intent.questions.map(({ analysis: asked, property }) => ({ analysis: asked, property: `${property}.analysis` })), intent.source),
    ],
    elsewhere: intent.questions.flatMap(each => templatesElsewhere(each.analysis)).map(templateObject),
    controllerWrites: [],
  };
}

/** That two have one name is told as a problem. */
function isFirst({ name }: ExperimentQuestionIntent, index: number, all: readonly ExperimentQuestionIntent[]): boolean {
  return all.findIndex(other => other.name === name) === index;
}

function spec(intent: ExperimentIntent): ExperimentSpec {
  const { questions, seconds, progressDeadlineSeconds, scaleDownDelaySeconds, terminate, dryRun, kept } = intent;
  const metadata = runMetadataOf([intent.controller.argo.analysisRunMetadata, intent.runMetadata]);
  return {
    templates: intent.variants.map(each => variant(each, intent)),
    ...(seconds === undefined ? {} : { duration: mapLeaf(seconds, formatGoDuration) }),
    ...(progressDeadlineSeconds === undefined ? {} : { progressDeadlineSeconds }),
    ...(scaleDownDelaySeconds === undefined ? {} : { scaleDownDelaySeconds }),
    ...(questions.length === 0 ? {} : { analyses: questions.map(question => analysis(question, intent)) }),
    ...measurementRules(dryRun, kept),
    ...(metadata === undefined ? {} : { analysisRunMetadata: labelsAndAnnotations(metadata) }),
    ...(terminate ? { terminate } : {}),
  };
}

function variant(wish: VariantIntent, intent: ExperimentIntent): ExperimentTemplate {
  const { name, replicas, minReadySeconds, selector, template: pods } = wish;
  const service = variantService(intent.name, wish);
  return {
    name,
    ...(replicas === undefined ? {} : { replicas }),
    ...(minReadySeconds === undefined ? {} : { minReadySeconds }),
    selector: selector as ExperimentTemplate['selector'],
    ...(service === undefined ? {} : { service: { name: service } }),
    template: pods as ExperimentTemplate['template'],
  };
}

function analysis(question: ExperimentQuestionIntent, intent: ExperimentIntent): ExperimentAnalysis {
  const args = suppliedByExperiment(question, intent);
  return {
    name: question.name,
    templateName: nameOfTemplate(question, intent),
    ...(question.analysis.published?.clusterWide ? { clusterScope: true } : {}),
    ...(question.required ? { requiredForCompletion: true } : {}),
    ...(args.length === 0 ? {} : { args }),
  };
}

function nameOfTemplate({ analysis: { published }, name }: ExperimentQuestionIntent, intent: ExperimentIntent): string {
  return published?.name ?? `${intent.name}-${name}`;
}

/** A question has a template for each variant it is asked of, which says by itself who that is. */
function ownTemplate(question: ExperimentQuestionIntent, intent: ExperimentIntent): RenderedTemplate {
  const { dryRun, keptMeasurements: limit, property } = question;
  const asked = askedOfVariants(question, intent);
  const rendered = { ...experimentMetric(asked, intent, intent.seconds), holes: holesOfQuestion(question, intent) };
  const rules = { dryRun: dryRun ? [asked.name] : [], kept: limit === undefined ? [] : [{ metric: asked.name, limit }] };
  const parts = [{ analysis: asked, rendered, property: `${property}.analysis` }];
  return template(objectMeta(nameOfTemplate(question, intent), intent), 'AnalysisTemplate', parts, fixedByExperiment(question, intent), rules);
}

function origins({ variants, questions }: ExperimentIntent): readonly PartOrigin[] {
  return [
    { path: ['metadata', 'name'], property: 'metadata.name' },
    { path: ['spec', 'templates'], property: 'variants' },
    ...variants.flatMap((_, index) => below(['spec', 'templates', index], variantOrigins(`variants[${index}]`))),
    { path: ['spec', 'duration'], property: 'duration' },
    { path: ['spec', 'progressDeadlineSeconds'], property: 'progressDeadline' },
    { path: ['spec', 'scaleDownDelaySeconds'], property: 'scaleDownDelay' },
    { path: ['spec', 'dryRun'], property: 'dryRun' },
    { path: ['spec', 'measurementRetention'], property: 'keptMeasurements' },
    { path: ['spec', 'analyses'], property: 'analyses' },
    ...questions.flatMap(({ property }, index) => below(['spec', 'analyses', index], [
      { path: [], property },
      { path: ['name'], property: `${property}.name` },
      { path: ['templateName'], property: `${property}.analysis` },
      { path: ['requiredForCompletion'], property: `${property}.required` },
      { path: ['args'], property: `${property}.args` },
    ])),
  ];
}

function variantOrigins(property: string): readonly PartOrigin[] {
  const pods = ['template', 'spec'];
  return [
    { path: [], property },
    { path: ['name'], property: `${property}.name` },
    { path: ['replicas'], property: `${property}.replicas` },
    { path: ['minReadySeconds'], property: `${property}.minReady` },
    { path: ['service'], property: `${property}.service` },
    { path: ['service', 'name'], property: `${property}.serviceName` },
    { path: pods, property: `${property}.containers` },
    { path: [...pods, 'containers'], property: `${property}.containers`, alikeBelow: true },
    { path: [...pods, 'initContainers'], property: `${property}.initContainers`, alikeBelow: true },
    { path: ['template', 'metadata'], property: `${property}.podMetadata`, alikeBelow: true },
  ];
}
