import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rolloutFields, templateFields, unreachable } from '../../docs/argo-fields';
import { readText, ROOT } from '../../docs/files';
import { areas, writtenBy } from '../../specimens/collected';
import { leavesOf, pathsIn } from '../../specimens/paths';
import type { Schema } from '../../specimens/paths';

/** Each kind, and the parts of it that are Kubernetes' own and count as one. */
const kinds = {
  Rollout: { file: 'rollout', whole: /^spec\.template$/, documented: rolloutFields },
  AnalysisTemplate: { file: 'analysis-template', whole: /\.job\.spec$/, documented: templateFields },
  ClusterAnalysisTemplate: { file: 'cluster-analysis-template', whole: /\.job\.spec$/, documented: templateFields },
  Experiment: { file: 'experiment', whole: /^spec\.templates\[\]\.template$/, documented: undefined },
};

const manifests = areas.flatMap(writtenBy);

describe.each(Object.entries(kinds))('%s', (kind, { file, whole, documented }) => {
  const { schema } = JSON.parse(readText(`test/crds/${file}.json`)) as { schema: Required<Schema> };
  const fields = leavesOf(schema.properties.spec, 'spec', path => whole.test(path));
  const written = new Set(manifests.filter(manifest => manifest.kind === kind).flatMap(({ spec }) => pathsIn(spec, 'spec')));
  const listed = unreachable.flatMap(line => {
    const [, owner, path] = /^(\S+) (\S+): /.exec(line)!;
    return owner === kind || (owner.startsWith('*') && kind.endsWith(owner.slice(1))) ? [path] : [];
  });

  test('typed properties reach every field, or the field is listed with a reason', () => {
    expect(fields.length).toBeGreaterThan(20);
    expect(fields.filter(field => !written.has(field) && !listed.some(path => isBelow(field, path)))).toEqual([]);
  });

  test('nothing is listed that can be reached', () => {
    const below = (path: string) => fields.filter(field => isBelow(field, path));
    expect(listed.filter(path => below(path).length === 0 || below(path).some(field => written.has(field)))).toEqual([]);
  });

  if (documented !== undefined) {
    test('docs/argo-rollouts.md says from which property each field comes, and nothing of fields that there are none of', () => {
      const lines = documented.map(([path]) => path);
      expect(fields.filter(field => ![...lines, ...listed].some(path => isBelow(field, path)))).toEqual([]);
      expect(lines.filter(path => !fields.some(field => isBelow(field, path)))).toEqual([]);
    });
  }
});

test('the list of what cannot be reached is short', () => {
  expect(unreachable.length).toBeLessThanOrEqual(10);
});

const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts')).map(name => readText(join('src', name)));
const named = new Set([...rolloutFields, ...templateFields].flatMap(([, properties]) => /^[A-Z]\w+\./.test(properties) ? properties.split(' ') : []));

test.each([...named])('%s, which the document names, is there', name => {
  const [owner, member] = name.split('.');
  const bodies = sources.flatMap(text => [...text.matchAll(new RegExp(`^export (?:abstract )?(?:interface|class) ${owner}\\b[^]*?^}`, 'gm'))].map(([body]) => body));
  expect(bodies.some(body => new RegExp(`^  (?:public static |readonly )?${member}[?:(]`, 'm').test(body))).toBe(true);
});

function isBelow(field: string, path: string): boolean {
  return field === path || field.startsWith(`${path}.`) || field.startsWith(`${path}[`);
}
