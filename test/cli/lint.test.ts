import { GOOD, RISKY, ROLLOUT, rolloutkit } from './command-line';

test('tells a finding with the lines it is about on standard output, and ends with 1', async () => {
  expect(await rolloutkit(['lint', 'rollout.yaml'], { 'rollout.yaml': ROLLOUT })).toEqual({
    code: 1,
    out: `rollout.yaml
  17:11  error  Rollout shop/checkout  (weights-increase)
    spec.strategy.canary.steps[2].setWeight: must exceed the previous weight 40, got 30; write setWeight: 41 or more, or drop the step
    16 |         - pause: { duration: 5m }
    17 |         - setWeight: 30
       |           ^^^^^^^^^

`,
    err: '1 error in 1 object\n',
    written: {},
  });
});

test('ends with 0 when there is nothing to find', async () => {
  expect(await rolloutkit(['lint', 'rollout.yaml'], { 'rollout.yaml': GOOD })).toMatchObject({ code: 0, out: '', err: 'nothing found in 1 object\n' });
});

test('ends with 0 when there are warnings only', async () => {
  const { code, out, err } = await rolloutkit(['lint', 'rollout.yaml'], { 'rollout.yaml': RISKY });
  expect([code, err]).toEqual([0, '1 warning in 1 object\n']);
  expect(out).toMatch(/^ {2}17:11 {2}warning/m);
});

test('reads standard input for -, and shows its lines too', async () => {
  const { code, out } = await rolloutkit(['lint', '-'], {}, ROLLOUT);
  expect(code).toBe(1);
  expect(out).toMatch(/^\(standard input\)\n {2}17:11 {2}error/);
  expect(out).toContain('17 |         - setWeight: 30');
});

test('names the template of Helm that has to be mended', async () => {
  const rendered = `---\n# Source: shop/templates/rollout.yaml\n${ROLLOUT}`;
  expect((await rolloutkit(['lint', '-'], {}, rendered)).out).toContain('  19:11  error  Rollout shop/checkout  (weights-increase)  from shop/templates/rollout.yaml\n');
  const { findings } = JSON.parse((await rolloutkit(['lint', '-', '--format', 'json'], {}, rendered)).out) as { findings: object[] };
  expect(findings).toMatchObject([{ file: '(standard input)', template: 'shop/templates/rollout.yaml', line: 19 }]);
});

test('judges several files together, each once', async () => {
  const service = '{ apiVersion: v1, kind: Service, metadata: { name: a, namespace: shop }, spec: { selector: { app: payment } } }';
  const rollout = GOOD.replace('maxUnavailable: 0', 'maxUnavailable: 0\n      canaryService: a');
  const { code, out, err } = await rolloutkit(['lint', 'a.yaml', 'b.yaml', './a.yaml'], { 'a.yaml': rollout, 'b.yaml': service, './a.yaml': rollout });
  expect([code, err]).toEqual([1, '1 error in 2 objects\n']);
  expect(out).toContain('canaryService: names Service a, whose selector wants app: payment');
});

test('names file and line of an object that is written twice', async () => {
  const { out } = await rolloutkit(['lint', 'a.yaml', 'b.yaml'], { 'a.yaml': `${GOOD}---\n${GOOD.replaceAll('checkout', 'payment')}`, 'b.yaml': GOOD.replaceAll('checkout', 'payment') });
  expect(out).toContain('must be a name of its own, and Rollout shop/payment is already in a.yaml, line 21; write name: payment-2, or drop one of them');
  expect(out.match(/\([a-z-]+\)$/gm)).toEqual(['(unique-resources)']);
});

test.each([[['--help']], [['help']], [['lint', '--help']], [['help', 'lint']], [['rules', '-h']], [['explain', '--help']], [['completion', '--help']]])('%j explains with examples on standard output', async (args) => {
  const { code, out, err } = await rolloutkit(args);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^Usage: rolloutkit[\s\S]*Examples:/);
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(135);
});

test('says its version', async () => {
  expect(await rolloutkit(['--version'])).toMatchObject({ code: 0, out: '1.2.3\n', err: '' });
});

describe('what cannot be read', () => {
  const bad = { 'bad.yaml': 'apiVersion: v1\nkind: [Service\n', 'good.yaml': ROLLOUT };

  test('is a finding with its place, and the rest is judged all the same', async () => {
    const { code, out, err } = await rolloutkit(['lint', 'bad.yaml', 'good.yaml'], bad);
    expect([code, err]).toEqual([1, '2 errors in 1 object\n']);
    expect(out).toMatch(/^bad\.yaml\n {2}\d:\d+ {2}error {2}bad\.yaml {2}\(readable\)\n {4}cannot be read: .*; mend it, kubectl does not read it either\n/);
    expect(out).toContain('(weights-increase)');
  });

  test('is told whatever rules are asked, unless it is ignored by name', async () => {
    expect((await rolloutkit(['lint', 'bad.yaml', '--rule', 'weights-increase', '--class', 'risky'], bad)).code).toBe(1);
    expect((await rolloutkit(['lint', 'bad.yaml', '--ignore', 'readable'], bad)).code).toBe(0);
  });
});

test.each([
  ['Windows line ends and a byte order mark', `\ufeff${ROLLOUT.replaceAll('\n', '\r\n')}`, '17:11', '17 |         - setWeight: 30', '   |           ^^^^^^^^^'],
  ['a second document', `kind: ConfigMap\napiVersion: v1\nmetadata: { name: a }\n---\n${ROLLOUT}`, '21:11', '21 |         - setWeight: 30', '   |           ^^^^^^^^^'],
  ['a list of objects', `apiVersion: v1\nkind: List\nitems:\n- ${ROLLOUT.trimEnd().replaceAll('\n', '\n  ')}\n`, '20:13', '20 |           - setWeight: 30', '   |             ^^^^^^^^^'],
])('the place in %s is that in the file as it is written', async (_, yaml, place, line, mark) => {
  const { out } = await rolloutkit(['lint', 'a.yaml', '--rule', 'weights-increase'], { 'a.yaml': yaml });
  expect(out).toContain(`  ${place}  error  Rollout shop/checkout`);
  expect(out).toContain(`    ${line}\n    ${mark}\n`);
});

test('the place in JSON is shown by the part of its line', async () => {
  const spec = { selector: {}, template: {}, strategy: { canary: { steps: [{ setWeight: 40 }, { pause: {} }, { setWeight: 30 }] } } };
  const json = JSON.stringify({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'checkout', annotations: { a: 'x'.repeat(200) } }, spec });
  const { out } = await rolloutkit(['lint', '-', '--rule', 'weights-increase'], {}, json);
  const [, , , line, mark] = out.split('\n');
  expect(line).toMatch(/^ {4}1 \| \.\.\..*"setWeight":30/);
  expect(line.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('"setWeight"');
});

describe('fails with one sentence and 2 on', () => {
  const files = {
    'empty.yaml': '',
    'comment.yaml': '# nothing\n',
    'helm.yaml': 'a: {{ .Values.a }}\nb: {{ include "x" . }}: c\n',
    'binary': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0]),
    'latin.yaml': Buffer.from([0x61, 0x3a, 0x20, 0xe9]),
    'good.yaml': GOOD,
    'notes/readme.md': '# hello',
    'other/values.yaml': 'a: 1\n',
  };

  test.each([
    ['a missing file', ['lint', 'none.yaml'], /none.yaml: there is no such file/],
    ['an empty file', ['lint', 'empty.yaml'], /empty.yaml: holds no Kubernetes object/],
    ['a file of comments', ['lint', 'comment.yaml'], /holds no Kubernetes object/],
    ['a Helm template', ['lint', 'helm.yaml'], /helm.yaml: is a Helm template, render it first/],
    ['a binary', ['lint', 'binary'], /binary: is a binary file, not YAML or JSON/],
    ['another encoding', ['lint', 'latin.yaml'], /latin.yaml: is not UTF-8 text/],
    ['a folder without manifests', ['lint', 'notes/'], /notes\/: holds no \*\.yaml, \*\.yml or \*\.json/],
    ['a folder of other files', ['lint', 'other'], /other\/values\.yaml: holds no Kubernetes object/],
    ['a pattern that matches nothing', ['lint', 'x/*.yaml'], /x\/\*\.yaml: matches no file/],
    ['no file', ['lint'], /name at least one file or folder, or - for standard input/],
    ['an unknown option', ['lint', '--fromat', 'json', 'a.yaml'], /lint: there is no option --fromat; did you mean --format\?/],
    ['an option that resembles none', ['explain', '--quickly', 'x'], /explain: there is no option --quickly; there is --format and --help/],
    ['an option without its value', ['lint', 'good.yaml', '--format'], /lint: --format needs a value: --format FORMAT/],
    ['an option in the place of a value', ['lint', '--format', '--complete', 'good.yaml'], /lint: --format needs a value/],
    ['a switch with a value', ['lint', '--complete=yes', 'good.yaml'], /lint: --complete takes no value, got yes/],
    ['an unknown format', ['lint', '--format', 'sarf', 'good.yaml'], /--format must be one of text, .*, got sarf; did you mean sarif\?/],
    ['an unknown class', ['lint', '--class', 'risky,brokn', 'good.yaml'], /--class must be some of .*, got brokn; did you mean broken\?/],
    ['an unknown rule', ['lint', '--rule', 'weight-increase', 'good.yaml'], /lint: --rule: there is no rule weight-increase; did you mean weights-increase\?/],
    ['an unknown rule to ignore', ['lint', '--ignore', 'zzz', 'good.yaml'], /lint: --ignore: there is no rule zzz; see rolloutkit rules/],
    ['a number of warnings that is none', ['lint', '--max-warnings', 'few', 'good.yaml'], /--max-warnings must be a whole number, got few/],
    ['an unknown command', ['plan'], /there is no command plan/],
    ['a misspelt command', ['lnit'], /there is no command lnit; did you mean lint\?/],
  ])('%s', async (_, args, message) => {
    const { code, out, err } = await rolloutkit(args, files);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err.trimEnd()).not.toContain('\n');
  });

  test('no command, with the help', async () => {
    const { code, out, err } = await rolloutkit([]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('Usage:');
  });
});

describe('in a folder', () => {
  const files = {
    'deploy/rollout.yaml': ROLLOUT,
    'deploy/base/service.yml': 'apiVersion: v1\nkind: Service\nmetadata: { name: a }\n',
    'deploy/base/list.json': JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } }] }),
    'deploy/values.yaml': 'replicas: [\n',
    'deploy/package.json': '{ "name": "x" }',
    'deploy/README.md': '# x',
    'deploy/.hidden/rollout.yaml': ROLLOUT,
    'deploy/node_modules/x/rollout.yaml': ROLLOUT,
    'deploy/chart/rollout.yaml': 'apiVersion: argoproj.io/v1alpha1\nspec: {{ .Values.spec }}\n',
  };

  test('what is for Kubernetes is judged, and the rest passed over', async () => {
    const { code, out, err } = await rolloutkit(['lint', 'deploy/'], files);
    expect(code).toBe(1);
    expect(out.match(/\(weights-increase\)/g)).toHaveLength(1);
    expect(err).toBe('skipped deploy/chart/rollout.yaml: is a Helm template, render it first: helm template . | rolloutkit lint -\n1 error in 3 objects\n');
  });

  describe('of Kustomize', () => {
    const patch = 'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: { name: checkout }\nspec: { replicas: 9 }\n';
    const kustomization = (patches: string) => `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [../base]\n${patches}\n`;
    const overlay = (patches: string) => ({ 'base/rollout.yaml': GOOD, 'prod/kustomization.yaml': kustomization(patches), 'prod/more.yaml': patch });
    const skipped = 'skipped prod/more.yaml: is a patch of prod/kustomization.yaml, build it first: kustomize build prod | rolloutkit lint -\n';

    test.each(['patches: [{ path: more.yaml }]', 'patchesStrategicMerge: [./more.yaml]', 'patchesJson6902: [{ target: { kind: Rollout, name: checkout }, path: more.yaml }]'])('%s is skipped', async (patches) => {
      expect(await rolloutkit(['lint', 'base', 'prod'], overlay(patches))).toMatchObject({ code: 0, out: '', err: `${skipped}nothing found in 2 objects\n` });
    });

    test('a patch that is named is skipped as well', async () => {
      const { code, err } = await rolloutkit(['lint', 'base/rollout.yaml', './prod/more.yaml', 'prod/kustomization.yaml'], { ...overlay('patches: [{ path: more.yaml }]'), './prod/more.yaml': patch });
      expect([code, err]).toEqual([0, `${skipped.replace(' prod', ' ./prod')}nothing found in 2 objects\n`]);
    });

    test.each(['patches: [{ patch: "- op: remove" }, null]', 'patchesStrategicMerge: ["kind: Rollout\\nmetadata: { name: more.yaml }"]', 'patches: more.yaml', 'resources: [more.yaml]'])('%s names no file that is passed over', async (patches) => {
      expect((await rolloutkit(['lint', 'base', 'prod'], overlay(patches))).err).toContain('in 3 objects');
    });
  });

  test.each([['deploy/**/*.yaml', 1], ['deploy/*/*.{yml,json}', 2], ['**/service.y?l', 1], ['deploy/b[a-c]se/**', 2], ['deploy/b*', 2], ['dep*/', 3]])('the pattern %s finds what a shell would', async (pattern, objects) => {
    expect((await rolloutkit(['lint', pattern], files)).err).toMatch(new RegExp(`in ${objects} object`));
  });
});

describe('what is told can be chosen', () => {
  const files = { 'a.yaml': `${ROLLOUT}---\n${RISKY.replaceAll('checkout', 'payment')}` };
  const rulesOf = (out: string) => [...out.matchAll(/\(([a-z-]+)\)$/gm)].map(([, rule]) => rule);

  test.each([
    [[], ['weights-increase', 'weights-reachable'], 1],
    [['--rule', 'weights-increase'], ['weights-increase'], 1],
    [['--rule', 'weights-reachable'], ['weights-reachable'], 0],
    [['--rule', 'weights-reachable,weights-increase'], ['weights-increase', 'weights-reachable'], 1],
    [['--ignore', 'weights-increase'], ['weights-reachable'], 0],
    [['--class', 'risky'], ['weights-reachable'], 0],
    [['--class', 'broken', '--class', 'refused'], ['weights-increase'], 1],
    [['--class', 'risky', '--max-warnings', '0'], ['weights-reachable'], 1],
    [['--class', 'risky', '--max-warnings', '1'], ['weights-reachable'], 0],
  ])('by %j', async (options, rules, exit) => {
    const { code, out } = await rolloutkit(['lint', 'a.yaml', ...options], files);
    expect(new Set(rulesOf(out))).toEqual(new Set(rules));
    expect(code).toBe(exit);
  });

  test('what is too much is said', async () => {
    const { err } = await rolloutkit(['lint', 'a.yaml', '--max-warnings', '0', '--class', 'risky'], files);
    expect(err).toMatch(/1 warning, and --max-warnings allows 0\n$/);
  });
});

describe('colours', () => {
  test.each([[[], false, false], [[], true, true], [['--color', 'always'], false, true], [['--color', 'never'], true, false], [['--color=auto'], true, true]])('with %j and a terminal that shows them: %j', async (options, terminal, expected) => {
    const { out } = await rolloutkit(['lint', 'a.yaml', ...options], { 'a.yaml': ROLLOUT }, '', terminal);
    expect(out.includes('\u001b[31;1merror\u001b[0m')).toBe(expected);
  });
});

test.each(['json', 'sarif', 'junit', 'github', 'gitlab'])('the format %s holds the finding on standard output and nothing else', async (format) => {
  const { code, out, err } = await rolloutkit(['lint', 'a.yaml', '--format', format], { 'a.yaml': ROLLOUT });
  expect([code, err]).toEqual([1, '1 error in 1 object\n']);
  expect(out).toContain('must exceed the previous weight 40, got 30');
  expect(out).not.toContain('\u001b');
});
