import { supportOf } from '../../intent/flagger-support';
import type { Problem } from '../../intent/problem';
import type { FlaggerRolloutIntent } from '../../intent/rollout';
import type { FlaggerRouting } from '../../intent/router';
import { objectMeta } from '../object-meta';

/** What the router of a rollout tells Flagger, and whether it can. */
export function routingOf(intent: FlaggerRolloutIntent): { readonly routing?: FlaggerRouting; readonly problems: readonly Problem[] } {
  const { strategy, services, name, namespace, protocol } = intent;
  const { router } = strategy;
  const affinity = strategy.kind === 'canary' ? strategy.affinity : undefined;
  if (router === undefined) return { problems: affinity === undefined ? [] : [unkept('kubernetes')] };
  const routing = router.flagger?.({
    rollout: name,
    namespace,
    service: services.main.name,
    port: services.ports[0]?.port ?? 80,
    protocol: protocol?.kind ?? 'http',
    affinity,
    metadata: each => objectMeta(each, intent),
  });
  if (routing === undefined) {
    return {
      problems: [{
        property: 'traffic', message: `must be a router that Flagger knows, got ${router.kind}`, fix: 'choose one that docs/routers.md lists for Flagger, such as GatewayApiTraffic',
      }],
    };
  }
  const keeps = affinity === undefined || supportOf(routing).affinity !== 'none';
  return { routing, problems: [...routing.gaps ?? [], ...keeps ? [] : [unkept(routing.provider)]] };
}

function unkept(provider: string): Problem {
  return {
    property: 'sessionAffinity',
    message: `needs traffic that keeps visitors with a version, and for Flagger ${provider} does not`,
    fix: 'choose IstioTraffic or GatewayApiTraffic for traffic, or drop it',
  };
}
