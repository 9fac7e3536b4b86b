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

test('fails on a link to a place that there is not', () => {
  expect(['docs/gates.md#nothing', 'docs/nothing.md', 'argo:rollout/pause.txt#145'].map((reference) => isThere(linkTo(reference).url))).toEqual([false, false, false]);
  expect(isMeasured('conformance/scenarios/naive.ts naive/nothing')).toBe(false);
});

/** Of our own, the file and the place in it; of others, an address that can be one. */
function isThere(url: string): boolean {
  if (!url.startsWith(OWN)) {
    return /^https:\/\/github\.com\/argoproj\/argo-rollouts\/(blob\/v1\.10\.1\/[\w./-]+\.(go#L\d+|yaml|md)|issues\/\d+)$/.test(url)
      || (url.startsWith('https://') && !url.includes('/argoproj/argo-rollouts/'));
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
