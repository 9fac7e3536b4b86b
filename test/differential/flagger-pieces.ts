import type { Fields } from './case';

/* Pieces of bundles of Flagger. */

export const named = (name: string): Fields => ({ name, namespace: 'shop' });

export const object = (apiVersion: string, kind: string, name: string, spec?: Fields): Fields => (
  { apiVersion, kind, metadata: named(name), ...spec && { spec } }
);

export const secret = (name: string, stringData: Fields): Fields => ({ ...object('v1', 'Secret', name), stringData });

export const hook = (name: string, type: string, more: Fields = {}): Fields => ({ name, type, url: `http://hooks.shop/${name}`, ...more });

interface Pods {
  readonly volumes?: readonly Fields[];
  readonly envFrom?: readonly Fields[];
}

export function deployment({ volumes, envFrom }: Pods = {}): Fields {
  return object('apps/v1', 'Deployment', 'shop', {
    selector: { matchLabels: { app: 'shop' } },
    template: {
      metadata: { labels: { app: 'shop' } },
      spec: {
        containers: [{
          name: 'main', image: 'registry.example/shop:1', ports: [{ name: 'web', containerPort: 8080 }, { name: 'metrics', containerPort: 9797 }], readinessProbe: { httpGet: { path: '/ready', port: 8080 } }, envFrom,
        }],
        volumes,
      },
    },
  });
}
