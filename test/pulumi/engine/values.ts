/** Stands where a value is not known yet. */
export const UNKNOWN = Symbol('unknown');

const SECRET = Symbol('secret');
const RESOURCE = Symbol('resource');

/** A secret, as it stands among inputs and outputs. Its key is a symbol, so that no object of a manifest equals it. */
export function secret(value: unknown): object {
  return { [SECRET]: value };
}

export function isSecret(value: unknown): boolean {
  return typeof value === 'object' && value !== null && SECRET in value;
}

/** A resource as a value. */
export function reference(urn: string): object {
  return { [RESOURCE]: urn };
}

// What engine, programs and providers agreed upon: runtime/rpc.js of @pulumi/pulumi.
const UNKNOWN_VALUE = '04da6b54-80e4-46f7-96ec-b56ff0331ba9';
const SIGNATURE = '4dabf18193072939515e22adb298388d';
const SECRET_SIGNATURE = '1b47061264138c4ac30d75fd1eb44270';
const RESOURCE_SIGNATURE = '5cf8f73096256a8f31e491e813e4eb8e';

/** A value of the wire, as tests read it. */
function plainValue(value: unknown): unknown {
  if (value === UNKNOWN_VALUE) return UNKNOWN;
  if (Array.isArray(value)) return value.map(plainValue);
  return typeof value === 'object' && value !== null ? plainObject(value as Record<string, unknown>) : value;
}

function plainObject(object: Record<string, unknown>): unknown {
  if (object[SIGNATURE] === SECRET_SIGNATURE) return secret(plainValue(object.value));
  if (object[SIGNATURE] === RESOURCE_SIGNATURE) return reference(String(object.urn));
  return mapValues(object, plainValue);
}

interface Wired {
  toJavaScript(): Record<string, unknown>;
}

/** The properties of a resource, as tests read them. Whatever holds manifests is a tree without a type. */
export type Properties = Record<string, any>;

export function properties(wired: Wired | undefined): Properties {
  return plainValue(wired?.toJavaScript() ?? {}) as Properties;
}

interface OutputOptions {
  /** Outputs that come from the making, and not from the inputs. */
  readonly late: Properties;
  /** Whether it is made, and they are there. */
  readonly known: boolean;
  /** Names of those that are secret. */
  readonly secret: readonly string[];
}

/** What a provider that fulfils every wish makes of the inputs of a resource. */
export function outputsOf<T extends Wired>(inputs: T, { late, known, secret: names }: OutputOptions): T {
  const outputs = { ...inputs.toJavaScript(), ...known ? late : mapValues(late, () => UNKNOWN_VALUE) };
  const { fromJavaScript } = inputs.constructor as unknown as { fromJavaScript(value: object): T };
  return fromJavaScript(mapValues(outputs, (value, name) => (names.includes(name) ? wiredSecret(value) : value)));
}

function wiredSecret(value: any): unknown {
  return value?.[SIGNATURE] === SECRET_SIGNATURE ? value : { [SIGNATURE]: SECRET_SIGNATURE, value };
}

function mapValues(object: Properties, map: (value: unknown, key: string) => unknown): Properties {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value, key)]));
}
