import { supportOf } from '../../intent/flagger-support';
import type { Problem } from '../../intent/problem';
import type { FlaggerRolloutIntent } from '../../intent/rollout';
import type { FlaggerRouting } from '../../intent/router';
import { flaggerProviders } from '../../manifests/flagger-providers';
import type { CanarySessionAffinity } from '../../manifests/flagger.generated';
import { cookieGaps } from '../cookie-gaps';

/** Cookies that Flagger makes. One has to have a name, and a visitor stays with the canary for a day where nothing is said. */
export function sessionAffinity(intent: FlaggerRolloutIntent, routing: FlaggerRouting | undefined): CanarySessionAffinity | undefined {
  const { strategy, name, controller: { flagger: { primaryCookie } } } = intent;
  if (strategy.kind !== 'canary' || strategy.affinity === undefined || !makesCookies(routing)) return undefined;
  const { cookie, maxAgeSeconds, attributes } = strategy.affinity;
  return {
    cookieName: cookie ?? `${name}-canary`,
    ...(primaryCookie === undefined ? {} : { primaryCookieName: primaryCookie }),
    ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }),
    ...attributes,
  };
}

/** What is asked of cookies, and nobody does. */
export function affinityProblems(intent: FlaggerRolloutIntent, routing: FlaggerRouting | undefined): readonly Problem[] {
  const { strategy, controller: { flagger } } = intent;
  const affinity = strategy.kind === 'canary' ? strategy.affinity : undefined;
  const isLost = flagger.primaryCookie !== undefined && (affinity === undefined || !makesCookies(routing));
  return [
    ...affinity === undefined || routing === undefined || makesCookies(routing) ? [] : cookieGaps(affinity, routing.provider),
    ...isLost ? [{
      property: 'controller.primaryCookie',
      message: affinity === undefined ? 'does nothing without sessionAffinity, got none' : 'does nothing: Flagger makes no cookies for this traffic',
      fix: affinity === undefined ? 'write sessionAffinity: SessionAffinity.cookie()' : 'leave it out, or choose IstioTraffic or GatewayApiTraffic for traffic',
      class: 'risky',
    } as const] : [],
  ];
}

/** Others have their own, or none. */
function makesCookies(routing: FlaggerRouting | undefined): boolean {
  return routing !== undefined && flaggerProviders[routing.provider].affinity !== 'none' && supportOf(routing).affinity !== 'none';
}
