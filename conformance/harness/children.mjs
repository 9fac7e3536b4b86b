// The processes of one lab: they end with it, and with the process that started them.
import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, closeSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Its presence is what allows `kubelab sweep` to remove the directory. */
const MARKER = 'rolloutkit-lab';

export class Children {
  /** @param {string} bin the folder of binaries, absolute: children run elsewhere */
  constructor(bin) {
    this.bin = bin;
    this.directory = mkdtempSync(join(tmpdir(), 'rolloutkit-lab-'));
    writeFileSync(join(this.directory, MARKER), '');
    this.running = [];
    this.dead = undefined;
    // Reads from us until we are gone, even if we are killed, and removes what we could not.
    this.sweeper = spawn(join(bin, 'kubelab'), ['sweep', this.directory], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
    this.sweeper.on('error', (error) => { this.dead ??= error; });
    this.sweeper.unref();
    this.onExit = () => this.kill();
    process.on('exit', this.onExit);
  }

  /** Starts a part of the control plane. */
  kubelab(name, ...args) {
    return this.start(name, [name, ...args]);
  }

  /** Starts another program of the folder, in a way that it dies with us as well. */
  program(name, ...args) {
    return this.start(name, ['exec', join(this.bin, name), ...args]);
  }

  start(name, args) {
    const log = join(this.directory, `${name}.log`);
    const file = openSync(log, 'a');
    const env = { PATH: process.env.PATH, HOME: this.directory, KUBELAB_PARENT: String(process.pid) };
    const child = spawn(join(this.bin, 'kubelab'), args, { cwd: this.directory, env, stdio: ['ignore', file, file] });
    closeSync(file);
    const ended = new Promise((resolve) => {
      const end = (why) => {
        if (!this.stopping) this.dead ??= new Error(`${name} ended by itself (${why}):\n${tail(log)}`);
        resolve();
      };
      child.on('error', (error) => end(error.message));
      child.on('exit', (code, signal) => end(code ?? signal));
    });
    this.running.push({ child, ended });
  }

  /** Throws when a child has ended: waiting for what it was to do would only end in a timeout. */
  check() {
    if (this.dead) throw this.dead;
  }

  kill() {
    this.stopping = true;
    for (const { child } of this.running) if (child.exitCode === null && child.pid) child.kill('SIGKILL');
  }

  async stop() {
    this.kill();
    await Promise.all(this.running.map(({ ended }) => ended));
    rmSync(this.directory, { recursive: true, force: true });
    this.sweeper.stdin.destroy();
    process.off('exit', this.onExit);
  }
}

/** Ports that are free now: all are held until the last is known, so that no two are the same. */
export async function freePorts(count) {
  const servers = await Promise.all(Array.from({ length: count }, () => new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  })));
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((resolve) => { server.close(resolve); })));
  return ports;
}

/** Asks again until it is so. */
export async function until(what, isSo, { seconds = 60, check = () => undefined } = {}) {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    check();
    const result = await isSo();
    if (result) return result;
    if (Date.now() > deadline) throw new Error(`not within ${seconds} s: ${what}`);
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
}

function tail(file) {
  return readFileSync(file, 'utf8').split('\n').slice(-12).join('\n');
}
