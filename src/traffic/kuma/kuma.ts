import { nameProblem } from '../../intent/checks';
import { refuse } from '../../intent/problem';
import type { FlaggerContext, FlaggerRouting, ITrafficRouter, Router } from '../../intent/router';

/** Options for `KumaTraffic`. */
export interface KumaTrafficOptions {
  /**
   * The mesh that the pods belong to.
   * @default 'default'
   */
  readonly mesh?: string;
}

/**
 * Requests inside of the mesh split by Kuma: a TrafficRoute, which Flagger writes under the name of the Service. A TrafficRoute has no
 * namespace, so that no two rollouts of the cluster can have Services of the same name. Argo Rollouts cannot drive it.
 */
export class KumaTraffic implements ITrafficRouter {
  /** The product. */
  public readonly routerName = 'kuma';

  /** @internal */
  public readonly _router: Router;

  constructor(options: KumaTrafficOptions = {}) {
    refuse('KumaTraffic', options.mesh === undefined ? undefined : nameProblem('mesh', options.mesh));
    this._router = { kind: 'kuma', flagger: context => route(options, context) };
  }
}

function route({ mesh = 'default' }: KumaTrafficOptions, { protocol }: FlaggerContext): FlaggerRouting {
  return {
    provider: 'kuma',
    // where nobody says what is spoken it is TCP for Kuma, which then counts no requests
    service: { appProtocol: protocol === 'grpc' ? 'grpc' : 'http' },
    annotations: { 'kuma.io/mesh': mesh },
    manifests: [],
    elsewhere: [],
  };
}
