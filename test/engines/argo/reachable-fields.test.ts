import { readText } from '../../docs/files';
import { writtenBy } from '../../specimens/collected';
import { leavesOf, pathsIn, schemaAt } from '../../specimens/paths';
import type { Schema } from '../../specimens/paths';

/** Fields of a Job that no property reaches, each with its reason. */
const unreachable: readonly (readonly [field: RegExp, reason: string])[] = [
  [/\.job\.spec\.managedBy$/, 'newer than the Kubernetes of cdk8s-plus-28; whoever else manages Jobs is not who Argo Rollouts waits for'],
  [/\.job\.spec\.successPolicy\./, 'newer than the Kubernetes of cdk8s-plus-28'],
];

// In every-path.test.ts the spec of a Job counts as one field, since it is Kubernetes' own.
test('typed properties reach every field of the Job of an action', () => {
  const path = 'spec.metrics[].provider.job';
  const { schema } = JSON.parse(readText('test/crds/analysis-template.json')) as { schema: Schema };
  const fields = leavesOf(schemaAt(schema, path), path, field => field.endsWith('.job.spec.template'));
  const written = new Set(writtenBy('analyses').flatMap(({ spec }) => pathsIn(spec, 'spec')));
  expect(fields.length).toBeGreaterThan(15);
  expect(fields.filter(field => !written.has(field))).toEqual(fields.filter(field => unreachable.some(([pattern]) => pattern.test(field))));
});
