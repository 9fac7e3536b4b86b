// Whoever kills npm wants what npm started to end as well, and is told nothing of it: a killed process passes nothing on.
import { readFileSync } from 'node:fs';

const EVERY_MS = 500;

/**
 * Calls back when npm, which runs us through a shell, is gone. Nothing is watched without npm: a program in the background may
 * well outlive who started it. Nor where there is no /proc.
 */
export function whenNpmIsGone(callback: () => void): void {
  const npm = process.env.npm_lifecycle_event === undefined ? undefined : parentOf(process.ppid);
  if (npm === undefined) return;
  const timer = setInterval(() => {
    if (parentOf(process.ppid) === npm) return;
    clearInterval(timer);
    callback();
  }, EVERY_MS);
  timer.unref();
}

function parentOf(pid: number): number | undefined {
  try {
    // The name of the program, in parentheses, may contain anything.
    const [, rest] = /^.*\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return rest === undefined ? undefined : Number(rest);
  } catch {
    return undefined;
  }
}
