import { metricTemplate, secretsOf } from './metric-template';
import { sharedName } from './metrics';
import { renderQuestion } from './question';
import { isMeasured } from '../../intent/analysis';
import type { AnalysisIntent } from '../../intent/analysis';
import type { FlaggerController, RolloutIntent } from '../../intent/rollout';
import { questionsIn } from '../../intent/template';
import type { Rendered } from '../rendered';

type PublishedSetting = Pick<RolloutIntent, 'namespace' | 'labels' | 'telemetry' | 'source'>;

/** A question as an object of its own: its query. What a good answer is says whoever asks. */
export function renderFlaggerPublished(analysis: AnalysisIntent, setting: PublishedSetting, { flagger }: FlaggerController): Rendered {
  const questions = questionsIn(analysis);
  const held = questions.filter(isMeasured).filter(each => analysis.question.kind !== 'template' || each.published === undefined);
  const parts = held.map(each => ({
    name: sharedName(each, analysis) ?? each.name, scope: each.scope, ...renderQuestion(each, { ...setting, pods: flagger.daemonSet === true ? 'DaemonSet' : 'Deployment' }, ''),
  }));
  const manifests = parts.flatMap(({ name, scope, spec }) => spec === undefined ? [] : [metricTemplate(name, spec, scope, setting)]);
  return {
    manifests,
    origins: () => parts.flatMap((_, manifest) => [{ manifest, path: ['spec', 'provider'], property: 'source' }, { manifest, path: ['spec', 'query'], property: 'query' }]),
    gaps: parts.flatMap(({ problems }) => problems),
    elsewhere: secretsOf(manifests),
  };
}
