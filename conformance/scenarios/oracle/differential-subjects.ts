// The controllers whose code is compared with our rules.
import { join } from 'node:path';
import type { Subject } from './differential-batch';
import { readBases } from '../../../test/differential/bases';
import { disagreementsOf, reasonOf } from '../../../test/differential/comparison';
import type { Verdict } from '../../../test/differential/comparison';
import { flaggerDisagreementsOf, flaggerReasonsOf } from '../../../test/differential/flagger-comparison';
import { flaggerBases, flaggerGenerator } from '../../../test/differential/flagger-generate';
import { isUnseen } from '../../../test/differential/flagger-known';
import { Generator } from '../../../test/differential/generate';
import type { Fields } from '../../harness/objects';

// An address that is not written may be in the environment of the controller.
process.env.ARGO_ROLLOUTS_PROMETHEUS_ADDRESS = 'http://prometheus:9090';

const SEED = 20261121;

function argoSubject(): Subject {
  const bases = readBases();
  return {
    bases,
    generator: new Generator(bases, SEED),
    oracle: (binary, crds) => ({ binary, args: ['-crds', crds] }),
    question: objects => ({ namespace: 'shop', objects }),
    verdictsOf: ({ verdicts, error }) => {
      if (verdicts === undefined && !String(error).includes('apiVersion and kind')) throw new Error(String(error));
      return verdicts as Verdict[] | undefined;
    },
    reasonsOf: verdicts => verdicts.map(reasonOf),
    disagreementsOf,
  };
}

function flaggerSubject(): Subject {
  return {
    bases: flaggerBases,
    generator: flaggerGenerator(SEED),
    oracle: (binary, crds) => ({ binary, args: ['-crds', join(crds, 'crd.yaml')] }),
    // what has no namespace is put into that of the others before it is sent
    question: objects => ({ objects: objects.map(inShop) }),
    // an object without a kind or a name, and one that is there twice, is no manifest
    verdictsOf: ({ verdicts }) => (verdicts as Verdict[]).some(({ check }) => check === 'error') ? undefined : verdicts as Verdict[],
    reasonsOf: flaggerReasonsOf,
    disagreementsOf: (findings, reasons) => flaggerDisagreementsOf(findings, reasons, isUnseen),
  };
}

function inShop(object: Fields): Fields {
  return object.metadata?.namespace === null ? { ...object, metadata: { ...object.metadata, namespace: 'shop' } } : object;
}

export const subjects: Readonly<Record<'argo' | 'flagger', () => Subject>> = { argo: argoSubject, flagger: flaggerSubject };
