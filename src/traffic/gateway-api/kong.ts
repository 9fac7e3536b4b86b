import { existingProblems, httpProblems } from './checks';
import { existingGatewayApiRouter, gatewayApiRouter } from './gateway-api';
import type { ExistingGatewayApiTrafficOptions, GatewayApiTrafficOptions } from './options';
import { refuse } from '../../intent/problem';
import type { Problem } from '../../intent/problem';
import type { ITrafficRouter, Router } from '../../intent/router';
import { mapLeaf } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';

/** Options for a route that `KongTraffic` writes. */
export interface KongTrafficOptions extends GatewayApiTrafficOptions {
  /**
   * The pods see the path without the part that the route matches.
   * @default - as Kong is set up
   */
  readonly stripPath?: boolean;

  /**
   * The pods see the host that was asked for, and not their own address.
   * @default - as Kong is set up
   */
  readonly preserveHost?: boolean;
}

/**
 * Traffic split by Kong: a route of the Gateway API, with annotations of Kong. Argo Rollouts writes its weights through the plugin
 * `argoproj-labs/gatewayAPI`, which has to be installed in the controller.
 */
export class KongTraffic implements ITrafficRouter {
  /** Uses a route that exists. One of its rules has to name both Services. */
  public static existing(routeName: string, options: ExistingGatewayApiTrafficOptions = {}): ITrafficRouter {
    refuse('KongTraffic.existing', ...existingProblems(routeName, options));
    return { routerName: 'kong', _router: existingGatewayApiRouter('kong', routeName, options) };
  }

  /** The product. */
  public readonly routerName = 'kong';

  /** @internal */
  public readonly _router: Router;

  constructor(options: KongTrafficOptions) {
    refuse('KongTraffic', ...httpProblems(options), ...annotatedTwice(options));
    this._router = kongRouter(options);
  }
}

/** What Kong does not say of sessions it is not asked for. */
function kongRouter(options: KongTrafficOptions): Router {
  const annotations = { ...options.annotations, ...kongAnnotations(options) as Readonly<Record<string, string>> };
  return gatewayApiRouter({ ...options, annotations }, { router: 'kong', forgetsVisitors: true });
}

/** https://developer.konghq.com/kubernetes-ingress-controller/reference/annotations */
function kongAnnotations({ stripPath, preserveHost }: KongTrafficOptions): Readonly<Record<string, Leaf<string>>> {
  return {
    ...(stripPath === undefined ? {} : { 'konghq.com/strip-path': mapLeaf(stripPath, String) }),
    ...(preserveHost === undefined ? {} : { 'konghq.com/preserve-host': mapLeaf(preserveHost, String) }),
  };
}

function annotatedTwice(options: KongTrafficOptions): readonly Problem[] {
  return Object.keys(kongAnnotations(options)).filter(key => Object.hasOwn(options.annotations ?? {}, key)).map(key => ({
    property: `annotations["${key}"]`, message: 'cannot be combined with the property that writes it', fix: 'drop the annotation',
  }));
}
