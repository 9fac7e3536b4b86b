// Plays in a process of its own, with a network of its own where that can be had: the lab, the stacks and all they reach are in there.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { offline } from './network';
import type { Played } from './play';
import { ROOT } from '../harness/manifests';
import type { Binaries } from '../lab/binaries';

const LONGEST_SECONDS = 600;

let last: Promise<unknown> = Promise.resolve();

/** One after the other, however many checks run at once: each has a cluster of its own, and times count. */
export function playApart(id: string, binaries: Binaries): Promise<Played> {
  const played = last.then(() => play(id, binaries));
  last = played.catch(() => undefined);
  return played;
}

function play(id: string, binaries: Binaries): Promise<Played> {
  const program = ['-r', join(ROOT, 'scripts', 'from-sources.cjs'), join(__dirname, 'play-run.ts'), id, JSON.stringify(binaries)];
  // It dies with us, and with it all that it has started.
  const [command, ...args] = [...offline(), binaries.kubelab, 'exec', process.execPath, ...program] as [string, ...string[]];
  const child = spawn(command, args, {
    cwd: ROOT, env: { ...process.env, KUBELAB_PARENT: `${process.pid}` }, stdio: ['ignore', 'pipe', 'pipe'], timeout: LONGEST_SECONDS * 1000, killSignal: 'SIGKILL',
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => { out += text; });
  child.stderr.setEncoding('utf8').on('data', (text: string) => { err += text; });
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code, signal) => {
      if (code === 0) resolve(JSON.parse(out) as Played);
      else reject(new Error(`${id} ended with ${code ?? signal}:\n${err.split('\n').slice(-20).join('\n')}`));
    });
  });
}
