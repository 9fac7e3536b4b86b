import * as pulumi from '@pulumi/pulumi';
import { areAlike } from './strayed';
import { errorText, tellWarnings } from './telling';
import { withheld } from './withheld';
import { problemFinding } from '../../compile';
import type { Known } from '../arguments/read';
import { mustBeKnown } from '../arguments/read';
import { traced } from '../arguments/traced';
import type { Compiled } from '../compiling/compiled';

interface TurnedOut {
  readonly value: unknown;
  readonly isSecret: boolean;
}

/** A component whose arguments hold values that are known later. */
export interface Late {
  readonly component: pulumi.Resource;
  readonly kind: string;
  readonly name: string;
  /** With what was written while they were not known. */
  readonly compiled: Compiled;
  /** The object that stands for the component, in findings. */
  readonly resource: string;
  readonly compile: (known: Known) => Compiled;
}

/**
 * Judges the arguments again as soon as what can be known is known. What is returned fails when anything is wrong, so that resources
 * that wait for it never reach the cluster. In a preview nobody has to wait: what is wrong ends it, and nothing is written anyway.
 */
export function judgedLate(late: Late): pulumi.Output<void> | undefined {
  if (late.compiled.outputs.size === 0) return undefined;
  const judged = judge(late);
  return pulumi.runtime.isDryRun() ? undefined : pulumi.output(judged);
}

async function judge(late: Late): Promise<void> {
  const { component, kind, name, compile, compiled: { outputs } } = late;
  const found = new Map(await Promise.all([...outputs.keys()].map(async output => [output, await turnedOut(output)] as const)));
  // of a preview that knows none of them all has been seen
  if ([...found.values()].every(each => each === undefined)) return tellWarnings(component, late.compiled);
  const compiled = compile(output => found.get(output));
  const secrets = [...found.values()].filter(each => each?.isSecret === true);
  const findings = secrets.length === 0 ? compiled.findings
    : withheld(compiled.findings, compile(output => openOf(found.get(output))).findings, secrets.map(each => each!.value));
  const text = errorText(kind, name, { findings }) ?? errorText(kind, name, { findings: await strayed(late, compiled, found) });
  if (text === undefined) return tellWarnings(component, { ...compiled, findings });
  await pulumi.log.error(text, component);
  throw failure(`${kind} ${name}: nothing of it was written, as said above`);
}

function openOf(found: TurnedOut | undefined): TurnedOut | undefined {
  return found?.isSecret === true ? undefined : found;
}

/** Values that something else would be written for than what was written while they were not known. */
async function strayed({ compile, compiled, resource }: Late, now: Compiled, found: ReadonlyMap<object, TurnedOut | undefined>) {
  const isLike = (other: Compiled) => areAlike(other.manifests, now.manifests);
  // whether a namespace is written beside a name or left out is the same where it is that of the component, as which others may know it
  const inNoNamespace = () => compile(other => compiled.outputs.get(other) === 'namespace' ? undefined : found.get(other));
  if (await isLike(compiled) || await areAlike(compiled.manifests, inNoNamespace().manifests)) return [];
  const alone = await Promise.all([...compiled.outputs].map(async ([output, path]) =>
    await isLike(compile(other => other === output ? undefined : found.get(other))) ? [] : [path]));
  const paths = alone.flat();
  return (paths.length === 0 ? [...compiled.outputs.values()] : paths).map(path => problemFinding(mustBeKnown(path), resource, 0));
}

/** Nothing where it is not known in a preview, or where whoever makes it has failed, who is heard elsewhere. */
async function turnedOut(output: pulumi.Output<unknown>): Promise<TurnedOut | undefined> {
  const asked = traced(output);
  try {
    const value = await asked.promise(true);
    return await asked.isKnown ? { value, isSecret: await asked.isSecret } : undefined;
  } catch {
    return undefined;
  }
}

/** It prints as its message: what Pulumi would write in front of it says nothing to a user, and a stack is no place in their program. */
function failure(message: string): Error {
  const error = new pulumi.RunError(message);
  Object.defineProperty(error, 'message', { get: () => message, set: () => undefined });
  error.stack = message;
  return error;
}
