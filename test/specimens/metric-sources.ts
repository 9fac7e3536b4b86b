import { MetricAnalysis } from 'rolloutkit';
import { specimens } from '../metrics/specimens';
import type { Program } from '../render';

/** Every source that Argo Rollouts knows, with all that can be said to it, asked with a number and in the words of its conditions. */
export const programs: readonly Program[] = [false, true].map((clusterWide): Program => chart => {
  for (const [index, { source, others = [], query, judges }] of specimens.entries()) {
    for (const [number, each] of [source, ...others].filter(({ _store: store }) => store.argo !== undefined).entries()) {
      const conditions = judges === 'by itself' ? { atLeast: 90 } : judges === undefined ? { atLeast: 90 } : { successCondition: 'result > 90' };
      new MetricAnalysis(chart, `source-${index}-${number}`, { clusterWide, query, source: each, ...conditions });
    }
  }
});
