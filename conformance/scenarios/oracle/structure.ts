// What is refused for its structure: manifests with whatever fields, and with something changed in them at random. Of kinds of Kubernetes
// the oracle says whether their types can hold it.
import { argo, askArgo, few, told } from './argo';
import { formatPath } from '../../../src/graph/document';
import { faultsIn } from '../../../src/schema/check';
import type { Fault } from '../../../src/schema/fault';
import { schemaOf } from '../../../src/schema/kinds';
import { ARGO_KINDS, documentOf, KUBERNETES_KINDS, mutated, pick, randomNumbers } from '../../../test/schema/documents';
import type { Fields } from '../../harness/objects';
import type { Check } from '../../harness/suite';

const MANIFESTS = 10_000;
const SEED = 20_261_121;
/** Of the rest too much or too little would be found by chance. */
const LEAST_REFUSED = 0.3;

export const check: Check = {
  ...argo,
  id: 'oracle/structure',
  why: 'what is refused for unknown fields, types, limits or missing fields is what the API server and the controller cannot read',
  check: async binaries => {
    const random = randomNumbers(SEED);
    const documents = Array.from({ length: MANIFESTS }, () => {
      let document = documentOf(pick(random() < 0.7 ? ARGO_KINDS : KUBERNETES_KINDS, random), random, pick([0.02, 0.05, 0.15, 0.3], random));
      for (let changes = pick([0, 1, 1, 1, 2, 3], random); changes > 0; changes--) document = mutated(document, random);
      return document;
    });
    const answers = await askArgo(binaries, documents.map(document => ({ objects: [document] })));
    const findings = documents.flatMap((document, index) => {
      const [group] = (document.apiVersion as string).split('/');
      const schema = schemaOf(group === 'v1' ? document.kind as string : `${document.kind}.${group}`)!;
      const ours = faultsIn(document, schema).filter(fault => schema.isNative ? isMisfit(fault) : isRefused(fault));
      const theirs = (answers[index]!.verdicts as Fields[]).filter(isOfStructure);
      if (ours.length > 0 === theirs.length > 0) return [];
      return [ours.length > 0 ? `only ours: ${ours.map(shown).join(', ')}` : `only theirs: ${theirs.map(told).join(', ')}`];
    });
    const refused = answers.filter(({ verdicts }) => (verdicts as Fields[]).some(isOfStructure)).length;
    return [...refused < LEAST_REFUSED * MANIFESTS ? [`only ${refused} of ${MANIFESTS} were refused`] : [], ...few(findings, MANIFESTS)];
  },
};

/** What the API server does not look at, volumes, is judged by the checks of pods. */
function isRefused({ fault, isLate }: Fault): boolean {
  return !isLate || !(fault === 'unknown' || fault === 'missing' || fault === 'twin');
}

/** What is missing, or there twice, is a zero or the last one to the types of Kubernetes. */
function isMisfit({ fault }: Fault): boolean {
  return fault !== 'missing' && fault !== 'twin';
}

/** The oracle names unknown fields of volumes, which the controller drops when it reads them. */
function isOfStructure({ check: by, message }: Fields): boolean {
  return by === 'schema' || (by === 'decode' && !/^unknown field ".*\.volumes\[\d+\]/.test(String(message)));
}

function shown({ fault, path }: Fault): string {
  return `${fault} ${formatPath(path)}`;
}
