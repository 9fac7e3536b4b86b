import type { Problem } from '../intent/problem';
import { formatGoDuration } from '../manifests/durations';
import { known } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/** What an engine cannot be told of a store; nothing where it can be told everything. */
export function gapsIn(...problems: readonly (Problem | undefined)[]): { readonly gaps?: readonly Problem[] } {
  const gaps = problems.filter(problem => problem !== undefined);
  return gaps.length === 0 ? {} : { gaps };
}

/** Flagger waits so long for an answer, and an error is a failed check. */
const flaggerTimeoutSeconds = 5;

export function flaggerTimeout(property: string, seconds: Leaf<number> | undefined): Problem | undefined {
  const wished = known(seconds);
  return seconds === undefined || wished === flaggerTimeoutSeconds ? undefined : {
    property: `source.${property}`,
    message: `cannot be told to Flagger, which waits ${flaggerTimeoutSeconds} s for an answer${wished === undefined ? '' : `, got ${formatGoDuration(wished)}`}`,
    fix: 'leave it out, and let the query be a fast one',
    class: 'risky',
  };
}

/** Flagger fills in queries, and nothing beside them. */
export function unfilled(property: string, ...texts: readonly Leaf<string>[]): Problem | undefined {
  return !texts.some(text => known(text)?.includes('{{')) ? undefined : {
    property: `source.${property}`, message: 'must be the same for every release, since Flagger fills in queries alone', fix: 'write what it is, without {{...}}',
  };
}

/** Where a store compares no patterns, Flagger has nothing to say that tells the pods of a version apart. */
export function hashless(property: string, texts: readonly string[]): Problem | undefined {
  const hash = texts.map(text => /\{\{\s*args\.(canary|stable)-hash\s*\}\}/.exec(text)?.[0]).find(found => found !== undefined);
  return hash === undefined ? undefined : {
    property: `source.${property}`,
    message: `must tell the versions apart by something else than ${hash} for Flagger, whose versions are a workload each`,
    fix: 'compare the name of the workload with {{args.rollout}}, or that of the Service with {{args.canary-service}}',
  };
}

/** A Secret without which Flagger cannot ask. */
export function withoutSecret(secret: Leaf<string> | undefined, name: string, keys: string): Problem | undefined {
  return secret !== undefined ? undefined : {
    property: 'source.secret', message: `must be given for Flagger, which reads ${keys} from it`, fix: `write SecretReference.named("${name}")`,
  };
}
