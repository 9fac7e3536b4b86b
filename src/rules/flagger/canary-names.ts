import type { CanaryNode } from '../../graph/canary';
import { PRIMARY } from '../../graph/canary-target';
import { isDns1035Label, LONGEST_LABEL } from '../../manifests/names';
import { write } from '../fix';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

/** With what Flagger puts behind it, it is a label still. */
const LONGEST = LONGEST_LABEL - PRIMARY.length;

export const canaryNames: Rule = {
  id: 'canary-names',
  class: 'broken',
  summary: 'with -primary or -canary behind them, the names of a Canary are names still, and those of what is there',
  why: 'the API server refuses Services and labels with such names, so the Canary stays in Initializing; and where a Service is the target, its copies are called after the target, whatever the routes say',
  covers: ['FT-05', 'FT-06'],
  check: (graph) => forEachCanary(graph, function* (canary): Iterable<Remark> {
    if (!canary.isOfKnative) {
      yield* judgeService(canary);
      yield* judgeLabel(canary);
    }
  }),
};

function* judgeService({ spec, service, serviceName, targetKind, targetName }: CanaryNode): Iterable<Remark> {
  const name = service.at('name');
  if (targetKind === 'Service' && targetName !== undefined && name.text !== undefined && name.text !== '' && name.text !== targetName) {
    yield remark(name, `must be the Service that is the target, ${targetName}, got ${name.text}`, write(name, targetName));
  } else if (serviceName !== undefined && !name.isUnknown && (serviceName.length > LONGEST || !isDns1035Label(serviceName))) {
    const from = name.text ? name : spec.at('targetRef', 'name');
    yield remark(from, `must begin with a letter, and have at most ${LONGEST} small letters, digits and hyphens, since Services are called after it, got ${shown(serviceName)}`,
      targetKind === 'Service' ? 'give the Service a shorter name' : write(name, legal(serviceName)) + (from === name ? '' : ' in spec.service'));
  }
}

function* judgeLabel(canary: CanaryNode): Iterable<Remark> {
  const { label, workload } = canary.pods ?? {};
  if (label !== undefined && label.value.length > LONGEST) {
    const cut = label.value.slice(0, LONGEST).replace(/[^A-Za-z0-9]+$/, '');
    yield remark(
      label.field, `must have at most ${LONGEST} characters, to which Flagger adds ${PRIMARY}, got ${label.value.length}`,
      `${write(label.field, cut)}, and the same in the labels of the pods of ${workload?.resource ?? 'the target'}`, { about: canary },
    );
  }
}

function legal(name: string): string {
  const plain = name.toLowerCase().replace(/[^a-z0-9-]+/g, '-');
  return (/^[a-z]/.test(plain) ? plain : `svc-${plain}`).slice(0, LONGEST).replace(/-+$/, '');
}
