import type { RunSettings } from './run-settings';
import type { FlaggerProvider } from '../../manifests/flagger-providers';

/** Where requests go, in percent. */
export interface Routes {
  readonly primaryWeight: number;
  readonly canaryWeight: number;
  readonly mirrored: boolean;
}

export const allToPrimary: Routes = { primaryWeight: 100, canaryWeight: 0, mirrored: false };
export const allToCanary: Routes = { primaryWeight: 0, canaryWeight: 100, mirrored: false };

/** What becomes of the routes when Flagger sets them; undefined where they are refused, so that they stay. */
export function routesSet(settings: RunSettings, told: Routes): Routes | undefined {
  if (isRefused(settings, told)) {
    return undefined;
  }
  switch (settings.provider) {
    case 'kubernetes':
      return allToPrimary; // there is nothing to be told
    case 'nginx':
      return { ...nginxRoutes(settings, told), mirrored: false };
    default:
      return { ...told, mirrored: told.mirrored && canMirror(settings) };
  }
}

/**
 * What is left of the routes when a tick begins with a look at them. An object of Flagger's own is written anew where it is not as
 * Flagger would have it, with the weights of its first day. To somebody's change of it, or of the Service, that is all the same.
 */
export function routesReconciled(settings: RunSettings, routes: Routes, haveChanged: boolean): Routes {
  const { provider, affinity, match } = settings;
  if (haveChanged) {
    return ['kubernetes', 'knative', 'nginx', 'appmesh', 'appmesh:v1beta2'].includes(provider) ? routes : allToPrimary;
  }
  // It does not know the rules again that it has written for cookies: beside a match never, and those that mirror not in a first run.
  const isForgotten = isGatewayApi(provider) && affinity !== 'none' && (match !== 'none' || routes.mirrored);
  return isForgotten ? allToPrimary : routes;
}

function isRefused({ provider, affinity, intervalIsRead, tcp }: RunSettings, { primaryWeight, canaryWeight }: Routes): boolean {
  // Flagger would have made the lifetime of the primary's cookie of the interval.
  const hasCookieForPrimary = affinity === 'both' && ((provider === 'istio' && !tcp) || provider === 'gatewayapi:v1');
  return primaryWeight < 0 || canaryWeight < 0 || primaryWeight + canaryWeight !== 100
    || (hasCookieForPrimary && !intervalIsRead && canaryWeight > 0);
}

/** By a header it is all or nothing: the annotation of the weight is not written then. */
function nginxRoutes({ match }: RunSettings, told: Routes): Routes {
  switch (match) {
    case 'heeded':
      return told.canaryWeight > 0 ? allToCanary : allToPrimary;
    case 'nobody':
      return allToPrimary;
    default:
      return told;
  }
}

function canMirror({ provider, tcp, match, iterations }: RunSettings): boolean {
  // A match replaces the route of Istio that mirrors.
  return provider === 'istio' ? !tcp && match === 'none' : isGatewayApi(provider) && iterations > 0;
}

function isGatewayApi(provider: FlaggerProvider): boolean {
  return provider === 'gatewayapi:v1' || provider === 'gatewayapi:v1beta1';
}
