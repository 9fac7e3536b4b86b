// A folder in which commands are run, as somebody at a terminal would.
import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';

/** To compile what is generated takes longest. */
const LONGEST_SECONDS = 400;

export interface Ran {
  readonly ok: boolean;
  /** All that it said. */
  readonly output: string;
}

export class Project {
  constructor(readonly directory: string, private readonly kubelab: string, private readonly environment: Readonly<Record<string, string>>) {}

  /** A command that has to succeed. */
  async run(line: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<string> {
    const { ok, output } = await this.attempt(line, more);
    if (!ok) throw new Error(`${line.slice(0, 3).join(' ')} failed:\n${output.split('\n').slice(-30).join('\n')}`);
    return output;
  }

  /** @param more variables; a PATH goes before the one that there is */
  attempt(line: readonly string[], { PATH, ...more }: Readonly<Record<string, string>> = {}): Promise<Ran> {
    const env = { ...this.environment, ...more, PATH: [PATH, this.environment.PATH].filter(Boolean).join(delimiter), KUBELAB_PARENT: `${process.pid}` };
    // It dies with us, and in a group of its own it can be ended with all that it has started there.
    const child = spawn(this.kubelab, ['exec', ...line], { cwd: this.directory, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const timer = setTimeout(() => { process.kill(-child.pid!, 'SIGKILL'); }, LONGEST_SECONDS * 1000);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { output += text; });
    return new Promise((resolve, reject) => {
      child.on('error', reject).on('close', code => {
        clearTimeout(timer);
        resolve({ ok: code === 0, output });
      });
    });
  }
}
