// What the project itself keeps: examples, documents, and what its tests apply. Our verdict on each is the real code's.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { argo, askArgo, told } from './argo';
import { readGraph } from '../../../src/graph/graph';
import { readYaml } from '../../../src/manifests/yaml';
import { judge } from '../../../src/rules/judge';
import { disagreementsOf, reasonOf, theirOutcome } from '../../../test/differential/comparison';
import type { Verdict } from '../../../test/differential/comparison';
import type { Fields } from '../../harness/objects';
import type { Check } from '../../harness/suite';

interface Bundle {
  /** With a number where there are several in a file. */
  readonly name: string;
  readonly objects: readonly Fields[];
}

/** What a file names may be in another one. */
const KINDS = ['Service', 'Ingress', 'AnalysisTemplate', 'ClusterAnalysisTemplate', 'VirtualService', 'Deployment', 'ReplicaSet', 'PodTemplate', 'Mapping', 'VirtualRouter'];
const ELSEWHERE = KINDS.map(kind => `${kind}/*`);

/** Fewer would mean that they are looked for in the wrong places, or that nothing is wrong with any. */
const [LEAST, LEAST_REFUSED] = [280, 60];

/** Files on which we differ, with the reason. */
const KNOWN: readonly { readonly file: RegExp; readonly reason: string }[] = [];

export const check: Check = {
  ...argo,
  needs: [...argo.needs, 'argo-corpus'],
  id: 'oracle/argo-corpus',
  why: 'examples, documents and test data of Argo Rollouts itself are refused by us where its own code refuses them, and nowhere else',
  check: async binaries => {
    const bundles = bundlesIn(binaries['argo-corpus']);
    const answers = await askArgo(binaries, bundles.map(({ objects }) => ({ objects, elsewhere: ELSEWHERE })));
    const differing = bundles.flatMap((bundle, index) => {
      const verdicts = answers[index]!.verdicts as Verdict[];
      const findings = judge(readGraph(bundle.objects.map(manifest => ({ manifest: manifest as never })))).filter(({ class: what }) => what === 'refused' || what === 'broken');
      const groups = disagreementsOf(findings, verdicts.map(reasonOf));
      return groups.length === 0 ? [] : [{ ...bundle, words: [...groups, ...verdicts.map(verdict => told({ ...verdict }))] }];
    });
    const refused = answers.filter(({ verdicts }) => theirOutcome((verdicts as Verdict[]).map(reasonOf)) === 'refused').length;
    const isDifferent = (file: RegExp): boolean => differing.some(({ name }) => file.test(name));
    return [
      ...differing.filter(({ name }) => !KNOWN.some(({ file }) => file.test(name))).map(({ name, words }) => `${name}: ${words.join('; ').slice(0, 1000)}`),
      ...KNOWN.filter(({ file }) => !isDifferent(file)).map(({ file }) => `${file.source}: is agreed on by now, and no longer to be listed`),
      ...bundles.length < LEAST ? [`only ${bundles.length} bundles are found`] : [],
      ...refused < LEAST_REFUSED ? [`only ${refused} are refused`] : [],
    ];
  },
};

function bundlesIn(folder: string): Bundle[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => /\.(ya?ml|json|md|go)$/.test(file)).sort();
  return files.flatMap(file => textsIn(file, readFileSync(join(folder, file), 'utf8')).flatMap((text, index, all): Bundle[] => {
    const objects = readYaml(text).documents.map(({ manifest }) => manifest as Fields).filter(isObject);
    return objects.some(({ apiVersion }) => String(apiVersion).startsWith('argoproj.io/')) ? [{ name: all.length === 1 ? file : `${file} ${index + 1}`, objects }] : [];
  }));
}

/** In documents there are blocks of YAML, in tests texts in backquotes. */
function textsIn(file: string, text: string): string[] {
  if (file.endsWith('.md')) return [...text.matchAll(/^```ya?ml[^\n]*\n(.*?)^```/gms)].map(([, block]) => block!);
  return file.endsWith('.go') ? [...text.matchAll(/`([^`]*\bapiVersion:[^`]*)`/g)].map(([, literal]) => literal!) : [text];
}

/** Pieces of manifests are in documents as well. */
function isObject({ apiVersion, kind }: Fields): boolean {
  return typeof apiVersion === 'string' && apiVersion !== '' && typeof kind === 'string' && kind !== '';
}
