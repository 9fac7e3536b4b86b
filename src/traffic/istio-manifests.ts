import type { IstioTrafficOptions } from './istio-options';
import type { RouterContext } from '../intent/router';
import type { IstioDestinationRule, ObjectMeta } from '../manifests/argo-rollouts.generated';
import type { Leaf } from '../manifests/leaf';
import type { Manifest } from '../manifests/manifest';

/** What is written of a VirtualService. */
interface VirtualService {
  readonly apiVersion: 'networking.istio.io/v1';
  readonly kind: 'VirtualService';
  readonly metadata: ObjectMeta;
  readonly spec: {
    readonly hosts: readonly string[];
    readonly gateways?: readonly string[];
    readonly http: readonly {
      /** The controller writes the weights of the route of this name. */
      readonly name: string;
      readonly match?: readonly { readonly uri: { readonly exact?: string; readonly prefix?: string } }[];
      readonly route: readonly { readonly destination: Destination; readonly weight: number }[];
    }[];
  };
}

interface Destination {
  readonly host: string;
  readonly subset?: Leaf<string>;
  readonly port: { readonly number: Leaf<number> };
}

/** What is written of a DestinationRule; the controller adds the labels by which a subset knows its pods. */
interface DestinationRule {
  readonly apiVersion: 'networking.istio.io/v1';
  readonly kind: 'DestinationRule';
  readonly metadata: ObjectMeta;
  readonly spec: { readonly host: string; readonly subsets: readonly { readonly name: Leaf<string> }[] };
}

/** A VirtualService whose only route leads to both versions, all of it to the stable one; and the rule that has its subsets. */
export function istioManifests(
  options: IstioTrafficOptions & { readonly destinationRule?: IstioDestinationRule }, context: RouterContext,
): readonly Manifest[] {
  const { destinationRule } = options;
  const objects = destinationRule === undefined
    ? [virtualService(options, context, [{ host: context.stableService }, { host: context.canaryService }])]
    : [
      virtualService(options, context, [
        { host: context.stableService, subset: destinationRule.stableSubsetName },
        { host: context.stableService, subset: destinationRule.canarySubsetName },
      ]),
      subsetRule(destinationRule, context),
    ];
  return objects as unknown as readonly Manifest[];
}

function virtualService(
  { hosts, gateway, gateways, path }: IstioTrafficOptions, context: RouterContext, [stable, canary]: readonly Omit<Destination, 'port'>[],
): VirtualService {
  const all = gateway === undefined ? gateways : [gateway];
  const port = { number: context.port };
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: context.metadata(context.rollout),
    spec: {
      hosts,
      ...(all === undefined ? {} : { gateways: all }),
      http: [{
        name: context.rollout,
        ...(path === undefined ? {} : { match: below(path).map(uri => ({ uri })) }),
        route: [
          { destination: { ...stable, port }, weight: 100 },
          { destination: { ...canary, port }, weight: 0 },
        ],
      }],
    },
  };
}

function subsetRule({ stableSubsetName, canarySubsetName }: IstioDestinationRule, context: RouterContext): DestinationRule {
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'DestinationRule',
    metadata: context.metadata(context.rollout),
    spec: { host: context.stableService, subsets: [{ name: stableSubsetName }, { name: canarySubsetName }] },
  };
}

/** A prefix of Istio ends anywhere, also within a word: `/shop` alone would take `/shopping` as well. */
function below(path: string): readonly { readonly exact?: string; readonly prefix?: string }[] {
  return path.endsWith('/') ? [{ prefix: path }] : [{ exact: path }, { prefix: `${path}/` }];
}
