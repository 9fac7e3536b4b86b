import * as pulumi from '@pulumi/pulumi';
import { namespacesIn, standInFor } from './namespace';
import { plainError } from '../../intent/problem';
import { isOpaque } from '../../manifests/leaf';
import type { Leaf, Opaque } from '../../manifests/leaf';

/** A value of Pulumi on its way through floors that pass it on and do not look at it. */
interface Journey {
  readonly output: pulumi.Output<unknown>;
  /** Where it was written. */
  readonly path: string;
  /** Something was made of it since, such as a text that it is a part of. */
  readonly derived: boolean;
}

const journeys = new WeakMap<object, Journey>();
const looked = new WeakMap<Error, string>();

/** What stands for an Output until the manifests are written. Who looks at it is stopped, since there is nothing to see yet. */
export function pending(output: pulumi.Output<unknown>, path: string, derived = false): Opaque {
  const apply = (transform: (value: never) => unknown): Opaque =>
    pending(output.apply(value => pulumi.output(settled(attempted(transform, value)))), path, true);
  const stop = (): never => {
    const error = plainError(`${path}: was looked at before it is known`);
    looked.set(error, path);
    throw error;
  };
  const stand: Opaque = new Proxy<Opaque>({ apply }, {
    get: (_, name) => (name === 'apply' ? apply : stop()),
    has: stop,
    set: stop,
    ownKeys: stop,
    deleteProperty: stop,
    defineProperty: stop,
    getOwnPropertyDescriptor: stop,
    getPrototypeOf: () => NotKnownYet.prototype,
  });
  journeys.set(stand, { output, path, derived });
  return stand;
}

/** Nothing comes of a value of another type than it should have. That it has is told when it is read, and then it goes nowhere. */
function attempted(transform: (value: never) => unknown, value: unknown): unknown {
  try {
    return transform(value as never);
  } catch {
    return undefined;
  }
}

export function isPending(value: unknown): boolean {
  return typeof value === 'object' && value !== null && journeys.has(value);
}

/** Where the value was written that somebody looked at; undefined for any other error. */
export function lookedAt(error: unknown): string | undefined {
  return error instanceof Error ? looked.get(error) : undefined;
}

/** A text that is known when the program runs, as names are by which objects are told of. */
export function knownText(text: unknown): string | undefined {
  return typeof text === 'string' ? text : undefined;
}

/** The namespace as engines take it, who put it into texts. */
export function namespaceText(namespace: Leaf<string> | undefined): string | undefined {
  return isOpaque(namespace) ? standInFor(journeys.get(namespace)!.output) : namespace;
}

/** The Outputs again, in the places of what stood for them. */
export function settled(value: unknown): unknown {
  if (typeof value === 'string') return withNamespaces(value);
  if (typeof value !== 'object' || value === null) return value;
  const journey = journeys.get(value);
  if (journey !== undefined) return journey.derived ? journey.output.apply(known => pulumi.output(settled(known))) : journey.output;
  if (Array.isArray(value)) return value.map(settled);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, settled(each)]));
}

function withNamespaces(text: string): unknown {
  const namespaces = namespacesIn(text);
  return namespaces.size === 0 ? text : pulumi.all([...namespaces.values()])
    .apply(known => [...namespaces.keys()].reduce((whole, each, index) => whole.split(each).join(String(known[index])), text));
}

/** Stands in a document for what is not known yet; readers take it for nothing that is there and nothing that is absent. */
class NotKnownYet {}

/** The same document for readers, who look at everything. */
export function withoutPending<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (isPending(value)) return new NotKnownYet() as T;
  if (Array.isArray(value)) return value.map(each => withoutPending(each)) as T;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutPending(each)])) as T;
}
