import type { Io } from '../../src/cli/io';
import { run } from '../../src/cli/run';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What was written. */
  readonly written: Readonly<Record<string, string>>;
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Runs a command line over files that exist only here, and programs that do as they are told. */
export async function rolloutkit(
  args: readonly string[], files: Files = {}, stdin = '', color = false, system: Partial<Pick<Io, 'runProgram' | 'progress'>> = {},
): Promise<Outcome> {
  let [out, err] = ['', ''];
  const written: Record<string, string> = {};
  const io: Io = {
    out: (text) => { out += text; },
    err: (text) => { err += text; },
    readFile: async (path) => {
      if (!Object.hasOwn(files, path)) {
        throw Object.assign(new Error('refused'), { code: 'ENOENT' });
      }
      return Buffer.from(files[path]);
    },
    readStdin: async () => Buffer.from(stdin),
    writeFile: async (path, text) => {
      if (path.startsWith('/locked/')) {
        throw Object.assign(new Error('refused'), { code: 'EACCES' });
      }
      written[path] = text;
    },
    kindOf: async (path) => Object.hasOwn(files, path) ? 'file' : entriesOf(files, path).length > 0 ? 'folder' : undefined,
    list: async (folder) => entriesOf(files, folder),
    runProgram: async () => 'not there',
    progress: () => undefined,
    color,
    version: '1.2.3',
    ...system,
  };
  return { code: await run(args, io), out, err, written };
}

function entriesOf(files: Files, folder: string): { name: string; isFolder: boolean }[] {
  const base = folder === '.' ? '' : folder.replace(/\/*$/, '/');
  const below = Object.keys(files).filter((path) => path.startsWith(base)).map((path) => path.slice(base.length).split('/'));
  return [...new Map(below.map(([name, ...rest]) => [name, { name, isFolder: rest.length > 0 }])).values()];
}

export const ROLLOUT = `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: checkout, namespace: shop }
spec:
  replicas: 5
  selector: { matchLabels: { app: checkout } }
  template:
    metadata: { labels: { app: checkout } }
    spec:
      containers: [{ name: main, image: registry.example/checkout:1.0.0 }]
  strategy:
    canary:
      maxUnavailable: 0
      steps:
        - setWeight: 40
        - pause: { duration: 5m }
        - setWeight: 30
`;
export const GOOD = ROLLOUT.replace('setWeight: 30', 'setWeight: 60');
export const RISKY = ROLLOUT.replace('setWeight: 30', 'setWeight: 45');
