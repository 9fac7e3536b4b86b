// Whether a process can be cut off from everything but this machine.
import { spawnSync } from 'node:child_process';

/** In front of a command. A network of its own has nothing but a loopback, which is down at first. */
const CUT = ['unshare', process.getuid?.() === 0 ? '-n' : '-rn', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'] as const;

let able: boolean | undefined;

function isAble(): boolean {
  able ??= process.platform === 'linux' && spawnSync(CUT[0], [...CUT.slice(1), 'true'], { stdio: 'ignore' }).status === 0;
  return able;
}

/** What goes in front of a command that shall not reach the network; nothing where that cannot be had. */
export function offline(): readonly string[] {
  return isAble() ? CUT : [];
}

/** For the report. */
export function networkNote(): string {
  return isAble() ? 'Pulumi ran without a network, but for the loopback' : 'Pulumi was not cut off from the network: this machine does not let us';
}
