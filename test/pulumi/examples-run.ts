/*
 * Runs the Pulumi programs of examples without an engine: `node -r scripts/from-sources.cjs test/pulumi/examples-run.ts RUNS`, where RUNS is
 * JSON of `ProgramRun[]`. Each run writes one line, a `ProgramRan`.
 */
import { join } from 'node:path';
import { runtime } from '@pulumi/pulumi';

/** A program and the configuration of its stack. */
export interface ProgramRun {
  readonly example: string;
  readonly config: Readonly<Record<string, string>>;
}

/** What a program did. */
export interface ProgramRan {
  /** The objects that it registered. */
  readonly objects: readonly object[];
  /** What was said of it: `warning: ...`, `info: ...`. */
  readonly told: readonly string[];
}

async function ran({ example, config }: ProgramRun): Promise<ProgramRan> {
  const objects: object[] = [];
  const told: string[] = [];
  // where the SDK writes what it has no engine to tell
  console.log = console.warn = (text: string) => told.push(text);
  runtime.setAllConfig(Object.fromEntries(Object.entries(config).map(([key, value]) => [`${example}:${key}`, value])));
  await runtime.setMocks({
    newResource: ({ name, inputs, custom }) => {
      if (custom) objects.push(inputs);
      return { id: name, state: inputs };
    },
    call: ({ token }) => { throw new Error(`${token}: a program of an example asks nobody`); },
  }, example);
  const program = require.resolve(join(__dirname, '..', '..', 'examples', example, 'pulumi'));
  delete require.cache[program];
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  require(program);
  await runtime.disconnect();
  return { objects, told };
}

async function all(runs: readonly ProgramRun[]): Promise<void> {
  for (const run of runs) process.stdout.write(`${JSON.stringify(await ran(run))}\n`);
}

void all(JSON.parse(process.argv[2]) as readonly ProgramRun[]);
