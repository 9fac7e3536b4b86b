import fc from 'fast-check';
import { forms, fullCanary, fullIntent, plain } from './full-intent';
import type { Form, Leaves } from './full-intent';
import { resolved, token } from './token';
import { compile } from '../../../src/compile';
import { render } from '../../../src/engines/render';
import { rolloutProblems } from '../../../src/intent/rollout-problems';
import { mapLeaf } from '../../../src/manifests/leaf';
import { expectRight } from '../../render';

/** Leaves of which some are tokens; remembers which of them were made and which arrived. */
function watched(isToken: (place: string) => boolean) {
  const made = new Set<string>();
  const arrived = new Set<string>();
  const leaves: Leaves = (place, value) => {
    if (!isToken(place)) return value;
    made.add(place);
    return token(value, () => arrived.add(place));
  };
  return { leaves, made, arrived };
}

function placesOf(kind: Form): string[] {
  const places = new Set<string>();
  fullIntent((place, value) => {
    places.add(place);
    return value;
  }, kind);
  return [...places];
}

describe.each(forms)('a rollout by %s', kind => {
  const { manifests } = render(fullIntent(plain, kind));

  test('is right when every leaf is known', () => {
    expectRight(manifests);
  });

  test('can be rendered with a token at every leaf, and each of them arrives in the manifests', () => {
    const { leaves, made, arrived } = watched(() => true);
    const rendered = render(fullIntent(leaves, kind));
    expect(arrived.size).toBe(0);
    const later = resolved(rendered.manifests);
    expect([...made].filter(place => !arrived.has(place))).toEqual([]);
    expect([...made].sort()).toEqual(placesOf(kind).sort());
    expect(later).toEqual(manifests);
  });

  test('is the same in the end, whichever leaves are tokens', () => {
    fc.assert(fc.property(fc.subarray(placesOf(kind)), chosen => {
      const { leaves, arrived } = watched(place => chosen.includes(place));
      expect(resolved(render(fullIntent(leaves, kind)).manifests)).toEqual(manifests);
      expect([...arrived].sort()).toEqual([...chosen].sort());
    }), { numRuns: 60 });
  });

  test('has the same structure while nothing is known: kinds, names, steps and origins', () => {
    const rendered = render(fullIntent(watched(() => true).leaves, kind));
    const names = (list: typeof manifests) => list.map(manifest => `${manifest.kind} ${manifest.metadata.name}`);
    expect(names(rendered.manifests)).toEqual(names(manifests));
    expect(rendered.origins()).toEqual(render(fullIntent(plain, kind)).origins());
    expect(rendered.gaps).toEqual(render(fullIntent(plain, kind)).gaps);
  });

  test('is checked without a look at what is not known', () => {
    expect(rolloutProblems(fullIntent(watched(() => true).leaves, kind))).toEqual([]);
  });

  test('is judged without a look at what is not known', () => {
    const known = compile(fullIntent(plain, kind)).findings.map(({ rule, path }) => `${rule} ${path}`);
    const unknown = compile(fullIntent(watched(() => true).leaves, kind)).findings.map(({ rule, path }) => `${rule} ${path}`);
    // not knowing is no reason to complain of something
    expect(unknown.filter(finding => !known.includes(finding))).toEqual([]);
  });
});

test('a gate at a stage whose weight is not known is told, and not dropped', () => {
  const intent = fullCanary((place, value) => place === 'stages[1].weight' ? token(value, () => undefined) : value);
  const [{ analysis }] = intent.strategy.gates;
  const gated = { ...intent, strategy: { ...intent.strategy, gates: [{ place: { kind: 'at-stage', weight: 50 } as const, analysis, args: [], dryRun: false, property: 'gates[0]' }] } };
  const isAsked = JSON.stringify(resolved(render(gated).manifests[0])).includes('checkout-success');
  expect({ isAsked, told: rolloutProblems(gated).map(({ property }) => property) }).not.toEqual({ isAsked: false, told: [] });
});

describe('the token itself', () => {
  const secret = token(5, () => undefined) as unknown as number;
  test.each<[string, () => unknown]>([
    ['written into a text', () => `${secret}`],
    ['added', () => secret + 1],
    ['compared', () => secret > 1],
    ['written as JSON', () => JSON.stringify({ secret })],
    ['spread', () => ({ ...(secret as unknown as object) })],
    ['used as a key', () => ({ [secret]: 1 })],
    ['asked for its fields', () => Object.keys(secret as unknown as object)],
  ])('fails when it is %s', (_, look) => {
    expect(look).toThrow('not known yet was looked at');
  });

  test('can be transformed, and is known in the end', () => {
    expect(resolved({ a: [mapLeaf(secret, value => value * 2)] })).toEqual({ a: [10] });
  });
});
