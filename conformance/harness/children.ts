// The processes of one lab: they end with it, and with the process that started them.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Its presence is what allows `kubelab sweep` to remove the directory. */
const MARKER = 'rolloutkit-lab';

export interface Child {
  readonly pid: number | undefined;
  /** Ends it, and waits for its end. */
  stop(): Promise<void>;
}

export class Children {
  /** The only thing that is ever removed. */
  readonly directory = mkdtempSync(join(tmpdir(), 'rolloutkit-lab-'));
  private readonly running = new Set<Child & { kill(): void }>();
  private readonly sweeper: ChildProcess;
  private readonly onExit: () => void;
  private dead: Error | undefined;

  /** @param kubelab the binary that starts every other in a way that it dies with us */
  constructor(private readonly kubelab: string) {
    writeFileSync(join(this.directory, MARKER), '');
    // Reads from us until we are gone, even if we are killed, and removes what we could not.
    this.sweeper = spawn(kubelab, ['sweep', this.directory], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
    this.sweeper.on('error', error => { this.dead ??= error; });
    this.sweeper.unref();
    this.onExit = () => this.kill();
    process.on('exit', this.onExit);
  }

  /** Starts a part of the control plane. */
  control(name: string, ...args: string[]): Child {
    return this.start(name, [name, ...args]);
  }

  /** Starts another program. */
  program(name: string, binary: string, ...args: string[]): Child {
    return this.start(name, ['exec', binary, ...args]);
  }

  private start(name: string, args: readonly string[]): Child {
    const log = join(this.directory, `${name}.log`);
    const file = openSync(log, 'a');
    const env = { PATH: process.env.PATH, HOME: this.directory, TMPDIR: this.directory, KUBECONFIG: join(this.directory, 'kubeconfig'), KUBELAB_PARENT: String(process.pid) };
    const child = spawn(this.kubelab, args, { cwd: this.directory, env, stdio: ['ignore', file, file] });
    closeSync(file);
    let stopping = false;
    const ended = new Promise<void>(resolve => {
      const end = (why: unknown): void => {
        if (!stopping) this.dead ??= new Error(`${name} ended by itself (${why}):\n${tail(log)}`);
        this.running.delete(started);
        resolve();
      };
      child.on('error', error => end(error.message));
      child.on('exit', (code, signal) => end(code ?? signal));
    });
    const kill = (): void => {
      stopping = true;
      if (child.exitCode === null && child.pid) child.kill('SIGKILL');
    };
    const started = {
      pid: child.pid,
      kill,
      stop: () => {
        kill();
        return ended;
      },
    };
    this.running.add(started);
    return started;
  }

  /** Throws when a child has ended: waiting for what it was to do would only end in a timeout. */
  check(): void {
    if (this.dead) throw this.dead;
  }

  get pids(): number[] {
    return [...this.running, this.sweeper].flatMap(({ pid }) => pid ?? []);
  }

  private kill(): void {
    for (const child of this.running) child.kill();
  }

  async stop(): Promise<void> {
    await Promise.all([...this.running].map(child => child.stop()));
    rmSync(this.directory, { recursive: true, force: true });
    this.sweeper.stdin!.destroy();
    process.off('exit', this.onExit);
  }
}

function tail(file: string): string {
  return readFileSync(file, 'utf8').split('\n').slice(-12).join('\n');
}
