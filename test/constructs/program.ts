import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';

/** What came of running a program in a process of its own. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What it wrote, by name. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * A place to run programs as a user does, with `node main.js`. The library is transpiled into it once, from the sources,
 * so that what runs is never an older build.
 */
export class Programs {
  private readonly folder = mkdtempSync(join(tmpdir(), 'rolloutkit-programs-'));
  private count = 0;

  constructor() {
    const root = join(__dirname, '..', '..');
    const library = join(this.folder, 'node_modules', 'rolloutkit');
    for (const file of sourcesIn(join(root, 'src'))) {
      const { outputText } = transpileModule(readFileSync(file, 'utf8'), {
        compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true },
      });
      write(join(library, relative(join(root, 'src'), file).replace(/\.ts$/, '.js')), outputText);
    }
    write(join(library, 'package.json'), JSON.stringify({ name: 'rolloutkit', main: 'index.js' }));
  }

  /** Runs a program whose body may use everything of the library, of cdk8s, and of cdk8s-plus as `kplus`. */
  run(body: string, environment: Readonly<Record<string, string>> = {}): Run {
    this.count += 1;
    const folder = join(this.folder, `program-${this.count}`);
    const output = join(folder, 'dist');
    write(join(folder, 'main.js'), `
      const { App, ApiObject, Chart, Duration } = require('cdk8s');
      const kplus = require('cdk8s-plus-28');
      const { Analysis, BlueGreenRollout, CanaryRollout, Gate, NginxTraffic, Ramp, Rollout, RolloutChecks, Strategy, SuccessRateAnalysis, Step } = require('rolloutkit');
      const containers = [{ image: 'registry.example/checkout:1', portNumber: 8080 }];
      ${body}`);
    const { status, stdout, stderr } = spawnSync(process.execPath, ['main.js'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NODE_PATH: join(__dirname, '..', '..', 'node_modules'), CDK8S_OUTDIR: output, ...environment },
    });
    const names = existsSync(output) ? readdirSync(output) : [];
    return { status, stdout, stderr, files: Object.fromEntries(names.map(name => [name, readFileSync(join(output, name), 'utf8')])) };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts')).map(name => join(folder, name));
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
