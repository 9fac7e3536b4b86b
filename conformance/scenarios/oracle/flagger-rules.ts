// The rules on objects of Flagger, over the cases of their own tests: what they call refused the definitions refuse, and nothing else.
import { join } from 'node:path';
import { loadTests } from './rules';
import { readGraph } from '../../../src/graph/graph';
import { readYaml } from '../../../src/manifests/yaml';
import { judge } from '../../../src/rules/judge';
import type { Verdict } from '../../../test/differential/comparison';
import { flaggerReasonsOf } from '../../../test/differential/flagger-comparison';
import { tested } from '../../../test/rules/test-rule';
import { ask } from '../../harness/oracle';
import type { Check } from '../../harness/suite';

const OWN = /^(Canary|MetricTemplate|AlertProvider) /;

interface Case {
  readonly name: string;
  readonly objects: readonly unknown[];
  /** Whether the rule says that an object of Flagger is refused. */
  readonly isRefused: boolean;
}

export const check: Check = {
  id: 'oracle/flagger-rules',
  why: 'what a rule calls refused of a Canary is refused by the definitions, and what it lets pass is not refused for that',
  engine: 'flagger',
  needs: ['flagger-oracle', 'flagger-crds'],
  check: async binaries => {
    loadTests(file => /^(flagger|naming|structure)\/.*\.test\.ts$/.test(file));
    const cases = tested.flatMap(({ rule, valid, invalid }) => [...valid, ...invalid].map(({ name, yaml }): Case => {
      const { documents } = readYaml(yaml);
      const findings = judge(readGraph(documents), { rules: [rule], complete: true });
      const isRefused = findings.some(({ class: what, resource }) => what === 'refused' && OWN.test(resource));
      return { name: `${rule.id}, ${name}`, objects: documents.map(({ manifest }) => manifest), isRefused };
    })).filter(isOfFlagger);
    if (cases.length === 0) return ['there is no case'];
    const answers = await ask({ binary: binaries['flagger-oracle'], args: ['-crds', join(binaries['flagger-crds'], 'crd.yaml')] }, cases.map(({ objects }) => ({ objects })));
    return cases.flatMap((one, index) => differences(one, answers[index]!.verdicts as Verdict[]));
  },
};

/** What nobody applies, as it is not known yet, is asked of nobody. */
function isOfFlagger({ objects }: Case): boolean {
  const text = JSON.stringify(objects);
  return text.includes('"flagger.app/v1beta1"') && !text.includes('"later"');
}

function differences({ name, isRefused }: Case, verdicts: readonly Verdict[]): string[] {
  const [refusal] = flaggerReasonsOf(verdicts.filter(({ object = '' }) => OWN.test(object))).filter(({ outcome }) => outcome === 'refused');
  if (isRefused === (refusal !== undefined)) return [];
  return [isRefused ? `${name}: the definitions take it` : `${name}: is refused by ${refusal!.id} of ${refusal!.place}`];
}
