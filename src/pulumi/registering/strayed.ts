import * as pulumi from '@pulumi/pulumi';
import type { Manifest } from '../../manifests/manifest';
import { settled } from '../arguments/pending';
import { traced } from '../arguments/traced';

type Values = ReadonlyMap<unknown, unknown>;

/**
 * Whether the objects that were written while values were not known are those that are written for the values. Who only compares a value
 * with another one is not stopped, and may have taken it for something else.
 */
export async function areAlike(before: readonly Manifest[], after: readonly Manifest[]): Promise<boolean> {
  const both = [before, after].map(settled);
  const values = new Map(await Promise.all([...outputsIn(both)].map(async output => [output, await valueOf(output)] as const)));
  return alike(both[0], both[1], values);
}

/** What its maker has failed to make is as good as not known: who waits for it hears of that. */
function valueOf(output: pulumi.Output<unknown>): Promise<unknown> {
  return traced(output).promise(true).catch(() => pulumi.unknown);
}

function* outputsIn(value: unknown): Iterable<pulumi.Output<unknown>> {
  if (pulumi.Output.isInstance(value)) yield value;
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) yield* outputsIn(each);
}

/** What is not known at either place may be the same. */
function alike(one: unknown, other: unknown, values: Values): boolean {
  const [first, second] = [one, other].map(each => values.has(each) ? values.get(each) : each);
  if (first !== one || second !== other) return alike(first, second, new Map());
  if (pulumi.isUnknown(one) || pulumi.isUnknown(other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  const names = new Set([one, other].flatMap(each => Object.entries(each).flatMap(([name, value]) => value === undefined ? [] : [name])));
  return Array.isArray(one) === Array.isArray(other)
    && [...names].every(name => alike((one as Readonly<Record<string, unknown>>)[name], (other as Readonly<Record<string, unknown>>)[name], values));
}
