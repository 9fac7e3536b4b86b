import { readText } from '../../docs/files';
import { unreachable } from '../../docs/flagger-fields';
import { areas, writtenBy } from '../../specimens/collected';
import { leavesOf, pathsIn } from '../../specimens/paths';
import type { Schema } from '../../specimens/paths';

const kinds = { Canary: 'canary', MetricTemplate: 'metric-template', AlertProvider: 'alert-provider' };
const manifests = areas.filter(area => area.startsWith('flagger-')).flatMap(writtenBy);

describe.each(Object.entries(kinds))('%s', (kind, file) => {
  const { schema } = JSON.parse(readText(`test/crds/${file}.json`)) as { schema: Required<Schema> };
  const fields = leavesOf(schema.properties.spec, 'spec');
  const written = new Set(manifests.filter(manifest => manifest.kind === kind).flatMap(({ spec }) => pathsIn(spec, 'spec')));
  const listed = unreachable.flatMap(line => {
    const [, owner, path] = /^(\S+) (\S+): /.exec(line)!;
    return owner === kind ? [path] : [];
  });

  test('typed properties reach every field, or the field is listed with a reason', () => {
    expect(fields.length).toBeGreaterThan(5);
    expect(fields.filter(field => !written.has(field) && !listed.includes(field))).toEqual([]);
  });

  test('nothing is listed that can be reached', () => {
    expect(listed.filter(path => !fields.includes(path) || written.has(path))).toEqual([]);
  });
});

test('the list of what cannot be reached is short', () => {
  expect(unreachable.length).toBeLessThanOrEqual(10);
});
