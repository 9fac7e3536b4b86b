import { table } from './markdown';
import type { Blocks } from './markers';
import { severities } from '../../src/rules/finding';
import { committedList, countsIn, objectsIn, repositories } from '../corpora/corpus';
import { verdicts } from '../corpora/verdicts';

/** What is in the index of public manifests, and what the list says of them. */
export function corpusBlocks(): Blocks {
  const list = committedList();
  const counts = countsIn(list);
  const timesOf = (chosen: typeof counts): number => chosen.reduce((sum, { times }) => sum + times, 0);
  const all = Object.values(repositories).map(({ bundles }) => Object.values(bundles)).flat();
  const classes = Object.keys(severities).map((name) => [name, String(timesOf(counts.filter((count) => count.class === name)))]);
  const rules = Object.keys(verdicts).map((rule) => {
    const chosen = counts.filter((count) => count.rule === rule);
    return { rule, times: timesOf(chosen), bundles: new Set(chosen.map(({ bundle }) => bundle)).size };
  });
  return {
    'corpus-size': `${Object.keys(repositories).length} repositories, ${all.length} bundles, ${all.reduce((sum, blobs) => sum + Object.keys(blobs).length, 0)} files, `
      + `${objectsIn(list)} objects; ${all.length - new Set(counts.map(({ bundle }) => bundle)).size} bundles without a finding.`,
    'corpus-classes': table(['class', 'findings'], [...classes, ['together', String(timesOf(counts))]]),
    'corpus-rules': table(
      ['rule', 'findings', 'bundles', 'why it is right'],
      rules.sort((a, b) => b.bundles - a.bundles || b.times - a.times || (a.rule < b.rule ? -1 : 1))
        .map(({ rule, times, bundles }) => [`\`${rule}\``, String(times), String(bundles), verdicts[rule]]),
    ),
    'corpus-repositories': table(['repository', 'licence', 'bundles', 'files'], Object.entries(repositories).map(([name, { licence, bundles }]) => [
      name, licence, String(Object.keys(bundles).length), String(Object.values(bundles).reduce((sum, blobs) => sum + Object.keys(blobs).length, 0)),
    ])),
  };
}
