import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMocked } from './mocked';
import type { MockedRun } from './mocked';
import type { Manifest } from '../../src/manifests/manifest';
import { readYaml } from '../../src/manifests/yaml';
import { ROOT } from '../docs/files';

const folder = join(ROOT, 'examples', 'my-app', 'pulumi-manifests');
let run: MockedRun;

/* The program says where the YAML is from the folder of its project, from which Pulumi runs it. */
beforeAll(async () => {
  const before = process.cwd();
  process.chdir(folder);
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    run = await runMocked(() => require('../../examples/my-app/pulumi-manifests'));
  } finally {
    process.chdir(before);
  }
});

test('the example registers every object of the YAML', () => {
  const written = ['canary', 'templates', 'blue-green'].flatMap(name => {
    const { documents } = readYaml(readFileSync(join(folder, '..', 'original', `${name}.yaml`), 'utf8'));
    return documents.map(({ manifest: { kind, metadata } }) => `${kind} ${name === 'blue-green' ? 'original-blue-green' : 'original'}/${metadata.name}`);
  });
  const registered = (run.objects.map(({ inputs }) => inputs) as unknown as readonly Manifest[]).map(({ kind, metadata: { namespace, name } }) => `${kind} ${namespace}/${name}`);
  expect(registered.sort()).toEqual(written.sort());
  expect(run).not.toHaveProperty('failed');
});

test('the example is told what its authors left open, at the line where it stands', () => {
  const place = /^\.\.\/original\/([\w-]+)\.yaml:\d+:\d+ {2}\w+ [\w/-]+ {2}\S+: .* \(([\w-]+)\)$/;
  const places = run.told.map(({ text }) => place.exec(text)?.slice(1).join(' ') ?? text);
  expect([...new Set(places)].sort()).toEqual([
    'blue-green readiness-probe', 'canary readiness-probe', 'templates few-requests', 'templates no-data-guard', 'templates outage-tolerance', 'templates query-scoped',
  ]);
});
