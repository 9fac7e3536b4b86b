import type { ArgumentIntent } from './argument';
import { refuse, show } from './problem';
import { fits } from '../manifests/leaf';
import { isDnsSubdomain } from '../manifests/names';

/** Options for `SecretReference.named`. */
export interface SecretReferenceOptions {
  /**
   * The key to read, where one value is wanted.
   * @default - the key, or the keys, that whoever reads the Secret expects
   */
  readonly key?: string;
}

/** A Secret that exists, by its name. Credentials are never written into a program. */
export class SecretReference {
  /** The Secret of this name. Whoever takes the reference says in which namespace it has to be, and with which keys. */
  public static named(name: string, options: SecretReferenceOptions = {}): SecretReference {
    const { key } = options;
    refuse('SecretReference.named',
      fits(name, isDnsSubdomain) ? undefined : { property: 'name', message: `must be the name of a Secret, got ${show(name)}`, fix: 'write its metadata.name' },
      key === undefined || fits(key, known => /^[-._a-zA-Z0-9]+$/.test(known)) ? undefined : {
        property: 'key', message: `must be letters, digits, dashes, dots and underscores, got ${show(key)}`, fix: 'write a key of its data',
      });
    return new SecretReference(name, key);
  }

  /** The name of the Secret. */
  public readonly secretName: string;

  /** @internal */
  public readonly _key?: string;

  private constructor(name: string, key: string | undefined) {
    this.secretName = name;
    this._key = key;
  }
}

/** One key of a Secret. */
export interface SecretKey {
  readonly secret: string;
  readonly key: string;
}

/** The key that a reference names, or the one that is expected. */
export function secretKey(reference: SecretReference, expected: string): SecretKey {
  return { secret: reference.secretName, key: reference._key ?? expected };
}

/** The argument by which an analysis reads a key of a Secret. Names of Secrets have no underscore, so that no two keys share one. */
export function secretArgument({ secret, key }: SecretKey): ArgumentIntent {
  return { name: `${secret}_${key}`, source: { kind: 'secret', secret, key } };
}

/** What stands in a text in the place of the value. */
export function secretPlaceholder(key: SecretKey): string {
  return `{{args.${secretArgument(key).name}}}`;
}
