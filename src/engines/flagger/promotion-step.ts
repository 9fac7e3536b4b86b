import type { Told } from './told';
import type { FlaggerControllerIntent } from '../../intent/flagger';
import type { FlaggerRouting } from '../../intent/router';
import type { FlaggerProvider } from '../../manifests/flagger-providers';
import type { CanaryAnalysis } from '../../manifests/flagger.generated';

/** Providers that do not say which part of the traffic the canary still has, so that its end is never seen. */
const silent: readonly FlaggerProvider[] = ['knative'];

/** How the traffic comes back to the primary when that has become the new version. */
export function promotionFields(
  { promotionStep }: FlaggerControllerIntent, routing: FlaggerRouting | undefined, hasAudience = false,
): Told<Pick<CanaryAnalysis, 'stepWeightPromotion'>> {
  if (promotionStep === undefined) return { fields: {}, problems: [], origins: [] };
  const provider = routing?.provider ?? 'kubernetes';
  const isStuck = silent.includes(provider) || (provider === 'nginx' && hasAudience);
  const property = 'controller.promotionStep';
  return {
    fields: { stepWeightPromotion: promotionStep },
    problems: isStuck ? [{
      property,
      message: `cannot be had ${hasAudience ? 'beside an audience ' : ''}from ${provider}, which does not say how much of the traffic is back: the promotion would never end`,
      fix: 'drop it: the traffic comes back at once',
    }] : provider === 'kubernetes' ? [{
      property, message: 'does nothing without traffic: there is no traffic to bring back', fix: 'drop it, or choose a router', class: 'risky',
    }] : [],
    origins: [{ path: ['stepWeightPromotion'], property }],
  };
}
