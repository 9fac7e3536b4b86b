import fc from 'fast-check';
import { render } from '../../../src/engines/render';
import type { RolloutIntent } from '../../../src/intent/rollout';
import { rolloutProblems } from '../../../src/intent/rollout-problems';
import { NginxTraffic } from '../../../src/traffic/nginx/nginx';
import { expectRight } from '../../render';
import { fullIntent, plain } from '../argo/full-intent';
import type { Leaves } from '../argo/full-intent';
import { resolved, token } from '../argo/token';

const forms = ['ramp', 'blue-green'] as const;
const { _router: router } = new NginxTraffic({ hosts: ['shop.example.com'] });

/** A wish with a token at any leaf, as far as Flagger can have it; conditions of one's own have to be known to become a range. */
function wish(leaf: Leaves, form: typeof forms[number]): RolloutIntent {
  const { strategy, ...full } = fullIntent((place, value) => place.startsWith('verbatim.') ? value : leaf(place, value), form);
  return {
    ...full,
    strategy: { ...strategy, router },
    controller: {
      kind: 'flagger',
      flagger: {
        intervalSeconds: leaf('interval', 60),
        threshold: leaf('threshold', 3),
        iterations: leaf('iterations', 7),
        promotionStep: leaf('promotionStep', 20),
        primaryReadyPercent: leaf('primaryReady', 90),
        canaryReadyPercent: leaf('canaryReady', 80),
        skipAnalysis: leaf('skip', false),
        revertOnDeletion: leaf('revert', true),
        suspend: leaf('suspend', false),
        metricsServer: leaf('server', 'http://prometheus:9090'),
        gates: leaf('gates', 'http://gates'),
        manualRollback: true,
        primaryScaler: { minReplicas: leaf('min', 2), maxReplicas: leaf('max', 8) },
      },
    },
  };
}

describe.each(forms)('a rollout by %s', form => {
  const { manifests, gaps } = render(wish(plain, form));

  test('is right when every leaf is known', () => {
    expectRight(manifests);
  });

  test('is the same in the end, whichever leaves are tokens', () => {
    const places = new Set<string>();
    wish((place, value) => (places.add(place), value), form);
    fc.assert(fc.property(fc.subarray([...places]), chosen => {
      const leaves: Leaves = (place, value) => chosen.includes(place) ? token(value, () => undefined) : value;
      expect(resolved(render(wish(leaves, form)).manifests)).toEqual(manifests);
    }), { numRuns: 60 });
  });

  test('is checked without a look at what is not known, which is no reason to complain of something', () => {
    const unknown: Leaves = (_, value) => token(value, () => undefined);
    expect(rolloutProblems(wish(unknown, form))).toEqual([]);
    const said = gaps.map(({ property, message }) => `${property}: ${message}`);
    expect(render(wish(unknown, form)).gaps.map(({ property, message }) => `${property}: ${message}`).filter(each => !said.includes(each))).toEqual([]);
  });
});
