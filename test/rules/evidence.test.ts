import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { everyDescription } from '../../src/rules/every-description';
import { everyRule } from '../../src/rules/every-rule';
import { everyCheck } from '../../src/rules/evidence/every-check';
import { evidenceOf } from '../../src/rules/evidence/evidence-of';
import { HOME, linkTo } from '../../src/rules/evidence/reference';
import { readText, ROOT } from '../docs/files';

/** Checks that nothing but their row speaks of. */
const ALONE: Readonly<Record<string, string>> = {
  'GAP-40': 'it is about two versions of a manifest',
  'PR-04': 'the field is in no release yet',
};

/** The controllers, as their code was read. */
const UPSTREAMS = [
  { repository: 'https://github.com/argoproj/argo-rollouts', release: 'v1.10.1' },
  { repository: 'https://github.com/fluxcd/flagger', release: 'v1.44.0' },
];

const OWN = `${HOME}/blob/main/`;

test('links lead to where the package says that it is published', () => {
  const { repository } = JSON.parse(readText('package.json')) as { repository: { url: string } };
  expect(repository.url).toBe(`git+${HOME}.git`.replace('git+', ''));
});

test.each(everyDescription)('it is known how $id is known', (rule) => {
  expect(evidenceOf(rule)).not.toEqual([]);
});

test.each(everyDescription)('what is said of how $id is known is there', (rule) => {
  const links = evidenceOf(rule).flatMap((evidence) => evidence.links);
  expect(links.filter(({ url }) => !isThere(url))).toEqual([]);
});

test.each(everyRule.filter(({ why }) => why.includes('(measured on the controller)')))('$id is measured, and the measurement can be repeated', (rule) => {
  expect(evidenceOf(rule).flatMap(({ links }) => links.map(({ text }) => text))).toContainEqual(expect.stringMatching(/^measured: /));
});

test.each(Object.entries(everyCheck))('%s can be looked up', (id, [wrong, ...references]) => {
  expect(wrong).toMatch(/\S$/);
  expect(references.length > 0).toBe(!Object.hasOwn(ALONE, id));
  expect(references.filter((reference) => !isThere(linkTo(reference).url) || !isMeasured(reference))).toEqual([]);
});

test('the code and the issues of both controllers can be looked up', () => {
  expect(['argo:rollout/pause.go#L145', 'argo#2000', 'flagger:pkg/controller/job.go#L25', 'flagger#1800'].map(linkTo)).toEqual([
    { text: 'rollout/pause.go:145', url: 'https://github.com/argoproj/argo-rollouts/blob/v1.10.1/rollout/pause.go#L145' },
    { text: 'argo-rollouts#2000', url: 'https://github.com/argoproj/argo-rollouts/issues/2000' },
    { text: 'pkg/controller/job.go:25', url: 'https://github.com/fluxcd/flagger/blob/v1.44.0/pkg/controller/job.go#L25' },
    { text: 'flagger#1800', url: 'https://github.com/fluxcd/flagger/issues/1800' },
  ]);
});

test('fails on a link to a place that there is not', () => {
  const nowhere = ['docs/gates.md#nothing', 'docs/nothing.md', 'argo:rollout/pause.txt#145', 'flagger:pkg/controller/job.txt#L12', 'flagger#job'];
  expect(nowhere.filter((reference) => isThere(linkTo(reference).url))).toEqual([]);
  expect(isMeasured('conformance/scenarios/naive.ts naive/nothing')).toBe(false);
});

/** Of our own, the file and the place in it; of others, an address that can be one. */
function isThere(url: string): boolean {
  if (!url.startsWith(OWN)) {
    const upstream = UPSTREAMS.find(({ repository }) => url.startsWith(`${repository}/`));
    return upstream === undefined ? url.startsWith('https://')
      : [`blob/${upstream.release}/`, 'issues/'].some((kind, index) => url.startsWith(`${upstream.repository}/${kind}`)
        && [/^[\w./-]+\.(go#L\d+|yaml|md)$/, /^\d+$/][index].test(url.slice(`${upstream.repository}/${kind}`.length)));
  }
  const [file, anchor] = url.slice(OWN.length).split('#');
  return existsSync(join(ROOT, file)) && (anchor === undefined || anchorsIn(readText(file)).includes(anchor));
}

/** As GitHub makes them of headings, and those that are written. */
function anchorsIn(document: string): string[] {
  const headings = Array.from(document.matchAll(/^#+ (.+)$/gm), ([, heading]) => heading.toLowerCase().replace(/[^\w\- ]/g, '').replace(/ /g, '-'));
  return [...headings, ...Array.from(document.matchAll(/<a id="([^"]+)">/g), ([, id]) => id)];
}

/** Whether there is such a scenario, where one is named. */
function isMeasured(reference: string): boolean {
  const [file, scenario] = reference.split(' ');
  const ids = scenario === undefined ? [] : Array.from(readText(file).matchAll(/\bid: ['`]([^'`]+)['`]/g), ([, id]) => new RegExp(`^${id.replace(/\$\{[^}]+\}/g, '.+')}$`));
  return scenario === undefined || ids.some((id) => id.test(scenario));
}
