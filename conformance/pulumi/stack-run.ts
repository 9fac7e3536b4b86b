// The process of stacks, `stack-run.ts directory`: does with them what it is asked, by the Automation API and with the program inside this process.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LocalWorkspace } from '@pulumi/pulumi/automation';
import type { EngineEvent, Stack } from '@pulumi/pulumi/automation';
import * as runtime from '@pulumi/pulumi/runtime';
import { complaintsOf, stepsOf } from './events';
import type { Outcome, Request, StackOptions } from './operation';
import type { Fields } from '../harness/objects';

const [directory] = process.argv.slice(2) as [string];
const PROJECT = 'Pulumi.yaml';
const opened = new Map<string, Promise<Stack>>();
let settings: Fields = {};
// For the runners of programs, and so not among the types.
const { waitForRPCs } = runtime as unknown as { waitForRPCs(): Promise<void> };

// Whoever started us is gone or has had enough.
process.on('disconnect', () => process.exit());
process.on('message', request => void answer(request as Request));

async function open({ name, program, config = {}, project }: StackOptions): Promise<Stack> {
  const workDir = join(directory, `work-${name}`);
  mkdirSync(workDir);
  if (project) writeFileSync(join(workDir, PROJECT), withoutMain(readFileSync(join(project, PROJECT), 'utf8')));
  const stack = await LocalWorkspace.createStack({ stackName: name, projectName: 'conformance', program: () => run(program) }, { workDir });
  await stack.setAllConfig(Object.fromEntries(Object.entries(config).map(([key, value]) => [key, { value }])));
  return stack;
}

/** The program is in this process, and no file beside that one. */
function withoutMain(project: string): string {
  return project.replace(/^main:.*\n/m, '');
}

/**
 * As `pulumi` itself runs a program: one that leaves an error behind has failed. The Automation API would take it for done, and
 * delete whatever the program has not got to.
 */
async function run(program: string): Promise<void> {
  const left: unknown[] = [];
  const keep = (error: unknown): void => { left.push(error); };
  process.on('unhandledRejection', keep);
  try {
    await start(program);
    await waitForRPCs();
  } finally {
    process.off('unhandledRejection', keep);
  }
  if (left.length > 0) throw left[0];
}

/** A module that is a program itself is loaded anew each time; one that exports a function has it called. */
async function start(program: string): Promise<void> {
  delete require.cache[require.resolve(program)];
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const loaded = require(program) as { program?: unknown };
  if (typeof loaded.program === 'function') await (loaded.program as (told: Fields) => unknown)(settings);
}

/** A stack that could not be opened stays so. */
function stackOf(options: StackOptions): Promise<Stack> {
  const { name } = options;
  const stack = opened.get(name) ?? open(options);
  opened.set(name, stack);
  return stack;
}

async function answer(request: Request): Promise<void> {
  const { verb, stack } = request;
  ({ settings } = request);
  const started = Date.now();
  const events: EngineEvent[] = [];
  let failure: string[] = [];
  try {
    await (await stackOf(stack))[verb]({ onEvent: event => { events.push(event); }, suppressProgress: true });
  } catch (error) {
    failure = [(error as Error).message];
  }
  const errors = complaintsOf(events, 'error');
  const outcome: Outcome = {
    verb,
    ok: failure.length === 0,
    steps: stepsOf(events),
    errors: errors.length > 0 ? errors : failure,
    warnings: complaintsOf(events, 'warning'),
    seconds: (Date.now() - started) / 1000,
  };
  process.send!(outcome);
}
