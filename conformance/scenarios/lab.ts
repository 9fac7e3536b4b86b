// The lab itself: however a run ends, nothing of it is left.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Check } from '../harness/suite';
import { until } from '../harness/waiting';

const ROOT = resolve(__dirname, '..', '..');
const NODE = [process.execPath, '-r', './scripts/from-sources.cjs', 'conformance/run.ts'] as const;
const NPM = ['npm', 'run', '--silent', 'conformance', '--'] as const;
/** What a run is asked to do: a rollout that stays where it is for long enough to be interrupted. */
const LONG = ['--only', '^gating/silence$'];
const SHORT = ['--only', '^naive/smoke-test-blue-green$'];
/** A whole control plane beside it, the API server, the managers, the controller and who cleans up. */
const PROCESSES = 7;

const lab = { engine: 'lab', needs: ['kubelab', 'rollouts-controller', 'argo-crds'] } as const;

const onLinux: Check[] = [
  ...([['node', NODE], ['npm', NPM]] as const).map(([name, command]): Check => ({
    ...lab,
    id: `lab/${name}-killed`,
    why: `whoever kills ${name} in the middle of a run gets no chance to clean up, and still nothing is left`,
    check: () => leavesNothing(command, LONG, { signal: 'SIGKILL' }),
  })),
  ...([['SIGINT', 130], ['SIGTERM', 143]] as const).map(([signal, code]): Check => ({
    ...lab,
    id: `lab/interrupted-by-${signal}`,
    why: 'an interrupted run stops what it started, and says by its exit code that it was interrupted',
    check: () => leavesNothing(NODE, LONG, { signal, code }),
  })),
  {
    ...lab,
    id: 'lab/ends-by-itself',
    why: 'a run that comes to its end leaves no process and no file',
    check: () => leavesNothing(NODE, SHORT, { code: 0 }),
  },
];

/** Processes are found in /proc. */
export const checks: readonly Check[] = process.platform === 'linux' ? onLinux : [];

interface End {
  readonly signal?: NodeJS.Signals;
  /** The exit code that there must be. */
  readonly code?: number;
}

/** Runs the suite with a folder of its own for temporary files, ends it in some way, and tells what is left. */
async function leavesNothing(command: readonly string[], args: readonly string[], { signal, code }: End): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rolloutkit-check-'));
  try {
    const child = spawn(command[0]!, [...command.slice(1), ...args], {
      cwd: ROOT, env: { ...process.env, TMPDIR: folder }, stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => { said += text; });
    const ended = new Promise<number | null>(done => { child.on('exit', done); });
    const found: string[] = [];
    if (signal) found.push(...await interrupt(child, folder, signal));
    const got = await ended;
    if (code !== undefined && got !== code) found.push(`exit code: expected ${code}, got ${got}: ${said}`);
    await until('all processes are gone', () => processesOf(folder).length === 0, { seconds: 10 })
      .catch(() => found.push(`processes that are left: ${processesOf(folder).map(pid => commandOf(pid)).join('; ')}`));
    await until('all files are gone', () => readdirSync(folder).length === 0, { seconds: 10 })
      .catch(() => found.push(`files that are left: ${readdirSync(folder).join(', ')}`));
    return found;
  } finally {
    for (const pid of processesOf(folder)) process.kill(pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In the middle: the whole lab runs. */
async function interrupt(child: ChildProcess, folder: string, signal: NodeJS.Signals): Promise<string[]> {
  try {
    await until(`${PROCESSES} processes run`, () => processesOf(folder).filter(pid => /kubelab|rollouts-controller/.test(commandOf(pid))).length >= PROCESSES);
    return [];
  } catch (error) {
    return [(error as Error).message];
  } finally {
    child.kill(signal);
  }
}

/** Whatever was started with the folder in its environment or among its arguments. */
function processesOf(folder: string): number[] {
  return readdirSync('/proc').map(Number).filter(pid => pid > 0 && pid !== process.pid && ['environ', 'cmdline'].some(file => read(pid, file).includes(folder)));
}

function commandOf(pid: number): string {
  return read(pid, 'cmdline').replaceAll('\0', ' ').trim();
}

function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
