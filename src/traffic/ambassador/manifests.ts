import type { AmbassadorTrafficOptions } from './options';
import type { RouterContext } from '../../intent/router';
import type { ObjectMeta } from '../../manifests/argo-rollouts.generated';
import type { Leaf } from '../../manifests/leaf';
import { joinLeaves } from '../../manifests/leaf';
import type { Manifest } from '../../manifests/manifest';
import { withoutSlash } from '../other-route';
import { ownPaths } from '../own-paths';

/** What is written of a Mapping, in the version that the controller reads unless it is told another. */
interface Mapping {
  readonly apiVersion: 'getambassador.io/v2';
  readonly kind: 'Mapping';
  readonly metadata: ObjectMeta;
  readonly spec: {
    readonly host: string;
    readonly prefix: string;
    readonly prefix_regex?: true;
    /** What the prefix becomes on the way to the pods. */
    readonly rewrite: string;
    readonly service: Leaf<string>;
    readonly grpc?: true;
    readonly resolver?: string;
    readonly allow_upgrade?: readonly string[];
  };
}

/** What the Mappings are called, one a host. */
export function mappingNames({ hosts }: AmbassadorTrafficOptions, { rollout }: RouterContext): readonly string[] {
  return hosts.map((_, index) => index === 0 ? rollout : `${rollout}-host-${index + 1}`);
}

/** A Mapping for each host, to the stable Service. */
export function ambassadorManifests(options: AmbassadorTrafficOptions, context: RouterContext): readonly Manifest[] {
  const names = mappingNames(options, context);
  return options.hosts.map((host, index) => mapping(names[index], host, options, context)) as unknown as readonly Manifest[];
}

function mapping(name: string, host: string, options: AmbassadorTrafficOptions, context: RouterContext): Mapping {
  const { resolver, websocket } = options;
  // the controller puts the canary's Service for the first place where the name of the stable one stands, so it stands at the beginning
  const service = context.namespace === undefined ? context.stableService : `${context.stableService}.${context.namespace}`;
  return {
    apiVersion: 'getambassador.io/v2',
    kind: 'Mapping',
    metadata: context.metadata(name),
    spec: {
      host,
      ...prefix(ownPaths(options)),
      // without it the prefix is cut off: https://www.getambassador.io/docs/emissary/latest/topics/using/rewrites/
      rewrite: '',
      service: joinLeaves(`${service}:`, context.port),
      ...(context.protocol === 'grpc' ? { grpc: true } : {}),
      ...(resolver === undefined ? {} : { resolver }),
      ...(websocket === true ? { allow_upgrade: ['websocket'] } : {}),
    },
  };
}

/** A prefix ends anywhere, also within a word; an expression has to fit the whole path. */
function prefix(paths: readonly string[]): { readonly prefix: string; readonly prefix_regex?: true } {
  const [first, ...others] = paths;
  if (others.length === 0 && first.endsWith('/')) return { prefix: first };
  const expressions = paths.map(path => `${withoutSlash(path).replace(/[.$()+]/g, '\\$&')}${path.endsWith('/') ? '/.*' : '(/.*)?'}`);
  return { prefix: others.length === 0 ? expressions[0] : `(${expressions.join('|')})`, prefix_regex: true };
}
