import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Duration } from 'cdk8s';
import type { Chart } from 'cdk8s';
import type { LabelSelector } from 'cdk8s-plus-28';
import fc from 'fast-check';
import { Action, Analysis, Controller, Experiment, SuccessRateAnalysis } from 'rolloutkit';
import type { ExperimentProps, ExperimentVariantProps, IAnalysis } from 'rolloutkit';
import { findingsOf, manifestsOf, named } from '../render';

const version = (name: string, more: Partial<ExperimentVariantProps> = {}): ExperimentVariantProps => ({
  name, containers: [{ image: `registry.example/checkout:${name}`, portNumber: 8080 }], ...more,
});
const errors = Analysis.errorRate({ atMost: 1 });

describe('every field of the definition', () => {
  interface Schema { readonly properties?: Readonly<Record<string, Schema>>; readonly items?: Schema }
  const known = (schema: Schema, path: string): string[] => {
    if (path === 'spec.templates[].template') return [];
    if (schema.items) return known(schema.items, `${path}[]`);
    const fields = Object.entries(schema.properties ?? {});
    return fields.length === 0 ? [path] : fields.flatMap(([name, field]) => known(field, `${path}.${name}`));
  };
  const paths = (value: unknown, path: string): string[] => typeof value !== 'object' || value === null ? [path]
    : [path, ...Object.entries(value).flatMap(([key, child]) => paths(child, Array.isArray(value) ? `${path}[]` : `${path}.${key}`))];

  test('is reached by a typed property, but for values that the controller drops', () => {
    const full = manifestsOf(chart => {
      const rate = new SuccessRateAnalysis(chart, 'rate', { clusterWide: true });
      const experiment = new Experiment(chart, 'compare', {
        duration: Duration.minutes(30),
        variants: [version('baseline'), version('canary', { replicas: 2, minReady: Duration.seconds(5), service: true })],
        analyses: [{ analysis: rate, of: 'canary', required: true }],
        progressDeadline: Duration.minutes(5),
        scaleDownDelay: Duration.seconds(0),
        terminate: true,
        dryRun: ['.*'],
        keptMeasurements: { '.*': 20 },
        runMetadata: { labels: { a: 'b' }, annotations: { a: 'b' } },
        controller: Controller.argoRollouts({ analysisRunMetadata: { labels: { c: 'd' } } }),
      });
      experiment.variant('canary').select({ _toKube: () => ({ matchExpressions: [{ key: 'a', operator: 'In', values: ['b'] }] }) } as unknown as LabelSelector);
      experiment.variant('canary').podMetadata.addLabel('a', 'b');
    });
    const reached = new Set(paths(named(full, 'Experiment', 'compare').spec, 'spec'));
    const schema: Schema = JSON.parse(readFileSync(join(__dirname, '../crds/experiment.json'), 'utf8')).schema.properties.spec;
    const fields = known(schema, 'spec');
    expect(fields.length).toBeGreaterThan(20);
    expect(fields.filter(field => !reached.has(field))).toEqual(fields.filter(field => field.includes('.valueFrom.')));
  });
});

test('whatever is asked for is written as the definition wants it, or refused in the words of the properties', () => {
  const name = fc.constantFrom('baseline', 'canary', 'third');
  const own = Analysis.custom({ name: 'own', query: 'x{h="{{args.canary-hash}}"}', atMost: 1 });
  const action = Action.http({ name: 'a', url: 'http://{{args.canary-service}}' });
  const analysis = fc.constantFrom<IAnalysis>(errors, Analysis.latency(), Analysis.successRate(), own, action);
  const variant = fc.option(name, { nil: undefined });
  const seconds = fc.option(fc.constantFrom(0, 1, 30, 600, 7200).map(each => Duration.seconds(each)), { nil: undefined });
  const flag = fc.option(fc.boolean(), { nil: undefined });
  const number = fc.option(fc.constantFrom(0, 1, 3, 0.5), { nil: undefined });
  const question = fc.record({ analysis, of: variant, against: variant, required: flag, dryRun: flag, keptMeasurements: number });
  const props = fc.record({
    variants: fc.uniqueArray(fc.record({ name, replicas: number, service: flag, minReady: seconds }), { selector: each => each.name, maxLength: 3 })
      .map(list => list.map(({ name: each, ...more }) => version(each, more))),
    duration: seconds,
    progressDeadline: seconds,
    scaleDownDelay: seconds,
    terminate: flag,
    analyses: fc.array(question, { maxLength: 3 }),
  });
  const outcomes = { accepted: 0, refused: 0 };
  fc.assert(fc.property(props, given => {
    const program = (chart: Chart) => { new Experiment(chart, 'compare', given as ExperimentProps); };
    const found = findingsOf(program);
    for (const line of found) expect(line).toMatch(/^\[test\/compare\] (variants|duration|progressDeadline|scaleDownDelay|analyses)[^ ]*: .+; .+$/);
    if (found.length === 0) manifestsOf(program); // held against the definitions
    outcomes[found.length === 0 ? 'accepted' : 'refused'] += 1;
  }), { numRuns: 60, seed: 5 });
  expect([outcomes.accepted > 0, outcomes.refused > 0]).toEqual([true, true]);
});
