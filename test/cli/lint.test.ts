import type { Io } from '../../src/cli/io';
import { run } from '../../src/cli/run';

const ROLLOUT = `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: checkout, namespace: shop }
spec:
  replicas: 5
  selector: { matchLabels: { app: checkout } }
  template:
    metadata: { labels: { app: checkout } }
    spec:
      containers: [{ name: main, image: registry.example/checkout:1.0.0 }]
  strategy:
    canary:
      maxUnavailable: 0
      steps:
        - setWeight: 40
        - pause: { duration: 5m }
        - setWeight: 30
`;
const GOOD = ROLLOUT.replace('setWeight: 30', 'setWeight: 60');
const RISKY = ROLLOUT.replace('setWeight: 30', 'setWeight: 45');

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line over files that exist only here. */
async function rolloutkit(args: string[], files: Record<string, string | Uint8Array> = {}, stdin = ''): Promise<Outcome> {
  let [out, err] = ['', ''];
  const io: Io = {
    out: (text) => { out += text; },
    err: (text) => { err += text; },
    readFile: async (path) => {
      if (!Object.hasOwn(files, path)) {
        throw Object.assign(new Error('refused'), { code: path.endsWith('/') ? 'EISDIR' : 'ENOENT' });
      }
      return Buffer.from(files[path]);
    },
    readStdin: async () => Buffer.from(stdin),
    version: '1.2.3',
  };
  return { code: await run(args, io), out, err };
}

test('tells a finding in one line on standard output, and ends with 1', async () => {
  expect(await rolloutkit(['lint', 'rollout.yaml'], { 'rollout.yaml': ROLLOUT })).toEqual({
    code: 1,
    out: 'error  rollout.yaml:17:11  Rollout shop/checkout  spec.strategy.canary.steps[2].setWeight: must exceed the previous weight 40, got 30; raise it, or drop the step (weights-increase)\n',
    err: '1 error in 1 object\n',
  });
});

test('ends with 0 when there is nothing to find', async () => {
  expect(await rolloutkit(['lint', 'rollout.yaml'], { 'rollout.yaml': GOOD })).toEqual({ code: 0, out: '', err: 'nothing found in 1 object\n' });
});

test('ends with 0 when there are warnings only', async () => {
  const { code, out, err } = await rolloutkit(['lint', 'rollout.yaml'], { 'rollout.yaml': RISKY });
  expect([code, err]).toEqual([0, '1 warning in 1 object\n']);
  expect(out).toMatch(/^warning {2}rollout.yaml:17:11 .*changes nothing|^warning {2}rollout.yaml:17:11/);
});

test('reads standard input for -', async () => {
  const { code, out } = await rolloutkit(['lint', '-'], {}, ROLLOUT);
  expect(code).toBe(1);
  expect(out).toMatch(/^error {2}\(standard input\):17:11/);
});

test('judges several files together, each once', async () => {
  const service = '{ apiVersion: v1, kind: Service, metadata: { name: a, namespace: shop }, spec: { selector: { app: payment } } }';
  const rollout = GOOD.replace('maxUnavailable: 0', 'maxUnavailable: 0\n      canaryService: a');
  const { code, out } = await rolloutkit(['lint', 'a.yaml', 'b.yaml', 'a.yaml'], { 'a.yaml': rollout, 'b.yaml': service });
  expect(code).toBe(1);
  expect(out).toMatch(/^error .*canaryService: names Service a, whose selector wants app: payment.*\n$/);
});

test.each([[['--help']], [['help']], [['lint', '--help']]])('%j explains with examples on standard output', async (args) => {
  const { code, out, err } = await rolloutkit(args);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/Usage: rolloutkit[\s\S]*Examples:/);
});

test('says its version', async () => {
  expect(await rolloutkit(['--version'])).toEqual({ code: 0, out: '1.2.3\n', err: '' });
});

describe('fails with one sentence and 2 on', () => {
  const files = {
    'empty.yaml': '',
    'comment.yaml': '# nothing\n',
    'bad.yaml': 'a: [1\n',
    'helm.yaml': 'a: {{ .Values.a }}\nb: {{ include "x" . }}: c\n',
    'binary': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0]),
    'latin.yaml': Buffer.from([0x61, 0x3a, 0x20, 0xe9]),
    'list.yaml': '- a\n',
  };

  test.each([
    ['a missing file', ['lint', 'none.yaml'], /none.yaml: there is no such file/],
    ['a directory', ['lint', 'src/'], /src\/: is a directory, name the files in it/],
    ['an empty file', ['lint', 'empty.yaml'], /empty.yaml: holds no Kubernetes object/],
    ['a file of comments', ['lint', 'comment.yaml'], /holds no Kubernetes object/],
    ['bad YAML', ['lint', 'bad.yaml'], /bad.yaml:\d+:\d+: /],
    ['a Helm template', ['lint', 'helm.yaml'], /helm.yaml: is a Helm template, render it first/],
    ['a list', ['lint', 'list.yaml'], /list.yaml:1:1: a document must be a mapping/],
    ['a binary', ['lint', 'binary'], /binary: is a binary file, not YAML or JSON/],
    ['another encoding', ['lint', 'latin.yaml'], /latin.yaml: is not UTF-8 text/],
    ['no file', ['lint'], /name at least one file/],
    ['an unknown option', ['lint', '--fast', 'a.yaml'], /Unknown option '--fast'/],
    ['an unknown command', ['plan'], /there is no command plan/],
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

describe('with another release of Argo Rollouts', () => {
  const template = `apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: { name: latency, namespace: shop }
spec:
  metrics:
    - name: latency
      interval: 1m
      count: 3
      successCondition: len(result) > 0 && max(result) < 0.5
      provider: { prometheus: { address: http://prometheus:9090, query: 'histogram_quantile(0.95, sum by (le) (rate(latency_bucket[5m])))' } }
`;

  test('tells what that release cannot do', async () => {
    const { code, out } = await rolloutkit(['lint', '--argo-version', '1.9', 'a.yaml'], { 'a.yaml': template });
    expect(code).toBe(1);
    expect(out).toContain('spec.metrics[0].successCondition: needs Argo Rollouts 1.10 for max with such arguments, and 1.9 is there: before it the condition does not compile');
  });

  test('warns where it depends on how that release was started', async () => {
    const traefik = `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: checkout, namespace: shop }
spec:
  selector: { matchLabels: { app: checkout } }
  template: { metadata: { labels: { app: checkout } }, spec: { containers: [{ name: main, image: 'registry.example/checkout:1' }] } }
  strategy:
    canary: { stableService: checkout, canaryService: checkout-canary, trafficRouting: { traefik: { weightedTraefikServiceName: shop } }, steps: [{ setWeight: 20 }, { pause: {} }] }
`;
    const { code, out } = await rolloutkit(['lint', '--argo-version', '1.9', 'a.yaml'], { 'a.yaml': traefik });
    expect(code).toBe(0);
    expect(out).toContain('spec.strategy.canary.trafficRouting.traefik: needs Argo Rollouts 1.10, and 1.9 is there: before it the controller looks in traefik.containo.us');
  });

  test('tells nothing of it without', async () => {
    const { out } = await rolloutkit(['lint', 'a.yaml'], { 'a.yaml': template });
    expect(out).not.toContain('argo-version');
  });

  test('fails with a release that nobody knows', async () => {
    const { code, err } = await rolloutkit(['lint', '--argo-version', '1.7', 'a.yaml'], { 'a.yaml': template });
    expect([code, err]).toEqual([2, 'rolloutkit: lint: --argo-version must be one of 1.9, 1.10, got 1.7\n']);
  });
});
