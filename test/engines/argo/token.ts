import type { Opaque } from '../../../src/manifests/leaf';

/** What a token will be, and what has been seen to arrive of it. */
interface Future {
  /** Only called when rendering is over. */
  resolve(): unknown;
}

/** What tokens say they are, as those of Pulumi are instances of a class of their own. */
class Unknown {}

const futures = new WeakMap<object, Future>();

/**
 * A value that is not known yet and can only be transformed: any attempt to look at it throws. Its class may be asked
 * for, as `instanceof` does, since that tells nothing of the value.
 */
export function token(value: unknown, arrived: () => void): Opaque {
  return opaque({
    resolve: () => {
      arrived();
      return value;
    },
  });
}

function opaque(future: Future): Opaque {
  const apply = (transform: (value: never) => unknown) => opaque({ resolve: () => resolved(transform(resolved(proxy) as never)) });
  const looked = (how: string) => (_: unknown, name?: unknown) => {
    throw new Error(`a value that is not known yet was looked at: ${how} ${typeof name === 'symbol' || typeof name === 'string' ? String(name) : ''}`);
  };
  const proxy: Opaque = new Proxy<Opaque>({ apply }, {
    get: (_, name) => name === 'apply' ? apply : looked('get')(_, name),
    getPrototypeOf: () => Unknown.prototype,
    has: looked('has'),
    set: looked('set'),
    ownKeys: looked('ownKeys'),
    deleteProperty: looked('delete'),
    defineProperty: looked('define'),
    getOwnPropertyDescriptor: looked('describe'),
  });
  futures.set(proxy, future);
  return proxy;
}

/** Everything in a value made known, as an engine like Pulumi does it before the manifests are applied. */
export function resolved(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const future = futures.get(value);
  if (future !== undefined) return resolved(future.resolve());
  if (Array.isArray(value)) return value.map(resolved);
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, resolved(child)]));
}
