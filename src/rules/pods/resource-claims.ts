import { dnsLabel, isEmpty, objectName } from './pod-words';
import type { Field } from '../../graph/field';
import { remark } from '../rule';
import type { Remark } from '../rule';
import { listed, shown } from '../wording';

/* What is said of the devices that a pod claims, and that its containers use. */

const PLACES = ['resourceClaimName', 'resourceClaimTemplateName'];

/** Of the pod. */
export function* judgeClaims(claims: Field): Iterable<Remark> {
  const names = new Set<string>();
  for (const claim of claims.items()) {
    const name = claim.at('name');
    yield* dnsLabel(name);
    if (name.text !== undefined && names.has(name.text)) {
      yield remark(name, `must be a name of its own, got ${shown(name.text)} a second time`, 'write another one');
    }
    names.add(name.text ?? '');
    const given = PLACES.filter((key) => claim.has(key));
    if (claim.isMap && given.length !== 1) {
      yield remark(claim, `must have one of ${listed(PLACES)}, got ${given.length === 0 ? 'none' : 'both'}`, given.length === 0 ? 'write resourceClaimTemplateName' : 'drop one of them');
    }
    yield* given.flatMap((key) => [...objectName(claim.at(key))]);
  }
}

/** Of a container: all of a claim, or some of its requests. */
export function* judgeUses(uses: Field, claims: Field): Iterable<Remark> {
  const names = claims.items().map((claim) => claim.at('name'));
  const used = new Set<string>();
  const usedInPart = new Set<string>();
  for (const use of uses.items()) {
    const [{ text: name = '' }, { text: request = '' }] = [use.at('name'), use.at('request')];
    if (isEmpty(use.at('name'))) {
      yield remark(use.at('name'), 'must be given, got none', 'write the name of a claim of the pod');
    } else if (use.at('name').text !== undefined && !claims.isUnknown && names.every(({ isUnknown, text }) => !isUnknown && text !== name)) {
      yield remark(use.at('name'), `must be in resourceClaims of the pod, which has ${names.length === 0 ? 'none' : listed(names.flatMap(({ text }) => text ?? []))}, got ${shown(name)}`, 'add it there');
    }
    yield* request === '' ? [] : dnsLabel(use.at('request'));
    if (name !== '' && (used.has(name) || used.has(`${name}/${request}`) || (request === '' && usedInPart.has(name)))) {
      yield remark(use, `must be there once, got ${shown(request === '' ? name : `${name}/${request}`)} a second time`, 'drop one of them');
    }
    used.add(request === '' ? name : `${name}/${request}`);
    if (request !== '') {
      usedInPart.add(name);
    }
  }
}
