import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, extname, join } from 'node:path';
import { PARTS } from '../../conformance/lab/parts';
import type { Part, PartName } from '../../conformance/lab/parts';

const LAB = join(__dirname, '../../conformance/lab');
const FLAGGER = PARTS['flagger-fast'].made.patched;

export interface Behaviour {
  readonly version?: string;
  /** Shell commands in the place of what a command of Go does. */
  readonly list?: string;
  readonly download?: string;
  readonly build?: string;
}

/** A copy of what builds the lab, over sources of a line each, with a shell script in the place of Go and a cache of its own. */
export class FakeLab {
  readonly said: string[] = [];
  private readonly root = mkdtempSync(join(tmpdir(), 'fake-lab-'));
  private readonly environment = { ...process.env };

  /** As it was before anything happened. Paths stay, so that modules need not be transpiled again. */
  reset(): void {
    this.said.length = 0;
    for (const file of readdirSync(this.root)) rmSync(this.path(file), { recursive: true });
    for (const file of readdirSync(LAB).filter(name => name.endsWith('.ts'))) this.write(`conformance/lab/${file}`, readFileSync(join(LAB, file), 'utf8'));
    for (const { module, sources } of Object.values<Part>(PARTS)) {
      this.write(`conformance/${module}/go.mod`, `module lab\n\ngo 1.26.1\n\nrequire ${FLAGGER.module} v1.0.0\n`);
      this.write(`conformance/${module}/go.sum`, 'checksums\n');
      for (const source of sources) this.write(`conformance/${source}${extname(source) ? '' : '/main.go'}`, '{}');
    }
    this.write(`conformance/${FLAGGER.patch}`, JSON.stringify({ edits: [{ file: 'loop.go', from: '10', to: '1', times: 1 }] }));
    for (const file of ['loop.go', 'manifests/crds/rollout-crd.yaml', 'manifests/crds/kustomization.yaml']) this.write(`module/${file}`, 'least = 10\n');
    process.env.XDG_CACHE_HOME = this.path('cache');
    delete process.env.ROLLOUTKIT_LAB_BIN;
  }

  path(file: string): string {
    return join(this.root, file);
  }

  write(file: string, text: string, mode?: number): void {
    mkdirSync(dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text, { mode });
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  withoutGo(): void {
    process.env.PATH = this.path('empty');
  }

  /** It is found first, and does what it is told; `$out` is where a program goes. */
  withGo({ version = 'go1.26.8', list = 'true', download = 'true', build = 'echo program > "$out"' }: Behaviour = {}): void {
    this.write('bin/go', `#!/bin/sh
echo "$*" >> '${this.path('calls')}'
case "$*" in
  env*) printf '${version}\\nlinux\\namd64\\n' ;;
  list*Version*) echo v1.34.1 ;;
  list*Dir*) echo '${this.path('module')}' ;;
  list*) ${list} ;;
  'mod download'*) ${download} ;;
  build*)
    while [ "$1" != -o ]; do shift; done
    out=$2
    ${build} ;;
esac
`, 0o755);
    process.env.PATH = `${this.path('bin')}${delimiter}${this.environment.PATH}`;
  }

  /** Commands of Go there were. */
  get calls(): string[] {
    return existsSync(this.path('calls')) ? this.read('calls').trim().split('\n') : [];
  }

  /** What is in the cache. */
  get cached(): string[] {
    const folder = this.path('cache/rolloutkit/lab');
    return existsSync(folder) ? readdirSync(folder).sort() : [];
  }

  /** Its modules, loaded anew: the environment is read when they are. */
  private load(): Pick<typeof import('../../conformance/lab/build'), 'provide'> & Pick<typeof import('../../conformance/lab/go'), 'Missing'> {
    jest.resetModules();
    const { provide } = jest.requireActual<typeof import('../../conformance/lab/build')>(this.path('conformance/lab/build'));
    const { Missing } = jest.requireActual<typeof import('../../conformance/lab/go')>(this.path('conformance/lab/go'));
    return { provide, Missing };
  }

  provide(...parts: readonly PartName[]): Readonly<Record<string, string>> {
    return this.load().provide(parts, line => this.said.push(line));
  }

  /** As with `--with pulumi`. */
  provideWithExtras(...parts: readonly PartName[]): Readonly<Record<string, string>> {
    return this.load().provide(parts, line => this.said.push(line), ['pulumi']);
  }

  /** How it fails to provide them: whether something is missing that is not ours, and in which words. */
  failure(...parts: readonly PartName[]): { missing: boolean; message: string } {
    const { provide, Missing } = this.load();
    try {
      provide(parts, () => {});
    } catch (error) {
      return { missing: error instanceof Missing, message: (error as Error).message };
    }
    throw new Error('expected an error');
  }

  end(): void {
    process.env = this.environment;
  }
}
