/*
 * Runs every mistake in each of the ways in which it can be written, and writes what came of it as JSON. It is a program of its own, since a
 * value that is wrong late ends as a rejection that nobody handles, as in a program of Pulumi, and that ends a test.
 */
import * as pulumi from '@pulumi/pulumi';
import * as components from 'rolloutkit/pulumi';
import { known, own, strayed } from './bad-arguments';
import type { BadArguments } from './bad-arguments';
import { experiments } from './bad-experiments';
import { runMocked } from './mocked';
import type { Registered } from './mocked';
import { withAtPath } from './places';
import { template } from './specimens/specimen';

/** What is known of a run, in plain data. */
export interface BadRun {
  readonly thrown?: { readonly message: string; readonly stack?: string; readonly isOurs: boolean };
  readonly told: readonly { readonly severity: string; readonly text: string; readonly about?: string }[];
  readonly objects: readonly Registered[];
  /** The messages of rejections that nobody has handled, each once. */
  readonly unhandled: readonly string[];
}

/** By the mistake, what came of it; absent: it cannot be written so. */
export interface BadRuns {
  readonly plain: BadRun;
  readonly late?: BadRun;
  readonly latePreview?: BadRun;
  readonly unknown?: BadRun;
  readonly secret?: BadRun;
  /** Refused, since no Output can stand there. */
  readonly closed?: BadRun;
}

const unhandled: unknown[] = [];
process.on('unhandledRejection', reason => unhandled.push(reason));

async function run({ kind = 'CanaryRollout' }: BadArguments, args: unknown, preview = false): Promise<BadRun> {
  unhandled.length = 0;
  const Component = components[kind] as new (name: string, args: unknown) => unknown;
  const { thrown, told, objects } = await runMocked(() => new Component('checkout', args), { preview });
  await new Promise(done => { setImmediate(done); });
  const { message, stack } = (thrown ?? {}) as Partial<Error>;
  return {
    ...message === undefined ? {} : { thrown: { message, stack, isOurs: thrown instanceof pulumi.ResourceError } },
    told: await Promise.all(told.map(async ({ severity, text, about }) => ({ severity, text, about: about && await nameOf(about) }))),
    objects,
    unhandled: [...new Set(unhandled.map(reason => (reason as Error).message))],
  };
}

function nameOf({ urn }: pulumi.Resource): Promise<string> {
  return new Promise(done => { urn.apply(text => done(text.split('::').at(-1)!)); });
}

async function inEachWay(bad: BadArguments): Promise<BadRuns> {
  const { kind = 'CanaryRollout', wrong, closed } = bad;
  const args = { ...kind.endsWith('Rollout') ? { template } : {}, namespace: 'shop', ...bad.args };
  const at = (map: (value: unknown) => unknown) => withAtPath(args, wrong, map);
  const plain = await run(bad, args);
  if (closed === 'none') return { plain };
  if (closed !== undefined) return { plain, closed: await run(bad, at(value => pulumi.output(value))) };
  return {
    plain,
    late: await run(bad, at(value => pulumi.output(value))),
    latePreview: await run(bad, at(value => pulumi.output(value)), true),
    unknown: await run(bad, at(() => pulumi.output(pulumi.unknown)), true),
    secret: await run(bad, at(value => pulumi.secret(value))),
  };
}

void (async () => {
  const runs: Record<string, BadRuns> = {};
  for (const [mistake, bad] of Object.entries({ ...known, ...own, ...experiments, ...strayed })) runs[mistake] = await inEachWay(bad);
  console.log(JSON.stringify(runs, (_, value: unknown) => pulumi.isUnknown(value) ? 'unknown' : value));
})();
