import { template } from './analysis-template';
import { gateMetric, writtenMetric } from './metric';
import type { MetricSetting } from './metric';
import { objectMeta } from './object-meta';
import type { AnalysisIntent } from '../../intent/analysis';
import type { RolloutIntent } from '../../intent/rollout';
import type { Rendered } from '../rendered';

/** What an object that belongs to no rollout is given. */
export type PublishedSetting = MetricSetting & Pick<RolloutIntent, 'namespace' | 'labels'>;

/** A question as an object of its own. Conditions that somebody else wrote stay as they are, and so does all beside them. */
export function renderPublished(analysis: AnalysisIntent, setting: PublishedSetting): Rendered {
  const { name, clusterWide } = analysis.published ?? { name: analysis.name, clusterWide: false };
  const metadata = objectMeta(name, { labels: setting.labels, namespace: clusterWide ? undefined : setting.namespace });
  const rendered = analysis.question.kind === 'verbatim' ? writtenMetric(analysis, setting) : gateMetric(analysis, setting);
  const { manifest, origins } = template(metadata, clusterWide ? 'ClusterAnalysisTemplate' : 'AnalysisTemplate', [{ analysis, rendered, property: '' }]);
  return { manifests: [manifest], origins: () => origins().map(origin => ({ ...origin, manifest: 0 })), gaps: [], elsewhere: [] };
}
