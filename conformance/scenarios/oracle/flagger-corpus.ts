// What Flagger itself keeps: examples, documents, and what its end-to-end tests apply. Our verdict on each is the real code's.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { told } from './argo';
import { askFlagger, flagger } from './flagger';
import { missingOf } from './flagger-surroundings';
import { readGraph } from '../../../src/graph/graph';
import { readYaml } from '../../../src/manifests/yaml';
import type { Finding } from '../../../src/rules/finding';
import { judge } from '../../../src/rules/judge';
import type { Verdict } from '../../../test/differential/comparison';
import { flaggerDisagreementsOf, flaggerReasonsOf } from '../../../test/differential/flagger-comparison';
import { isKnownOfFlagger, isUnseen } from '../../../test/differential/flagger-known';
import type { Fields } from '../../harness/objects';
import type { Check } from '../../harness/suite';

interface Bundle {
  /** With a number where there are several in a file. */
  readonly name: string;
  readonly objects: readonly Fields[];
}

/** Fewer would mean that they are looked for in the wrong places. */
const LEAST = 70;
/** Upstream runs these on a real cluster, and they come to their end: whatever we call broken there is not. */
const TESTED = /^test\//;

/** Bundles on which we differ, with the reason. */
const KNOWN: readonly { readonly bundle: RegExp; readonly reason: string }[] = [
  { bundle: /linkerd-progressive-delivery\.md 2$/, reason: 'its Ingress is of an API that Kubernetes has removed' },
  { bundle: /usage\/metrics\.md (6|12|14)$/, reason: 'words stand where a Secret has its values, which we do not look at' },
  { bundle: /gloo\/test-canary\.sh 1$/, reason: 'Flagger has less of an Upstream than Gloo, whose definition nobody asks here' },
  {
    bundle: /test-daemonset\.sh [12]$/,
    reason: 'Flagger takes the pods of the primary for those of the canary: the test ends well since the primary is well',
  },
];

export const check: Check = {
  ...flagger,
  needs: [...flagger.needs, 'flagger-corpus'],
  id: 'oracle/flagger-corpus',
  why: 'examples, documents and end-to-end tests of Flagger itself are refused by us where its own code refuses them, and nothing that it is tested with is called broken',
  check: async binaries => {
    const bundles = bundlesIn(binaries['flagger-corpus']);
    const answers = await askFlagger(binaries, bundles.map(({ objects }) => ({ objects })));
    const differing = bundles.flatMap((bundle, index) => {
      const words = differencesOf(bundle, answers[index]!.verdicts as Verdict[] | null ?? []);
      return words.length === 0 ? [] : [{ ...bundle, words }];
    });
    return [
      ...differing.filter(({ name }) => !KNOWN.some(({ bundle }) => bundle.test(name))).map(({ name, words }) => `${name}: ${words.join('; ').slice(0, 1000)}`),
      ...KNOWN.filter(({ bundle }) => !differing.some(({ name }) => bundle.test(name))).map(({ bundle }) => `${bundle.source}: is agreed on by now, and no longer to be listed`),
      ...bundles.length < LEAST ? [`only ${bundles.length} bundles are found`] : [],
    ];
  },
};

function differencesOf({ name, objects }: Bundle, verdicts: readonly Verdict[]): string[] {
  const findings = judge(readGraph(objects.map(manifest => ({ manifest: manifest as never })))).filter(({ class: what }) => what === 'refused' || what === 'broken');
  const groups = flaggerDisagreementsOf(findings, flaggerReasonsOf(verdicts), TESTED.test(name) ? () => false : isUnseen)
    .filter(group => !isKnownOfFlagger(group));
  return groups.length === 0 ? [] : [...groups, ...findings.map(said), ...verdicts.map(verdict => told({ ...verdict }))];
}

function said({ rule, resource, path, message }: Finding): string {
  return `${rule} on ${resource} ${path}: ${message}`;
}

function bundlesIn(folder: string): Bundle[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => /\.(ya?ml|md|sh)$/.test(file)).sort();
  return files.flatMap(file => {
    const blocks = textsIn(file, readFileSync(join(folder, file), 'utf8')).map(objectsIn).filter(objects => objects.length > 0);
    const all = blocks.flat();
    return blocks.filter(objects => objects.some(({ apiVersion }) => apiVersion === 'flagger.app/v1beta1'))
      .map((objects, index, own): Bundle => ({ name: own.length === 1 ? file : `${file} ${index + 1}`, objects: [...objects, ...missingOf(objects, all)] }));
  });
}

/** In documents there are blocks of YAML, in scripts what is applied. */
function textsIn(file: string, text: string): string[] {
  if (file.endsWith('.md')) return [...text.matchAll(/^```ya?ml[^\n]*\n(.*?)^```/gms)].map(([, block]) => block!);
  if (!file.endsWith('.sh')) return [text];
  return [...text.matchAll(/<<-?\s*'?EOF'?[^\n]*\n(.*?)^EOF$/gms)].map(([, block]) => block!.replace(/\\(["`$\\])/g, '$1'));
}

/** Pieces of manifests are in documents as well. */
function objectsIn(text: string): Fields[] {
  const isObject = ({ apiVersion, kind, metadata }: Fields): boolean => [apiVersion, kind, metadata?.name].every(one => typeof one === 'string' && one !== '');
  return readYaml(text).documents.map(({ manifest }) => manifest as Fields).filter(isObject);
}
