import { isMeasured } from '../../intent/analysis';
import type { AnalysisIntent } from '../../intent/analysis';
import type { AskedAnalysis } from '../../intent/asked';
import type { IMetricSource } from '../../intent/metric-source';
import { distinct } from '../../intent/problem';
import type { Problem } from '../../intent/problem';
import { questionsIn } from '../../intent/template';

/** What Argo Rollouts cannot be told of the stores that are asked. What all questions share is told once. */
export function storeGaps(asked: readonly AskedAnalysis[], common: IMetricSource): readonly Problem[] {
  return distinct(asked.flatMap(({ analysis, property }) =>
    questionsIn(analysis).filter(isMeasured).flatMap(each => gapsOf(each, common, property))));
}

function gapsOf({ source }: AnalysisIntent, common: IMetricSource, owner: string): readonly Problem[] {
  const { sourceName, _store: { argo } } = source ?? common;
  const gaps = argo === undefined ? [unknownStore(sourceName)] : argo.gaps ?? [];
  return gaps.map(gap => ({ ...gap, property: source === undefined || owner === '' ? gap.property : `${owner}.${gap.property}` }));
}

function unknownStore(name: string): Problem {
  return {
    property: 'source',
    message: `must be a store that Argo Rollouts knows, got ${name}`,
    fix: 'keep the metrics in a store that docs/metric-sources.md lists for Argo Rollouts, or choose Controller.flagger()',
  };
}
