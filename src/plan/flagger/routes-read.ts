import { allToCanary, allToPrimary } from './routes';
import type { Routes } from './routes';
import type { RunSettings } from './run-settings';
import type { RunState } from './state';

/** What Flagger takes for the routes when it asks for them. Some routers do not say what they do. */
export function routesRead(settings: RunSettings, { routes, iterations, phase }: RunState): Routes {
  switch (settings.provider) {
    case 'kubernetes':
      return iterations > 0 ? allToCanary : allToPrimary;
    case 'knative':
      // Once promoted, the new revision stands in the list twice, and its first place is taken for both versions.
      return phase === 'Promoting' ? { ...routes, primaryWeight: routes.canaryWeight } : routes;
    default:
      return { ...routes, mirrored: routes.mirrored && saysThatItMirrors(settings) };
  }
}

/** With cookies Istio has two routes: the first one mirrors, and the last one is asked. */
function saysThatItMirrors({ provider, affinity }: RunSettings): boolean {
  return provider !== 'istio' || affinity === 'none';
}
