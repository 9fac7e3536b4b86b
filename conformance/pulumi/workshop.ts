// Where stacks are made: in the directory of a lab, with the engine on a path of its own and nothing of whoever runs this.
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import type { StackOptions } from './operation';
import { Project } from './project';
import { Stack, StackProcess } from './stack';
import type { Children } from '../harness/children';
import type { Binaries } from '../lab/binaries';

const PROGRAMS = [
  'pulumi', 'pulumi-resource-kubernetes', 'pulumi-language-nodejs', 'pulumi-language-python', 'pulumi-language-go', 'pulumi-language-yaml',
] as const;

export class Workshop {
  private readonly bin: string;
  private readonly processes = new Set<StackProcess>();

  /** @param kubeconfig of the cluster that programs reach unless they say otherwise; without it there is none */
  constructor(readonly children: Children, private readonly binaries: Binaries, private readonly kubeconfig = join(children.directory, 'no-cluster')) {
    this.bin = join(children.directory, 'bin');
    mkdirSync(this.bin);
    // The engine starts its provider in a process group of its own, where it would outlive an engine that is killed.
    for (const name of PROGRAMS.filter(each => each in binaries)) {
      const line = `#!/bin/sh\nKUBELAB_PARENT=$PPID exec '${binaries.kubelab}' exec '${binaries[name]}' "$@"\n`;
      writeFileSync(join(this.bin, name), line, { mode: 0o755 });
    }
  }

  /** A stack with a process of its own, unless it is opened beside another. */
  open(options: StackOptions, beside?: Stack): Stack {
    return new Stack(beside?.process ?? this.start(options.name), options);
  }

  private start(name: string): StackProcess {
    const directory = join(this.children.directory, `stack-${name}`);
    for (const part of ['', 'state', 'home']) mkdirSync(join(directory, part));
    const started = new StackProcess({ directory, kubelab: this.binaries.kubelab, environment: this.environment(directory) });
    this.processes.add(started);
    return started;
  }

  /** A folder for the command line, with the state of what is done in it. */
  project(name: string): Project {
    const directory = join(this.children.directory, name);
    for (const part of ['', 'state', 'home']) mkdirSync(join(directory, part));
    const { PATH, ...environment } = this.environment(directory);
    // The host of Node looks for it by its name.
    return new Project(directory, this.binaries.kubelab, { ...environment, PATH: [PATH, dirname(process.execPath)].join(delimiter) });
  }

  async close(): Promise<void> {
    await Promise.all([...this.processes].map(one => one.close()));
  }

  /** All of it: what a developer has set for Pulumi, Kubernetes or Node would change what happens. */
  private environment(directory: string): Record<string, string> {
    return {
      PATH: [this.bin, '/usr/bin', '/bin'].join(delimiter),
      HOME: directory,
      TMPDIR: this.children.directory,
      KUBECONFIG: this.kubeconfig,
      PULUMI_HOME: join(directory, 'home'),
      PULUMI_BACKEND_URL: `file://${join(directory, 'state')}`,
      PULUMI_CONFIG_PASSPHRASE: 'test',
      PULUMI_SKIP_UPDATE_CHECK: 'true',
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: 'true',
      // The whole state is written at every step otherwise, which takes most of the time.
      PULUMI_SKIP_CHECKPOINTS: 'true',
    };
  }
}
