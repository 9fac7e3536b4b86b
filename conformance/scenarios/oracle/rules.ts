// The rules on what is refused, over the cases of their own tests: the controller refuses the same, and for no other reason. What
// definitions of routers say, the controller does not know: `oracle/declared-rules` asks who does.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { argo, askArgo, told } from './argo';
import { readGraph } from '../../../src/graph/graph';
import { readYaml } from '../../../src/manifests/yaml';
import { judge } from '../../../src/rules/judge';
import type { Rule } from '../../../src/rules/rule';
import { declaredRules } from '../../../src/rules/structure/declared-rules';
import { tested } from '../../../test/rules/test-rule';
import { ROOT } from '../../harness/manifests';
import type { Fields } from '../../harness/objects';
import type { Check } from '../../harness/suite';
import type { Binaries } from '../../lab/binaries';

interface Case {
  readonly name: string;
  readonly objects: readonly unknown[];
  /** Where the rule says that it is refused; nowhere in a valid case. */
  readonly places: readonly string[];
  readonly isValid: boolean;
}

/** With all of it elsewhere, no verdict is about what a small case leaves out. */
const ELSEWHERE = ['Service', 'Ingress', 'AnalysisTemplate', 'ClusterAnalysisTemplate', 'VirtualService', 'Deployment'].map(kind => `${kind}/*`);

/** Valid cases that are not, each with what the controller has against it. The rule, or its test, is still to be mended. */
const MISTAKEN: Readonly<Record<string, string>> = {
  'service-selector, a label that pods get with their role': 'a selector is compared with the labels of the template, whatever pods get besides',
  'containers, a template that another object lends': 'the template has to be absent then, and one without containers is refused anyway',
};

export const check: Check = {
  ...argo,
  id: 'oracle/rules',
  why: 'what a rule calls refused is refused, and what it lets pass is not refused for that',
  check: async binaries => {
    loadTests(file => /\/.*\.test\.ts$/.test(file));
    const findings = await Promise.all(tested.filter(({ rule }) => rule !== declaredRules).map(({ rule, valid, invalid }) => {
      const cases = [...valid.map(one => caseOf(rule, one, true)), ...invalid.map(one => caseOf(rule, one, false))].filter(isPlain);
      return cases.some(({ places }) => places.length > 0) ? differences(binaries, rule, cases) : [];
    }));
    return findings.flat();
  },
};

/** Test files tell their cases to whoever loads them; there is nobody here to run them. */
export function loadTests(isWanted: (file: string) => boolean): void {
  const folder = join(ROOT, 'test', 'rules');
  const nothing = () => undefined;
  const nobody = Object.assign(() => undefined, { each: () => nothing });
  Object.assign(globalThis as Fields, { describe: nobody, test: nobody });
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isWanted);
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  files.forEach(file => require(join(folder, file)));
}

function caseOf(rule: Rule, { name, yaml }: { readonly name: string; readonly yaml: string }, isValid: boolean): Case {
  const { documents } = readYaml(yaml);
  const refused = judge(readGraph(documents), { rules: [rule], complete: true }).filter(finding => finding.class === 'refused');
  const places = refused.map(({ resource, path }) => shortened(`${resource} ${path}`));
  return { name, objects: documents.map(({ manifest }) => manifest), places, isValid };
}

/** Leaves out what nobody applies, as it is not known yet, no API server has it any more or the controller has to be told of it, and what the oracle does not judge: kinds of others, and kinds that there are not. */
function isPlain({ objects, places }: Case): boolean {
  return !/"later"|"AmbassadorMapping"|"networking\.k8s\.io\/v1beta1"/.test(JSON.stringify(objects)) && !places.some(place => /^(Service|Deployment|HTTPRoute|HorizontalPodAutoscaler|Canary|MetricTemplate|AlertProvider) |^Ingress .*\.pathType$| apiVersion$/.test(place));
}

async function differences(binaries: Binaries, { id }: Rule, cases: readonly Case[]): Promise<string[]> {
  const questions = cases.flatMap(({ objects }) => [{ objects, namespace: 'shop' }, { objects, namespace: 'shop', elsewhere: ELSEWHERE }]);
  const answers = (await askArgo(binaries, questions)).map(({ verdicts }) => verdicts as Fields[]);
  const judged = cases.map((one, index) => ({ ...one, verdicts: answers[2 * index]!, ofItself: answers[2 * index + 1]! }));
  const known = new Set(judged.filter(({ isValid, name }) => isValid && !(`${id}, ${name}` in MISTAKEN)).flatMap(({ verdicts }) => verdicts.map(told)));
  const places = judged.flatMap(one => one.places);
  return judged.flatMap(({ name, isValid, verdicts, ofItself, ...one }) => {
    const about = `${id}, ${name}`;
    if (isValid) {
      const refusals = ofItself.filter(verdict => places.includes(placeOf(verdict)));
      if (about in MISTAKEN) return refusals.length > 0 ? [] : [`${about}: is right by now, and no longer to be listed as mistaken`];
      return refusals.map(verdict => `${about}: ${told(verdict)}`);
    }
    // What is not refused there, as what is missing is not, is refused for a reason that no valid case has.
    const isRefused = ofItself.some(verdict => one.places.some(place => `${place}.`.startsWith(`${placeOf(verdict)}.`)));
    return one.places.length === 0 || isRefused || verdicts.some(verdict => !known.has(told(verdict))) ? [] : [`${about}: the controller takes it`];
  });
}

function placeOf({ object, field }: Fields): string {
  return shortened(`${object} ${field}`);
}

/** The controller leaves out which strategy it is. */
function shortened(place: string): string {
  return place.replace(/\.strategy\.(canary|blueGreen)\./, '.strategy.');
}
