// Stacks in a process of their own: one that crashes or hangs takes nothing else with it.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome, Request, StackOptions, Verb } from './operation';
import { ROOT } from '../harness/manifests';
import type { Fields } from '../harness/objects';

/** The longest that anything takes here is to wait for pods. */
const LONGEST_SECONDS = 120;

interface Made {
  readonly directory: string;
  readonly kubelab: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** One stack of those that share a process. */
export class Stack {
  constructor(readonly process: StackProcess, private readonly options: StackOptions) {}

  preview(settings: Fields): Promise<Outcome> {
    return this.ask('preview', settings);
  }

  up(settings: Fields): Promise<Outcome> {
    return this.ask('up', settings);
  }

  refresh(settings: Fields): Promise<Outcome> {
    return this.ask('refresh', settings);
  }

  destroy(settings: Fields): Promise<Outcome> {
    return this.ask('destroy', settings);
  }

  private ask(verb: Verb, settings: Fields): Promise<Outcome> {
    return this.process.ask({ stack: this.options, verb, settings });
  }
}

export class StackProcess {
  private readonly child: ChildProcess;
  private readonly log: string;
  /** Fails when it ends by itself. */
  private readonly ended: Promise<never>;
  private closing = false;

  constructor({ kubelab, environment, directory }: Made) {
    this.log = join(directory, 'log');
    const log = openSync(this.log, 'a');
    const program = [process.execPath, '-r', join(ROOT, 'scripts', 'from-sources.cjs'), join(__dirname, 'stack-run.ts'), directory];
    // In a group of its own, to be ended with all that it has started there; and it dies with us.
    this.child = spawn(kubelab, ['exec', ...program], {
      cwd: directory, env: { ...environment, KUBELAB_PARENT: `${process.pid}` }, detached: true, stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    this.ended = new Promise((_, reject) => {
      this.child.on('error', reject);
      this.child.on('exit', (code, signal) => {
        if (!this.closing) reject(new Error(`the process of the stacks in ${directory} ended with ${code ?? signal}:\n${this.tail()}`));
      });
    });
    this.ended.catch(() => undefined);
  }

  /** Ends its process and all of its group, and waits for its end. */
  async close(): Promise<void> {
    this.closing = true;
    if (this.child.exitCode !== null || this.child.signalCode !== null || !this.child.pid) return;
    const gone = new Promise(resolve => { this.child.once('exit', resolve); });
    try {
      process.kill(-this.child.pid, 'SIGKILL');
    } catch {
      // It has ended in the meantime.
    }
    await gone;
  }

  /** One after the other. */
  async ask(request: Request): Promise<Outcome> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new Error(`${request.verb} did not end within ${LONGEST_SECONDS} s:\n${this.tail()}`));
        void this.close();
      }, LONGEST_SECONDS * 1000);
    });
    const answered = new Promise<Outcome>((resolve, reject) => {
      this.child.once('message', message => resolve(message as Outcome));
      this.child.send(request, error => { if (error) reject(error); });
    });
    try {
      return await Promise.race([answered, late, this.ended]);
    } finally {
      clearTimeout(timer);
    }
  }

  private tail(): string {
    return readFileSync(this.log, 'utf8').split('\n').slice(-20).join('\n');
  }
}
