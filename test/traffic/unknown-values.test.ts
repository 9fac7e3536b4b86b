import { AmbassadorTraffic, ApisixTraffic, IstioTraffic, TraefikTraffic } from 'rolloutkit';
import type { ITrafficRouter } from 'rolloutkit';
import type { RouterContext } from '../../src/intent/router';
import { resolved, token } from '../engines/argo/token';

const hosts = ['shop.example.com'];
const context: RouterContext = {
  rollout: 'checkout',
  namespace: 'shop',
  stableService: 'checkout',
  canaryService: 'checkout-canary',
  port: 8080,
  protocol: 'grpc',
  managedRoutes: [],
  pingPong: false,
  affinity: { cookie: 'shop', maxAgeSeconds: 3600 },
  metadata: name => ({ name }),
};

test.each<[string, ITrafficRouter, number]>([
  ['TraefikTraffic', new TraefikTraffic({ hosts }), 4],
  ['ApisixTraffic', new ApisixTraffic({ hosts }), 2],
  ['AmbassadorTraffic', new AmbassadorTraffic({ hosts }), 1],
  ['IstioTraffic', new IstioTraffic({ hosts, gateway: 'public' }), 2],
  ['IstioTraffic over TLS', new IstioTraffic({ hosts, gateway: 'public', tlsPort: 443 }), 2],
])('%s never looks at a port, a cookie or an age that is not known yet', (_, { _router }, most) => {
  let arrived = 0;
  const late = <T>(value: T) => token(value, () => { arrived += 1; });
  const unknown = { ...context, port: late(8080), affinity: { cookie: late('shop'), maxAgeSeconds: late(3600) } };
  expect(resolved(_router.argo!(unknown).manifests)).toEqual(_router.argo!(context).manifests);
  expect(arrived).toBe(most);
});
