// The oracles: what they must say of manifests that are known to be right or wrong.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fields } from '../harness/objects';
import { ask, differences, linesOf } from '../harness/oracle';
import type { Oracle } from '../harness/oracle';
import type { Check } from '../harness/suite';
import { CONFORMANCE } from '../lab/binaries';
import type { Binaries } from '../lab/binaries';
import { check as argoCorpus } from './oracle/argo-corpus';
import { check as argoExamples } from './oracle/argo-examples';
import { check as conditions } from './oracle/conditions';
import { check as declaredRules } from './oracle/declared-rules';
import { check as differential } from './oracle/differential';
import { check as flaggerCorpus } from './oracle/flagger-corpus';
import { check as flaggerDifferential } from './oracle/flagger-differential';
import { check as flaggerPrograms } from './oracle/flagger-programs';
import { check as flaggerRules } from './oracle/flagger-rules';
import { check as metricSources } from './oracle/metric-sources';
import { check as programs } from './oracle/programs';
import { check as replicas } from './oracle/replicas';
import { check as rules } from './oracle/rules';
import { check as structure } from './oracle/structure';

const FLAGGER_CASES = 'oracle/flagger/testdata';

const flaggerOracle = (binaries: Binaries): Oracle => ({
  binary: binaries['flagger-oracle'], args: ['-crds', join(binaries['flagger-crds'], 'crd.yaml')],
});

export const checks: readonly Check[] = [
  {
    id: 'oracle/flagger',
    why: 'Flagger\'s definitions, its own admission and its own routers judge as they are known to',
    engine: 'flagger',
    needs: ['flagger-oracle', 'flagger-crds'],
    check: async binaries => {
      const wanted = casesOf('answers').map(line => JSON.parse(line) as Fields);
      return compare(wanted, await ask(flaggerOracle(binaries), casesOf('questions')));
    },
  },
  argoExamples, argoCorpus, replicas, conditions, metricSources, rules, structure, declaredRules, differential, programs,
  flaggerCorpus, flaggerRules, flaggerDifferential, flaggerPrograms,
];

function casesOf(name: string): string[] {
  return linesOf(readFileSync(join(CONFORMANCE, FLAGGER_CASES, `${name}.ndjson`), 'utf8'));
}

function compare(wanted: readonly Fields[], got: readonly Fields[]): string[] {
  if (wanted.length !== got.length) return [`expected ${wanted.length} answers, got ${got.length}`];
  return wanted.flatMap((one, index) => differences(one, got[index]).map(difference => `${one.id}: ${difference}`));
}
