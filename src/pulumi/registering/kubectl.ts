import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How a cluster is reached. */
export interface ClusterAccess {
  /** The path of a kubeconfig, or what is in one. */
  readonly kubeconfig?: string;
  readonly context?: string;
}

export interface ObjectPlace {
  /** As kubectl takes it: `rollouts.argoproj.io`. */
  readonly resource: string;
  readonly namespace: string;
  readonly name: string;
}

/** Reads one object. */
export async function readObject({ resource, namespace, name }: ObjectPlace, { kubeconfig, context }: ClusterAccess): Promise<object> {
  const file = kubeconfig === undefined ? undefined : keptFile(kubeconfig);
  const options = [...file === undefined ? [] : ['--kubeconfig', file.path], ...context === undefined ? [] : ['--context', context]];
  try {
    return JSON.parse(await kubectl([...options, '--namespace', namespace, 'get', resource, name, '--output', 'json'])) as object;
  } finally {
    file?.remove();
  }
}

/** What is no path is the content, which kubectl reads from a file alone. */
function keptFile(kubeconfig: string): { readonly path: string; remove(): void } {
  if (!kubeconfig.trimStart().startsWith('{') && !kubeconfig.includes('\n')) return { path: kubeconfig, remove: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'rolloutkit-'));
  const path = join(folder, 'kubeconfig');
  writeFileSync(path, kubeconfig);
  chmodSync(path, 0o600);
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function kubectl(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile('kubectl', args, { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error((error as NodeJS.ErrnoException).code === 'ENOENT' ? 'needs kubectl, which is not installed' : stderr.trim() || error.message));
    });
  });
}
