import fc from 'fast-check';
import { readGraph } from '../../../src/graph/graph';
import { flaggerProviders } from '../../../src/manifests/flagger-providers';
import type { FlaggerProvider } from '../../../src/manifests/flagger-providers';
import { readYaml } from '../../../src/manifests/yaml';
import { readRunSettings } from '../../../src/plan/flagger/read-run-settings';
import { terminates } from '../../../src/plan/flagger/terminates';
import { everyRule } from '../../../src/rules/every-rule';
import { severities } from '../../../src/rules/finding';
import type { Finding } from '../../../src/rules/finding';
import { judge } from '../../../src/rules/judge';

const providers = Object.keys(flaggerProviders) as FlaggerProvider[];
const weight = fc.integer({ min: -5, max: 130 });
const often = <T>(value: T, others: fc.Arbitrary<T>) => fc.oneof({ weight: 2, arbitrary: fc.constant(value) }, { weight: 3, arbitrary: others });
const comparison = fc.constantFrom('exact', 'regex', 'prefix', 'suffix').map(key => ({ [key]: 'a' }));
const headers = fc.dictionary(fc.constantFrom('x-tester', 'cookie'), comparison, { maxKeys: 2 });
const parameters = fc.dictionary(fc.constant('tester'), fc.constantFrom({ exact: 'a' }, { prefix: 'a' }), { maxKeys: 1 });
const condition = fc.oneof(
  fc.record({ headers }, { requiredKeys: [] }), fc.record({ headers, queryParams: parameters }), fc.record({ queryParams: parameters }),
  fc.constant({ sourceLabels: { app: 'tester' } }),
);
const rising = fc.uniqueArray(fc.integer({ min: 1, max: 110 }), { minLength: 1, maxLength: 3 }).map(weights => weights.sort((a, b) => a - b));
/** Exactly one of them has to be there. */
const course = fc.oneof(
  fc.record({ stepWeight: weight, maxWeight: often(50, weight) }, { requiredKeys: ['stepWeight'] }),
  fc.record({ stepWeight: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ stepWeights: fc.array(weight, { maxLength: 3 }) }),
  fc.record({ stepWeights: rising }),
  fc.record({ iterations: fc.integer({ min: -1, max: 4 }) }),
);
const more = fc.record({
  interval: often('1m', fc.constantFrom('10s', '1mo', '90s')),
  stepWeightPromotion: often(0, weight),
  mirror: fc.boolean(),
  match: often([], fc.array(condition, { maxLength: 2 })),
  sessionAffinity: fc.constantFrom({ cookieName: 'a' }, { cookieName: 'a', primaryCookieName: 'b' }, { cookieName: 'a', primaryCookieName: '' }),
}, { requiredKeys: ['interval'] });

const seldom = often(false, fc.boolean());
const anyCanary = fc.record({ provider: fc.constantFrom(...providers), course, more, isSkipped: seldom, isTcp: seldom })
  .map(({ provider, course: moves, more: others, isSkipped, isTcp }) => ({
    apiVersion: 'flagger.app/v1beta1',
    kind: 'Canary',
    metadata: { name: 'shop', namespace: 'shop' },
    spec: {
      provider,
      targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop' },
      service: { port: 80, ...isTcp ? { appProtocol: 'tcp' } : {} },
      analysis: { threshold: 2, metrics: [{ name: 'request-success-rate', interval: '1m', thresholdRange: { min: 99 } }], ...moves, ...others },
      ...isSkipped ? { skipAnalysis: true } : {},
    },
  }));

/** What has nothing to do with how the traffic moves: whatever the provider, some of it is not in the input. */
const BESIDE = /^(?:canary-(?:target|provider-needs|knative|builtin-metrics|metric-.*|retired-provider)|unique-resources)$/;
const ENDLESS = /for ever|never (?:ends|gets)|nothing is promoted|no weight can be written/;
const moving = everyRule.filter(({ id }) => !BESIDE.test(id));

function errorsOf(manifest: object): readonly Finding[] {
  const { documents } = readYaml(JSON.stringify(manifest));
  return judge(readGraph(documents), { rules: moving }).filter(({ class: what }) => severities[what] === 'error');
}

function endsOf(manifest: object): boolean {
  const settings = readRunSettings(readGraph(readYaml(JSON.stringify(manifest)).documents).canaries[0]);
  return settings !== undefined && terminates(settings).ends;
}

test('a Canary that never comes to its end has an error, whatever its provider', () => {
  fc.assert(fc.property(anyCanary, manifest => {
    fc.pre(!endsOf(manifest));
    expect(errorsOf(manifest)).not.toEqual([]);
  }), { numRuns: 400 });
});

test('none that comes to its end is told that it never will', () => {
  fc.assert(fc.property(anyCanary, manifest => {
    const { analysis } = manifest.spec;
    // a last weight of nothing is promoted at once, and is told so
    fc.pre(endsOf(manifest) && !('stepWeights' in analysis && (analysis.stepWeights.at(-1) ?? 0) <= 0));
    expect(errorsOf(manifest).filter(({ message }) => ENDLESS.test(message))).toEqual([]);
  }), { numRuns: 400 });
});
