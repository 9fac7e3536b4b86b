import { readGraph } from '../../../src/graph/graph';
import type { Manifest } from '../../../src/manifests/manifest';
import { everyRule } from '../../../src/rules/every-rule';
import { judge } from '../../../src/rules/judge';
import { rolloutBases } from '../../differential/base-rollouts';
import type { Fields } from '../../differential/case';
import { manifestsOf } from '../../differential/case';
import { pathsIn } from '../../differential/mutation';

/** What a construct writes and knows when it is applied. */
class Token {
  public readonly later = true;
}

const rules = everyRule.filter(({ covers }) => covers.includes('RO-12'));

test.each(['pods', 'pods-more'])('of the pods %s, whatever may be known later on is not judged', name => {
  const [rollout] = manifestsOf(rolloutBases[name]!, []);
  const { template } = rollout!.spec as { template: unknown };
  const judged = pathsIn(template).flatMap(path => {
    const manifest = structuredClone(rollout!);
    const way = ['spec', 'template', ...path];
    const around = way.slice(0, -1).reduce<Fields>((value, key) => value[key] as Fields, manifest);
    around[way.at(-1)!] = new Token();
    return judge(readGraph([{ manifest: manifest as unknown as Manifest }]), { rules, complete: true }).map(finding => `${way.join('.')}: ${finding.path} ${finding.message}`);
  });
  expect(judged).toEqual([]);
});
