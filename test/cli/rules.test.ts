import { rolloutkit } from './command-line';
import { everyDescription } from '../../src/rules/every-description';
import { everyExample } from '../../src/rules/every-example';

const [example] = [...everyExample.values()];

test('rules lists each rule with its class and what must hold', async () => {
  const { code, out, err } = await rolloutkit(['rules']);
  expect([code, err]).toEqual([0, '']);
  expect(out.trimEnd().split('\n')).toHaveLength(everyDescription.length);
  expect(out).toMatch(/^broken {3}weights-increase +\S.*$/m);
  expect(out).toMatch(/^risky {4}unused-waiver +a waiver waives something$/m);
});

test('rules of some classes only', async () => {
  const { out } = await rolloutkit(['rules', '--class', 'refused,advice']);
  expect(new Set(out.trimEnd().split('\n').map((line) => line.split(' ')[0]))).toEqual(new Set(['refused', 'advice']));
});

test('rules for programs, examples included', async () => {
  const rules = JSON.parse((await rolloutkit(['rules', '--format', 'json'])).out) as { id: string; bad?: string }[];
  expect(rules.map(({ id }) => id)).toEqual(everyDescription.map(({ id }) => id));
  expect(rules.find(({ id }) => id === example.rule)).toMatchObject({ severity: expect.stringMatching(/error|warning|info/) as unknown, bad: example.bad.trim(), good: example.good.trim() });
});

test('rules as the table of a document', async () => {
  const { out } = await rolloutkit(['rules', '--format', 'markdown']);
  expect(out).toMatch(/^\| rule \| severity \| what must hold \| what happens otherwise \| evidence \|\n\| --- \| --- \| --- \| --- \| --- \|\n\| `/);
  expect(out.trimEnd().split('\n').every((line) => line.split(/(?<!\\)\|/).length === 7)).toBe(true);
});

test('explain says what a rule wants, what happens otherwise, and how it looks', async () => {
  const { code, out } = await rolloutkit(['explain', 'unused-waiver', example.rule]);
  expect(code).toBe(0);
  expect(out.startsWith(`unused-waiver  (risky: it works until it matters: a warning)

  a waiver waives something

Otherwise:
  one that was forgotten hides`)).toBe(true);
  expect(out).toContain(`\n\n${example.rule}  (`);
  expect(out).toContain(`\nBad:\n  ${example.bad.trim().split('\n')[0]}\n`);
  expect(out).toContain(`\nGood:\n  ${example.good.trim().split('\n')[0]}\n`);
});

test('explain leads to how it is known', async () => {
  const { out } = await rolloutkit(['explain', 'weights-increase', 'abort-delay']);
  expect(out).toContain(`
Evidence:
  GAP-37  weights that do not increase
    https://github.com/rolloutkit/rolloutkit/blob/main/docs/upstream-checks.md#gap-37
    https://github.com/argoproj/argo-rollouts/blob/v1.10.1/utils/replicaset/canary.go#L552
`);
  expect(out).toContain(`
Evidence:
  measured: nginx/kept-for-too-long
    https://github.com/rolloutkit/rolloutkit/blob/main/conformance/scenarios/nginx.ts
`);
  expect((await rolloutkit(['explain', 'weights-increase', '--format', 'markdown'])).out).toContain(
    '- [GAP-37](https://github.com/rolloutkit/rolloutkit/blob/main/docs/upstream-checks.md#gap-37): weights that do not increase ([utils/replicaset/canary.go:552](',
  );
  expect(JSON.parse((await rolloutkit(['explain', 'weights-increase', '--format', 'json'])).out)).toMatchObject([{ evidence: [{ id: 'GAP-37', text: 'weights that do not increase' }] }]);
});

test('explain as a part of a document, and for programs', async () => {
  expect((await rolloutkit(['explain', example.rule, '--format', 'markdown'])).out).toContain(`## ${example.rule}\n`);
  expect((await rolloutkit(['explain', example.rule, '--format', 'markdown'])).out).toContain(`\`\`\`yaml\n${example.bad.trim()}\n\`\`\``);
  expect(JSON.parse((await rolloutkit(['explain', 'surge', '--format', 'json'])).out)).toMatchObject([{ id: 'surge' }]);
});

test.each([
  [['explain'], 'explain: name a rule; see rolloutkit rules'],
  [['explain', 'surg'], 'explain: there is no rule surg; did you mean surge?'],
  [['rules', 'surge'], 'rules: takes no arguments, got surge; see rolloutkit explain surge'],
  [['rules', '--format', 'yaml'], 'rules: --format must be one of text, json, markdown, got yaml'],
])('%j fails', async (args, message) => {
  expect(await rolloutkit(args)).toMatchObject({ code: 2, out: '', err: `rolloutkit: ${message}\n` });
});
