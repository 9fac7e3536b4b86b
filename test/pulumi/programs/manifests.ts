import { ConfigMap } from '@pulumi/kubernetes/core/v1';
import { Config } from '@pulumi/pulumi';
import { fromManifests } from 'rolloutkit/pulumi';

/* Manifests that were written by hand, in every way in which they can be given. */

// Each in a namespace of its own, since all of them are called shop. One says in which it is.
for (const name of ['pods', 'nginx', 'istio', 'istio-subsets', 'gateway', 'flagger-nginx']) {
  fromManifests(name, { files: [`conformance/pulumi/manifests/${name}.yaml`], namespace: name === 'gateway' ? 'default' : name });
}

fromManifests('forced', { files: ['conformance/pulumi/manifests/istio.yaml'], namespace: 'forced', controllerOwnedFields: 'force', wait: 'created' }, {
  rolloutOpts: { customTimeouts: { create: '20m' } },
});

// Two releases of Flagger, each with its own workload.
const canaryOf = (name: string) => [{
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name },
  spec: {
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { containers: [{ name: 'main', image: 'registry.example/shop:1.0.0', ports: [{ containerPort: 8080 }], readinessProbe: { tcpSocket: { port: 8080 } } }] },
    },
  },
}, {
  apiVersion: 'flagger.app/v1beta1',
  kind: 'Canary',
  metadata: { name },
  spec: {
    provider: 'kubernetes',
    targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
    service: { port: 80, targetPort: 8080 },
    analysis: { interval: '30s', threshold: 2, iterations: 5 },
  },
}];
fromManifests('finished', { objects: [...canaryOf('one'), ...canaryOf('two'), { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'one' } }], wait: 'finished' });

// Others are among them, in no good order.
fromManifests('platform', {
  yaml: `
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: worker }
spec: { scaleTargetRef: { name: worker }, triggers: [{ type: cpu, metadata: { value: '60' } }] }
---
apiVersion: shop.example/v1
kind: Basket
metadata: { name: basket }
spec: { size: 3 }
---
apiVersion: shop.example/v1
kind: Price
metadata: { name: price }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: worker }
spec:
  replicas: 2
  selector: { matchLabels: { app: worker } }
  template:
    metadata: { labels: { app: worker } }
    spec: { containers: [{ name: main, image: 'registry.example/worker:1.0.0' }] }
---
apiVersion: v1
kind: List
items:
  - { apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: data }, spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } } }
  - { apiVersion: v1, kind: Secret, metadata: { name: token }, stringData: { token: hush } }
  - { apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: { name: reader }, rules: [] }
  - { apiVersion: batch/v1, kind: Job, metadata: { name: migrate, annotations: { pulumi.com/waitFor: condition=Complete } }, spec: { template: { spec: { restartPolicy: Never, containers: [{ name: main, image: 'registry.example/migrate:1.0.0' }] } } } }
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: prices.shop.example }
spec: { group: shop.example, scope: Cluster, names: { kind: Price, plural: prices }, versions: [] }
---
apiVersion: v1
kind: Namespace
metadata: { name: platform }
`,
  namespace: 'platform',
});

// Values that are known later, or that nobody may see.
const config = new Config();
const { data } = new ConfigMap('settings', {});
fromManifests('later', {
  objects: [{
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: 'later', namespace: data.namespace, annotations: data.apply(({ team }) => ({ team })) },
    spec: {
      replicas: data.replicas.apply(Number),
      selector: { matchLabels: { app: 'later' } },
      template: {
        metadata: { labels: { app: 'later' } },
        spec: {
          containers: [{
            name: 'main',
            image: data.image,
            env: [{ name: 'TOKEN', value: config.requireSecret('token') }],
            readinessProbe: { tcpSocket: { port: 8080 } },
          }],
        },
      },
      strategy: { canary: { stableService: 'later', canaryService: 'later-canary', steps: [{ setWeight: 20 }, { pause: {} }] } },
    },
  }],
});
