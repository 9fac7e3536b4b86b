import type { ArgumentIntent, ArgumentSource } from './argument';
import { refuse, show } from './problem';
import { isFieldPath } from '../manifests/field-paths';
import { fits } from '../manifests/leaf';

/** A value handed to an analysis: known when the program runs, or found in the release when the analysis does. */
export class Arg {
  /** A value that is known. */
  public static value(name: string, value: string): Arg {
    return new Arg('Arg.value', name, { kind: 'value', value });
  }

  /** The hash that tells the canary's pods. */
  public static canaryHash(name: string): Arg {
    return new Arg('Arg.canaryHash', name, { kind: 'canary-hash' });
  }

  /** The hash that tells the stable version's pods. */
  public static stableHash(name: string): Arg {
    return new Arg('Arg.stableHash', name, { kind: 'stable-hash' });
  }

  /** A field of the rollout, such as `metadata.labels['team']`. */
  public static field(name: string, path: string): Arg {
    refuse('Arg.field', fits(path, isFieldPath) ? undefined : {
      property: 'path',
      message: `must be a name, a namespace, a uid, or labels and annotations with a key in single quotes, got ${show(path)}`,
      fix: "write metadata.labels['team']",
    });
    return new Arg('Arg.field', name, { kind: 'field', path });
  }

  /** A key of a Secret in the namespace of the rollout. Only the analysis itself can declare one. */
  public static secret(name: string, secretName: string, key: string): Arg {
    return new Arg('Arg.secret', name, { kind: 'secret', secret: secretName, key });
  }

  /** The hash that tells the pods of a variant, in an experiment. Their names do not hold it. */
  public static variantHash(name: string, variant: string): Arg {
    return new Arg('Arg.variantHash', name, { kind: 'variant', variant, part: 'hash' });
  }

  /** The name of a variant's ReplicaSet, in an experiment: the names of its pods begin with it. */
  public static variantReplicaSet(name: string, variant: string): Arg {
    return new Arg('Arg.variantReplicaSet', name, { kind: 'variant', variant, part: 'replica-set' });
  }

  /** When all pods of an experiment were there. */
  public static experimentStart(name: string): Arg {
    return new Arg('Arg.experimentStart', name, { kind: 'experiment', moment: 'start' });
  }

  /** When an experiment is going to be over. It has to have a duration. */
  public static experimentEnd(name: string): Arg {
    return new Arg('Arg.experimentEnd', name, { kind: 'experiment', moment: 'end' });
  }

  /** An argument that an analysis declares and every rollout has to supply. */
  public static required(name: string): Arg {
    return new Arg('Arg.required', name, undefined);
  }

  /** @internal */
  public readonly _intent: ArgumentIntent;

  private constructor(factory: string, name: string, source: ArgumentSource | undefined) {
    refuse(factory, /^[A-Za-z0-9_-]+$/.test(name) ? undefined : {
      property: 'name',
      message: `must be letters, digits, dashes and underscores, got ${show(name)}`,
      fix: 'write the name that the query uses between {{args. and }}',
    });
    this._intent = source === undefined ? { name } : { name, source };
  }
}
