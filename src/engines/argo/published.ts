import { template } from './analysis-template';
import type { MetricSetting } from './metric';
import { objectMeta } from '../object-meta';
import { questionMetric } from './question-metric';
import { storeGaps } from './store-gaps';
import { templateReference } from './template-reference';
import type { TemplateRules } from './template-rules';
import { templateObject } from './templates-elsewhere';
import type { AnalysisIntent } from '../../intent/analysis';
import type { ArgoRolloutIntent } from '../../intent/rollout';
import { templatesElsewhere } from '../../intent/template';
import type { Rendered } from '../rendered';

/** What an object that belongs to no rollout is given. */
export type PublishedSetting = MetricSetting & Pick<ArgoRolloutIntent, 'namespace' | 'labels' | 'delivery'>;

/** A question, or several, as an object of its own. Conditions that somebody else wrote stay as they are, and so does all beside them. */
export function renderPublished(analysis: AnalysisIntent, setting: PublishedSetting): Rendered {
  const { name, clusterWide } = analysis.published ?? { name: analysis.name, clusterWide: false };
  const metadata = objectMeta(name, { labels: setting.labels, namespace: clusterWide ? undefined : setting.namespace });
  const parts = heldBy(analysis).map(({ analysis: each, property }) => {
    const rendered = questionMetric(each, setting, each.question.kind === 'verbatim' ? 'written' : 'gate');
    return { analysis: each, rendered, property };
  });
  const kind = clusterWide ? 'ClusterAnalysisTemplate' : 'AnalysisTemplate';
  const { manifest, origins } = template(metadata, kind, parts, {}, rulesOf(analysis), analysis.question.kind === 'template' ? analysis.args : []);
  return {
    manifests: [manifest],
    origins: () => [...origins(), ...templateOrigins].map(origin => ({ ...origin, manifest: 0 })),
    gaps: storeGaps(heldBy(analysis), setting.source),
    elsewhere: templatesElsewhere(analysis).map(templateObject),
  };
}

/** The questions that the object itself holds. */
function heldBy(analysis: AnalysisIntent): readonly { readonly analysis: AnalysisIntent; readonly property: string }[] {
  const { question } = analysis;
  if (question.kind !== 'template') return [{ analysis, property: '' }];
  return question.members.map((member, index) => ({ analysis: member, property: `analyses[${index}]` })).filter(held => held.analysis.published === undefined);
}

function rulesOf({ name, question }: AnalysisIntent): TemplateRules {
  if (question.kind !== 'template') return {};
  const templates = question.members.filter(member => member.published !== undefined).map(member => templateReference(member, name));
  return { dryRun: question.dryRun, kept: question.kept, templates };
}

const templateOrigins = [
  { path: ['spec', 'args'], property: 'args' },
  { path: ['spec', 'dryRun'], property: 'dryRun' },
  { path: ['spec', 'measurementRetention'], property: 'keptMeasurements' },
  { path: ['spec', 'templates'], property: 'analyses' },
];
