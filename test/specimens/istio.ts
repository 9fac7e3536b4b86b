import { CanaryRollout, IstioTraffic } from 'rolloutkit';
import type { Program } from '../render';

const containers = [{ image: 'registry.example/x:1', portNumber: 8080 }];
const routes = { routes: ['checkout'], tlsRoutes: [{ port: 443, sniHosts: ['shop.example.com'] }], tcpRoutes: [{ port: 5432 }] };

const one: Program = chart => {
  new CanaryRollout(chart, 'checkout', {
    containers,
    traffic: IstioTraffic.existing('shop', {
      ...routes, destinationRule: { name: 'shop', canarySubset: 'next', stableSubset: 'live', additionalSubsets: ['beta'] },
    }),
  });
};

const several: Program = chart => {
  new CanaryRollout(chart, 'checkout', { containers, traffic: IstioTraffic.existing('shop', { ...routes, others: [{ name: 'shop-internal', ...routes }] }) });
};

export const programs: readonly Program[] = [one, several];
