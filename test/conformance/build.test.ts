import { readdirSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { FakeLab } from './fake-lab';

const lab = new FakeLab();

beforeEach(() => lab.reset());
afterAll(() => lab.end());

describe('what is missing is not ours', () => {
  test('fails without Go, and says what it would build and what else would do', () => {
    lab.withoutGo();
    expect(lab.failure('kubelab', 'argo-crds')).toEqual({
      missing: true, message: 'needs Go to build kubelab, argo-crds (https://go.dev/dl),\nor ROLLOUTKIT_LAB_BIN, a folder that holds them',
    });
  });

  test('fails without Go where the own folder lacks something, and says what', () => {
    lab.withoutGo();
    lab.write('own/kubelab', 'program');
    process.env.ROLLOUTKIT_LAB_BIN = lab.path('own');
    expect(lab.failure('kubelab', 'argo-oracle', 'prometheus')).toEqual({
      missing: true,
      message: `${lab.path('own')}, which ROLLOUTKIT_LAB_BIN names, lacks argo-oracle, prometheus, and there is no Go to build it: see https://go.dev/dl`,
    });
  });

  test('fails with a Go that does not run, as without any', () => {
    lab.write('bin/go', '#!/bin/sh\nexit 1\n', 0o755);
    process.env.PATH = lab.path('bin');
    expect(lab.failure('kubelab').message).toMatch(/^needs Go to build kubelab/);
  });

  test.each(['go1.26', 'go1.26rc2', 'go1.26.0', 'go1.25.9', 'go1.9.12', 'go0.30.5'])('fails with %s, which is too old', version => {
    lab.withGo({ version });
    expect(lab.failure('kubelab')).toEqual({ missing: true, message: `needs Go 1.26.1 or later, got ${version}; see https://go.dev/dl` });
    expect(lab.calls).toEqual(['env GOVERSION GOOS GOARCH']);
  });

  test.each(['go1.26.1', 'go1.26.10', 'go1.27rc1', 'go1.100', 'go2.0.0'])('takes %s', version => {
    lab.withGo({ version });
    expect(Object.keys(lab.provide('kubelab'))).toEqual(['kubelab']);
  });

  test.each([
    ['kubelab', { list: 'exit 1' }], ['argo-crds', { download: 'exit 1' }], ['flagger-fast', { download: 'exit 1' }], ['flagger-fast', { list: 'exit 1' }],
  ] as const)('fails when the modules of %s cannot be had: %j', (part, behaviour) => {
    lab.withGo(behaviour);
    expect(lab.failure(part)).toEqual({ missing: true, message: `cannot get the Go modules of ${part}; what the go command said is above` });
    expect(lab.cached).toEqual([]);
  });
});

describe('a folder of somebody\'s own', () => {
  beforeEach(() => {
    lab.write('own/kubelab', 'theirs');
    process.env.ROLLOUTKIT_LAB_BIN = lab.path('own');
  });

  test.each([['without Go', () => lab.withoutGo()], ['with a Go that is too old', () => lab.withGo({ version: 'go1.2.3' })]])('is enough %s', (_, prepare) => {
    prepare();
    expect(lab.provide('kubelab')).toEqual({ kubelab: lab.path('own/kubelab') });
    expect(lab.said).toEqual([]);
  });

  test('goes before what is built; what it lacks is built', () => {
    lab.withGo();
    const binaries = lab.provide('kubelab', 'prometheus');
    expect(binaries.kubelab).toBe(lab.path('own/kubelab'));
    expect(lab.cached).toEqual([basename(dirname(binaries.prometheus!))]);
  });
});

describe('a build', () => {
  test('says what it builds, and puts each part into a folder of its own', () => {
    lab.withGo();
    const binaries = lab.provide('kubelab', 'argo-oracle');
    expect(lab.said[0]).toMatch(/^building kubelab, argo-oracle with go1\.26\.8 linux amd64; /);
    expect(lab.said.slice(1)).toEqual(['  kubelab: 0 s', '  argo-oracle: 0 s']);
    expect(lab.cached).toEqual([expect.stringMatching(/^argo-oracle-[0-9a-f]{16}$/), expect.stringMatching(/^kubelab-[0-9a-f]{16}$/)]);
    expect(statSync(binaries.kubelab!).isFile()).toBe(true);
  });

  test('is done once', () => {
    lab.withGo();
    const binaries = lab.provide('kubelab');
    lab.withGo({ build: 'exit 1' });
    expect(lab.provide('kubelab')).toEqual(binaries);
    expect(lab.said).toHaveLength(2);
  });

  test('tells a program its version, and nothing of this machine', () => {
    lab.withGo();
    lab.provide('kubelab');
    expect(lab.calls.at(-1)).toMatch(/^build -trimpath -buildvcs=false -ldflags=-s -w -X \S+\.gitVersion=v1\.34\.1 -X \S+\.gitMajor=1 -X \S+\.gitMinor=34 -o \S+ /);
  });

  test('of definitions takes the files that are some, so that they can be removed again', () => {
    lab.withGo();
    const folder = lab.provide('argo-crds')['argo-crds']!;
    expect(readdirSync(folder)).toEqual(['rollout-crd.yaml']);
    expect(statSync(join(folder, 'rollout-crd.yaml')).mode.toString(8)).toMatch(/644$/);
  });

  test('from a changed module says what is changed beside the program', () => {
    lab.withGo();
    const program = lab.provide('flagger-fast')['flagger-fast']!;
    expect(readdirSync(dirname(program)).sort()).toEqual(['flagger-fast', 'flagger-fast.diff']);
    expect(lab.read(`cache/rolloutkit/lab/${basename(dirname(program))}/flagger-fast.diff`)).toContain('-least = 10\n+least = 1\n');
    expect(lab.calls.at(-1)).toMatch(/^build -modfile=\S+go\.mod -trimpath/);
    expect(lab.read('module/loop.go')).toBe('least = 10\n');
  });

  test.each([
    ['does not compile', 'exit 1'],
    ['is cut short', 'echo half > "$out"; kill -9 $$'],
  ])('fails when it %s; that is ours, and nothing is left of it', (_, build) => {
    lab.withGo({ build });
    expect(lab.failure('kubelab')).toEqual({ missing: false, message: 'go build failed' });
    expect(lab.cached).toEqual([]);
  });

  test('that fails leaves what was built before it', () => {
    lab.withGo({ build: 'case "$*" in *prometheus*) exit 1 ;; esac; echo program > "$out"' });
    lab.failure('kubelab', 'prometheus');
    expect(lab.cached).toEqual([expect.stringMatching(/^kubelab-/)]);
  });

  test('that ended with the machine is not taken for whole', () => {
    lab.withGo({ build: 'echo half > "$out"' });
    const folder = dirname(lab.provide('kubelab').kubelab!);
    renameSync(folder, `${folder}.a1b2c3`);
    lab.withGo({ build: 'echo whole > "$out"' });
    expect(dirname(lab.provide('kubelab').kubelab!)).toBe(folder);
    expect(lab.read(`cache/rolloutkit/lab/${basename(folder)}/kubelab`)).toBe('whole\n');
  });

  test('that somebody else has done in the meantime is theirs', () => {
    lab.withGo({ build: 'dir=$(dirname "$out"); mkdir "${dir%.*}"; echo theirs > "${dir%.*}/kubelab"; echo ours > "$out"' });
    const { kubelab } = lab.provide('kubelab');
    expect(lab.cached).toEqual([basename(dirname(kubelab!))]);
    expect(lab.read(`cache/rolloutkit/lab/${lab.cached[0]}/kubelab`)).toBe('theirs\n');
  });
});

describe('an extra', () => {
  test('is not built where nobody asks for it, and what else is wanted is', () => {
    lab.withGo();
    expect(Object.keys(lab.provide('kubelab', 'pulumi'))).toEqual(['kubelab']);
    expect(lab.cached).toEqual([expect.stringMatching(/^kubelab-/)]);
  });

  test('is built where somebody asks for it, with its own cost, and tells its version', () => {
    lab.withGo();
    expect(Object.keys(lab.provideWithExtras('kubelab', 'pulumi'))).toEqual(['kubelab', 'pulumi']);
    expect(lab.said[0]).toMatch(/^building kubelab, pulumi with go1\.26\.8 linux amd64; from empty caches all of it takes 15 GB and some 35 minutes/);
    expect(lab.calls.at(-1)).toMatch(/^build -trimpath -buildvcs=false -ldflags=-s -w -X \S+\/version\.Version=v1\.34\.1 -o \S+ /);
  });

  test('is taken wherever it is there', () => {
    lab.withGo();
    const { pulumi } = lab.provideWithExtras('pulumi');
    expect(lab.provide('pulumi')).toEqual({ pulumi });
    lab.withoutGo();
    lab.write('own/pulumi', 'theirs');
    process.env.ROLLOUTKIT_LAB_BIN = lab.path('own');
    expect(lab.provide('pulumi')).toEqual({ pulumi: lab.path('own/pulumi') });
  });

  test.each([['no Go', () => lab.withoutGo()], ['a Go that is too old', () => lab.withGo({ version: 'go1.2.3' })]])('is left out with %s', (_, prepare) => {
    lab.write('own/kubelab', 'theirs');
    process.env.ROLLOUTKIT_LAB_BIN = lab.path('own');
    prepare();
    expect(Object.keys(lab.provide('kubelab', 'pulumi'))).toEqual(['kubelab']);
  });

  test('fails without Go where somebody asks for it', () => {
    lab.withoutGo();
    expect(() => lab.provideWithExtras('pulumi')).toThrow(/^needs Go to build pulumi /);
  });
});

describe('what is built is built again', () => {
  const SOURCES = 'conformance/lab/kubelab';

  /** Whether the place of the program is another after a change. */
  function isAnother(change: () => void, part: 'kubelab' | 'prometheus' = 'kubelab'): boolean {
    lab.withGo();
    const before = lab.provide(part);
    change();
    return lab.provide(part)[part] !== before[part];
  }

  test.each([
    ['one of its sources changes', () => lab.write(`${SOURCES}/main.go`, 'changed')],
    ['a source comes, in a folder below as well', () => lab.write(`${SOURCES}/more/more.go`, '')],
    ['its modules are other ones', () => lab.write('conformance/go.sum', 'others\n')],
    ['its go.mod changes', () => lab.write('conformance/go.mod', 'module lab\n\ngo 1.26.2\n')],
    ['it is another Go', () => lab.withGo({ version: 'go1.27.0' })],
  ])('when %s', (_, change) => {
    expect(isAnother(change)).toBe(true);
  });

  test.each([
    ['a test of it changes', () => lab.write(`${SOURCES}/main_test.go`, '')],
    ['the sources of another part change', () => lab.write('conformance/lab/prometheus/main.go', 'changed')],
    ['nothing does', () => {}],
  ])('but not when %s', (_, change) => {
    expect(isAnother(change)).toBe(false);
  });
});
