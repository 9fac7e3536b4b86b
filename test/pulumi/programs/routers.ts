import { CanaryRollout } from 'rolloutkit/pulumi';
import type { CanaryRolloutArgs, Traffic } from 'rolloutkit/pulumi';

const hosts = ['shop.example'];
const routers: Readonly<Record<string, Traffic>> = {
  nginx: { nginx: { hosts } },
  gateway: { gatewayApi: { hosts, gateway: 'public' } },
  istio: { istio: { hosts, gateway: 'public', subsets: true } },
};

function release(name: string, more: Partial<CanaryRolloutArgs>): void {
  new CanaryRollout(name, {
    namespace: 'shop',
    template: { spec: { containers: [{ name: 'app', image: 'registry.example/checkout:1', ports: [{ containerPort: 8080 }] }] } },
    analyses: [{ successRate: {} }],
    ...more,
  });
}

for (const [router, traffic] of Object.entries(routers)) {
  release(router, { traffic });
  release(`${router}-flagger`, { traffic, controller: { flagger: {} } });
}
release('forced', { traffic: routers.gateway, controllerOwnedFields: 'force' });
