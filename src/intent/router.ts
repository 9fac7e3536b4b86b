import type { AffinityIntent } from './affinity';
import type { Problem } from './problem';
import type { ProtocolIntent } from './protocol';
import type { StepIntent } from './step';
import type { ObjectMeta, TrafficRouting } from '../manifests/argo-rollouts.generated';
import type { ControllerWrites } from '../manifests/controller-writes';
import type { FlaggerProvider, FlaggerSupport } from '../manifests/flagger-providers';
import type { CanaryService, CanarySpec } from '../manifests/flagger.generated';
import type { Leaf } from '../manifests/leaf';
import type { Manifest } from '../manifests/manifest';

/** What a router is told about the release whose traffic it splits. */
export interface RouterContext {
  readonly rollout: string;
  readonly namespace?: string;
  readonly stableService: string;
  readonly canaryService: string;
  /** The port of both Services that serves requests. */
  readonly port: Leaf<number>;
  /** What is spoken there. */
  readonly protocol: ProtocolIntent['kind'];
  /** Routes that steps of the rollout add and remove. */
  readonly managedRoutes: readonly string[];
  /** Both Services take turns in being that of the canary. */
  readonly pingPong: boolean;
  /** How a visitor stays with the version that answered first; absent: nobody does. */
  readonly affinity?: AffinityIntent;
  /** The metadata of an object written for the rollout. */
  metadata(name: string): ObjectMeta;
}

/** What Argo Rollouts must be told, and the route objects written for it. */
export interface ArgoRouting {
  readonly trafficRouting: TrafficRouting;
  readonly manifests: readonly Manifest[];
  /** Steps that the controller accepts behind it, and that do nothing. */
  readonly ignoredSteps: readonly StepIntent['kind'][];
  /** A header step with several headers takes requests that have any of them; otherwise they have to have all. */
  readonly headerMatches?: 'any';
  /** Versions of an experiment get none of the traffic, whatever their share; absent: they get it. */
  readonly ignoresShares?: boolean;
  /** Visitors stay with a version as the rollout asks for; absent: they do not. */
  readonly keepsVisitors?: boolean;
  /** What it cannot do of all that it was told, in properties of the rollout; absent: it can do everything. */
  readonly gaps?: readonly Problem[];
  /** Route objects that somebody else owns. */
  readonly elsewhere: readonly ObjectName[];
  /** What the controller changes in route objects, its own left out; absent: nothing. */
  readonly controllerWrites?: readonly ControllerWrites[];
}

/** What a router is told about a release of Flagger, which writes the Services itself. */
export interface FlaggerContext {
  readonly rollout: string;
  readonly namespace?: string;
  /** The Service that everybody calls; those of the two versions are `-primary` and `-canary` behind it. */
  readonly service: string;
  /** Its port, which those of the versions have as well. */
  readonly port: Leaf<number>;
  /** What is spoken there. */
  readonly protocol: ProtocolIntent['kind'];
  /** How a visitor stays with the version that answered first; absent: nobody does. */
  readonly affinity?: AffinityIntent;
  /** The metadata of an object written for the rollout. */
  metadata(name: string): ObjectMeta;
}

/** What Flagger must be told, and the route objects that it wants to find: never those that it writes. */
export interface FlaggerRouting {
  readonly provider: FlaggerProvider;
  /** The objects that the Canary refers to. */
  readonly references?: Pick<CanarySpec, 'ingressRef' | 'routeRef' | 'upstreamRef'>;
  /** What the route that Flagger writes is told. */
  readonly service?: Partial<CanaryService>;
  /** Annotations of the Canary itself, where Flagger looks at them; absent: none. */
  readonly annotations?: Readonly<Record<string, string>>;
  /** What it can do otherwise than its provider; absent: the same. */
  readonly support?: Partial<FlaggerSupport>;
  readonly manifests: readonly Manifest[];
  /** What it cannot do of all that it was told, in properties of the rollout; absent: it can do everything. */
  readonly gaps?: readonly Problem[];
  /** Route objects that somebody else owns. */
  readonly elsewhere: readonly ObjectName[];
  /** What the controller changes in objects that are written; absent: nothing. */
  readonly controllerWrites?: readonly ControllerWrites[];
}

/** An object by its kind and name. */
export interface ObjectName {
  readonly kind: string;
  readonly name: string;
}

/** A traffic router; an engine that it has no fragment for cannot drive it. */
export interface Router {
  readonly kind: string;
  /** Both versions stand behind one Service, and the router tells their pods apart. */
  readonly oneService?: boolean;
  argo?(context: RouterContext): ArgoRouting;
  flagger?(context: FlaggerContext): FlaggerRouting;
}

/** Splits the traffic between the stable version and the canary. */
export interface ITrafficRouter {
  /** The product, such as `nginx`. */
  readonly routerName: string;
  /**
   * What the engines ask it for.
   * @internal
   */
  readonly _router: Router;
}
