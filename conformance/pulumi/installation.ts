// The package as npm installs it for programs in other languages, made of the sources as they are, and what Pulumi generates of it.
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Project } from './project';
import { goEnvironment, pythonEnvironment } from './toolchains';
import { ROOT } from '../harness/manifests';

/** A folder with the package; its plug-in is at `plugin`. */
export class Installation {
  readonly plugin: string;

  constructor(private readonly project: Project) {
    this.plugin = join(project.directory, 'node_modules', 'rolloutkit', 'pulumi-plugin');
  }

  /** Puts the package there with what it brings and what it needs here, and nothing of cdk8s. */
  async install(): Promise<void> {
    const folder = dirname(this.plugin);
    mkdirSync(folder, { recursive: true });
    for (const part of ['package.json', 'pulumi-plugin']) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
    const { bundledDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { bundledDependencies: string[] };
    for (const scope of new Set(['@pulumi', ...bundledDependencies.map(name => name.split('/')[0]!)])) {
      symlinkSync(join(ROOT, 'node_modules', scope), join(this.project.directory, 'node_modules', scope));
    }
    const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
    await this.project.run([process.execPath, compiler, '-p', ROOT, '--noCheck', '--declaration', 'false', '--outDir', join(folder, 'lib')]);
  }

  /** The package that programs in Python import; answers with where it is. */
  async generatePython(): Promise<string> {
    await this.generate('python');
    const python = join(pythonEnvironment(), 'bin', 'python');
    await this.project.run([python, '-m', 'pip', 'install', '--no-index', '--no-build-isolation', '--no-deps', '--target', 'site', './sdks/python']);
    return join(this.project.directory, 'site');
  }

  /** The module that the program in Go imports, which is compiled with it; answers with the program. */
  async buildGo(): Promise<string> {
    await this.generate('go');
    const { directory } = this.project;
    const { go } = (JSON.parse(readFileSync(join(this.plugin, 'schema.json'), 'utf8')) as { language: { go: { importBasePath: string } } }).language;
    const module = join('sdks', 'go', 'rolloutkit');
    cpSync(join(__dirname, 'languages', 'go'), directory, { recursive: true });
    const own = readFileSync(join(directory, 'go.mod'), 'utf8');
    const [version, needed] = [/^go \S+$/m, /github.com\/pulumi\/pulumi\/sdk\/v3 v\S+/].map(line => line.exec(own)![0]);
    // A newer host writes it by itself.
    writeFileSync(join(directory, module, 'go.mod'), `module ${go.importBasePath}\n\n${version}\n\nrequire ${needed}\n`);
    const env = goEnvironment();
    await this.project.run(['go', 'mod', 'edit', `-require=${go.importBasePath}@v0.0.0`, `-replace=${go.importBasePath}=./${module}`], env);
    await this.project.run(['go', 'vet', '.', `${go.importBasePath}/...`], env);
    await this.project.run(['go', 'build', '-o', 'program', '.'], env);
    return join(directory, 'program');
  }

  private async generate(language: 'python' | 'go'): Promise<void> {
    await this.project.run(['pulumi', 'package', 'gen-sdk', this.plugin, '--language', language, '--out', 'sdks']);
  }
}
