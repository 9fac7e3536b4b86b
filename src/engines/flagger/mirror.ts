import type { Told } from './told';
import { supportOf } from '../../intent/flagger-support';
import type { StrategyIntent } from '../../intent/rollout';
import type { FlaggerRouting } from '../../intent/router';
import type { CanaryAnalysis } from '../../manifests/flagger.generated';

/** Copies of requests to the new version, before it gets any that somebody waits for. */
export function mirrorFields(strategy: StrategyIntent, routing: FlaggerRouting | undefined): Told<Pick<CanaryAnalysis, 'mirror' | 'mirrorWeight'>> {
  const { kind, mirrorPercent } = strategy;
  if (mirrorPercent === undefined) return { fields: {}, problems: [], origins: [] };
  const provider = routing?.provider ?? 'kubernetes';
  const mirrors = routing === undefined ? [] : supportOf(routing).mirrors;
  return {
    fields: { mirror: true, mirrorWeight: mirrorPercent },
    problems: [
      ...mirrors.includes(kind === 'canary' ? 'weights' : 'blue-green') ? [] : [{
        property: 'mirrorPercent',
        message: `needs traffic that copies requests in a ${kind}, and for Flagger ${provider} does not`,
        fix: kind === 'canary' ? 'choose IstioTraffic for traffic, or drop it' : 'choose IstioTraffic or GatewayApiTraffic for traffic, or drop it',
      }],
      ...kind === 'canary' && strategy.affinity !== undefined ? [{
        property: 'mirrorPercent',
        message: 'cannot be combined with sessionAffinity: Flagger would not see that requests are copied, and never go on',
        fix: 'keep the one you mean',
      }] : [],
    ],
    origins: [{ path: ['mirror'], property: 'mirrorPercent' }, { path: ['mirrorWeight'], property: 'mirrorPercent' }],
  };
}
