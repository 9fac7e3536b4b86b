import type { StepIntent } from './step';
import type { ObjectMeta, TrafficRouting } from '../manifests/argo-rollouts.generated';
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
  /** Routes that steps of the rollout add and remove. */
  readonly managedRoutes: readonly string[];
  /** The metadata of an object written for the rollout. */
  metadata(name: string): ObjectMeta;
}

/** What Argo Rollouts must be told, and the route objects written for it. */
export interface ArgoRouting {
  readonly trafficRouting: TrafficRouting;
  readonly manifests: readonly Manifest[];
  /** Steps that the controller accepts behind it, and that do nothing. */
  readonly ignoredSteps: readonly StepIntent['kind'][];
  /** Route objects that somebody else owns. */
  readonly elsewhere: readonly ObjectName[];
}

/** An object by its kind and name. */
export interface ObjectName {
  readonly kind: string;
  readonly name: string;
}

/** A traffic router; an engine that it has no fragment for cannot drive it. */
export interface Router {
  readonly kind: string;
  argo?(context: RouterContext): ArgoRouting;
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
