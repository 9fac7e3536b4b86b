import { podWithEverything } from './base-pod';
import type { Fields } from './case';

/* Rollouts, one for each way to get traffic to a version, with what they name. */

const LABELS = { app: 'shop' };

export const named = (name: string): Fields => ({ name, namespace: 'shop' });

export const pod = (): Fields => ({
  metadata: { labels: LABELS },
  spec: {
    containers: [{
      name: 'main',
      image: 'registry.example/shop:1',
      ports: [{ name: 'http', containerPort: 8080 }],
      readinessProbe: { httpGet: { path: '/ready', port: 8080 } },
    }],
  },
});

export const rollout = (strategy: Fields, more: Fields = {}): Fields => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Rollout',
  metadata: named('shop'),
  spec: { replicas: 5, selector: { matchLabels: LABELS }, template: pod(), strategy, ...more },
});

const service = (name: string, ports: readonly Fields[] = [{ name: 'http', port: 80, targetPort: 8080 }]): Fields => (
  { apiVersion: 'v1', kind: 'Service', metadata: named(name), spec: { selector: LABELS, ports } }
);

export const query = (name: string, more: Fields = {}): Fields => ({
  name,
  successCondition: 'len(result) == 0 || isNaN(result[0]) || result[0] >= 0.99',
  provider: { prometheus: { address: 'http://prometheus:9090', query: 'sum(rate(good{app="shop"}[2m]))' } },
  ...more,
});

export const template = (name: string, metrics: readonly Fields[], more: Fields = {}): Fields => (
  { apiVersion: 'argoproj.io/v1alpha1', kind: 'AnalysisTemplate', metadata: named(name), spec: { ...more, metrics } }
);

const STEPS = [{ setWeight: 20 }, { pause: { duration: '5m' } }, { setWeight: 60 }, { pause: { duration: 30 } }];
const SERVICES = { stableService: 'shop', canaryService: 'shop-canary' };
const both = [service('shop'), service('shop-canary')];

const behind = (trafficRouting: Fields, others: readonly Fields[], more: Fields = {}): Fields[] => (
  [rollout({ canary: { ...SERVICES, trafficRouting, steps: STEPS, ...more } }), ...both, ...others]
);

const ingress = (name: string, backend: string, port: Fields): Fields => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: named(name),
  spec: {
    ingressClassName: 'public',
    rules: [{ host: 'shop.example', http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: backend, port } } }] } }],
  },
});

const virtualService = (name: string, routes: Fields): Fields => (
  { apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: named(name), spec: { hosts: ['shop.example'], gateways: ['public'], ...routes } }
);

const hosts = [{ destination: { host: 'shop' }, weight: 100 }, { destination: { host: 'shop-canary' }, weight: 0 }];
const subsets = [{ destination: { host: 'shop', subset: 'stable' }, weight: 100 }, { destination: { host: 'shop', subset: 'canary' }, weight: 0 }];

const header = { setHeaderRoute: { name: 'beta', match: [{ headerName: 'x-beta', headerValue: { exact: 'yes' } }] } };
const mirror = { setMirrorRoute: { name: 'shadow', percentage: 50, match: [{ method: { exact: 'GET' }, path: { prefix: '/' } }] } };

const mesh = (kind: string, name: string, spec: Fields): Fields => ({ apiVersion: 'appmesh.k8s.aws/v1beta2', kind, metadata: named(name), spec });
const pingPong = { pingService: 'shop-ping', pongService: 'shop-pong' };

export const rolloutBases: Readonly<Record<string, readonly Fields[]>> = {
  'basic': [rollout({ canary: { maxSurge: '25%', maxUnavailable: 0, steps: [...STEPS, { pause: {} }] } })],
  'everything': [
    rollout({
      canary: {
        ...SERVICES,
        maxSurge: 1,
        maxUnavailable: 0,
        steps: STEPS,
        canaryMetadata: { labels: { role: 'canary' } },
        stableMetadata: { annotations: { role: 'stable' } },
        antiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: { weight: 50 } },
        abortScaleDownDelaySeconds: 30,
        minPodsPerReplicaSet: 1,
      },
    }, {
      minReadySeconds: 5,
      progressDeadlineSeconds: 300,
      progressDeadlineAbort: true,
      revisionHistoryLimit: 4,
      paused: false,
      rollbackWindow: { revisions: 2 },
      analysis: { successfulRunHistoryLimit: 3, unsuccessfulRunHistoryLimit: 3 },
    }),
    ...both,
  ],
  'pods': [rollout({ canary: { steps: STEPS } }, {
    template: {
      metadata: { labels: { ...LABELS, tier: 'front' }, annotations: { 'example.com/owner': 'shop' } },
      spec: {
        restartPolicy: 'Always',
        terminationGracePeriodSeconds: 30,
        dnsPolicy: 'ClusterFirst',
        serviceAccountName: 'shop',
        priorityClassName: 'high',
        nodeSelector: { disk: 'fast' },
        tolerations: [{ key: 'spot', operator: 'Equal', value: 'yes', effect: 'NoSchedule' }],
        topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', labelSelector: { matchLabels: LABELS } }],
        affinity: { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 10, podAffinityTerm: { topologyKey: 'zone', labelSelector: { matchLabels: LABELS } } }] } },
        volumes: [{ name: 'cache', emptyDir: { sizeLimit: '1Gi' } }, { name: 'config', configMap: { name: 'shop' } }],
        initContainers: [{ name: 'migrate', image: 'registry.example/migrate:1' }],
        containers: [{
          name: 'main',
          image: 'registry.example/shop:1',
          imagePullPolicy: 'IfNotPresent',
          command: ['shop'],
          args: ['serve'],
          env: [{ name: 'MODE', value: 'fast' }, { name: 'POD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }],
          ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }, { name: 'metrics', containerPort: 9090 }],
          resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
          livenessProbe: { httpGet: { path: '/live', port: 'http' }, periodSeconds: 10 },
          readinessProbe: { tcpSocket: { port: 8080 } },
          lifecycle: { preStop: { exec: { command: ['sleep', '5'] } } },
          securityContext: { runAsNonRoot: true, runAsUser: 1000 },
          volumeMounts: [{ name: 'cache', mountPath: '/cache' }, { name: 'config', mountPath: '/config', readOnly: true }],
        }, { name: 'proxy', image: 'registry.example/proxy:2' }],
      },
    },
  })],
  'pods-more': [rollout({ canary: { steps: STEPS } }, { template: podWithEverything })],
  'nginx': behind({ nginx: { stableIngress: 'shop', additionalIngressAnnotations: { 'canary-by-header': 'x-beta' } }, maxTrafficWeight: 1000 }, [ingress('shop', 'shop', { name: 'http' })]),
  'nginx-several': behind({ nginx: { stableIngresses: ['shop', 'partners'] } }, [ingress('shop', 'shop', { number: 80 }), ingress('partners', 'shop', { number: 80 })]),
  'alb': behind({ alb: { ingress: 'shop', servicePort: 80, stickinessConfig: { enabled: true, durationSeconds: 600 } }, managedRoutes: [{ name: 'beta' }] },
    [ingress('shop', 'shop', { name: 'use-annotation' })], { steps: [header, ...STEPS, { setHeaderRoute: { name: 'beta' } }] }),
  'alb-root': behind({ alb: { ingresses: ['shop'], servicePort: 80, rootService: 'shop-root' } }, [ingress('shop', 'shop-root', { name: 'use-annotation' }), service('shop-root')]),
  'alb-ping-pong': [
    rollout({ canary: { pingPong, trafficRouting: { alb: { ingress: 'shop', servicePort: 80, rootService: 'shop-root' } }, steps: STEPS } }),
    service('shop-ping'), service('shop-pong'), service('shop-root'), ingress('shop', 'shop-root', { name: 'use-annotation' }),
  ],
  'istio': behind({ istio: { virtualService: { name: 'shop', routes: ['main'] } }, managedRoutes: [{ name: 'beta' }, { name: 'shadow' }] },
    [virtualService('shop', { http: [{ name: 'main', route: hosts }] })], { steps: [{ setCanaryScale: { replicas: 1 } }, header, mirror, ...STEPS, { setCanaryScale: { matchTrafficWeight: true } }] }),
  'istio-several': behind({ istio: { virtualServices: [{ name: 'shop', routes: ['main'] }, { name: 'inner' }] } },
    [virtualService('shop', { http: [{ name: 'main', route: hosts }, { name: 'other', route: [{ destination: { host: 'old' } }] }] }), virtualService('inner', { http: [{ route: hosts }] })]),
  'istio-tls': behind({ istio: { virtualService: { name: 'shop', tlsRoutes: [{ port: 443, sniHosts: ['shop.example'] }], tcpRoutes: [{ port: 9000 }] } } }, [virtualService('shop', {
    tls: [{ match: [{ port: 443, sniHosts: ['shop.example'] }], route: hosts }], tcp: [{ match: [{ port: 9000 }], route: hosts }],
  })]),
  'istio-subsets': [
    rollout({ canary: { trafficRouting: { istio: { virtualService: { name: 'shop' }, destinationRule: { name: 'shop', canarySubsetName: 'canary', stableSubsetName: 'stable' } } }, steps: STEPS } }),
    service('shop'), virtualService('shop', { http: [{ route: subsets }] }), {
      apiVersion: 'networking.istio.io/v1',
      kind: 'DestinationRule',
      metadata: named('shop'),
      spec: { host: 'shop', subsets: [{ name: 'canary', labels: LABELS }, { name: 'stable', labels: LABELS }] },
    },
  ],
  'istio-ping-pong': [
    rollout({ canary: { pingPong, trafficRouting: { istio: { virtualService: { name: 'shop' } } }, steps: STEPS } }), service('shop-ping'), service('shop-pong'),
    virtualService('shop', { http: [{ route: [{ destination: { host: 'shop-ping' }, weight: 100 }, { destination: { host: 'shop-pong' }, weight: 0 }] }] }),
  ],
  'smi': behind({ smi: { rootService: 'shop', trafficSplitName: 'shop' } }, []),
  'traefik': behind({ traefik: { weightedTraefikServiceName: 'shop' } }, [{
    apiVersion: 'traefik.io/v1alpha1', kind: 'TraefikService', metadata: named('shop'), spec: { weighted: { services: [{ name: 'shop', port: 80 }, { name: 'shop-canary', port: 80 }] } },
  }]),
  'apisix': behind({ apisix: { route: { name: 'shop', rules: ['main'] } }, managedRoutes: [{ name: 'beta' }] }, [{
    apiVersion: 'apisix.apache.org/v2',
    kind: 'ApisixRoute',
    metadata: named('shop'),
    spec: { http: [{ name: 'main', match: { paths: ['/*'] }, backends: [{ serviceName: 'shop', servicePort: 80 }, { serviceName: 'shop-canary', servicePort: 80 }] }] },
  }], { steps: [header, ...STEPS] }),
  'ambassador': behind({ ambassador: { mappings: ['shop'] } }, [{
    apiVersion: 'getambassador.io/v2', kind: 'Mapping', metadata: named('shop'), spec: { prefix: '/', service: 'shop:80' },
  }]),
  'app-mesh': behind({ appMesh: { virtualService: { name: 'shop', routes: ['main'] }, virtualNodeGroup: { canaryVirtualNodeRef: { name: 'shop-canary' }, stableVirtualNodeRef: { name: 'shop' } } } }, [
    mesh('VirtualService', 'shop', { provider: { virtualRouter: { virtualRouterRef: { name: 'shop' } } } }),
    mesh('VirtualRouter', 'shop', {
      listeners: [{ portMapping: { port: 80, protocol: 'http' } }],
      routes: [{ name: 'main', httpRoute: { match: { prefix: '/' }, action: { weightedTargets: [{ virtualNodeRef: { name: 'shop-canary' }, weight: 0 }, { virtualNodeRef: { name: 'shop' }, weight: 100 }] } } }],
    }),
    ...['shop', 'shop-canary'].map(name => mesh('VirtualNode', name, { podSelector: { matchLabels: LABELS } })),
  ]),
  'plugin': behind({ plugins: { 'argoproj-labs/gatewayAPI': { httpRoute: 'shop', namespace: 'shop' } }, managedRoutes: [{ name: 'beta' }], maxTrafficWeight: 100 }, [{
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: named('shop'),
    spec: { parentRefs: [{ name: 'public' }], rules: [{ backendRefs: [{ name: 'shop', port: 80 }, { name: 'shop-canary', port: 80 }] }] },
  }], { dynamicStableScale: true, steps: [header, ...STEPS, { plugin: { name: 'example/step', config: { key: 'value' } } }] }),
  'blue-green': [
    rollout({
      blueGreen: {
        activeService: 'shop',
        previewService: 'shop-preview',
        autoPromotionEnabled: false,
        previewReplicaCount: 1,
        scaleDownDelaySeconds: 60,
        scaleDownDelayRevisionLimit: 2,
        prePromotionAnalysis: { templates: [{ templateName: 'smoke' }], args: [{ name: 'hash', valueFrom: { podTemplateHashValue: 'Latest' } }] },
        postPromotionAnalysis: { templates: [{ templateName: 'health' }] },
        antiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: {} },
        previewMetadata: { labels: { role: 'preview' } },
      },
    }),
    service('shop'), service('shop-preview'),
    template('smoke', [query('smoke', { count: 3, interval: '10s', failureLimit: 1 })], { args: [{ name: 'hash' }] }),
    template('health', [query('health', { count: '5', interval: '1m' })]),
  ],
  'adopted': [
    rollout({ canary: { steps: STEPS } }, { selector: undefined, template: undefined, workloadRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop', scaleDown: 'progressively' } }),
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata: named('shop'), spec: { replicas: 0, selector: { matchLabels: LABELS }, template: pod() } },
  ],
  'adopted-set': [
    rollout({ blueGreen: { activeService: 'shop' } }, { selector: undefined, template: undefined, workloadRef: { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'shop' } }),
    { apiVersion: 'apps/v1', kind: 'ReplicaSet', metadata: named('shop'), spec: { replicas: 0, selector: { matchLabels: LABELS }, template: pod() } }, service('shop'),
  ],
  'adopted-pods': [
    rollout({ canary: { steps: STEPS } }, { template: undefined, workloadRef: { apiVersion: 'v1', kind: 'PodTemplate', name: 'shop' } }),
    { apiVersion: 'v1', kind: 'PodTemplate', metadata: named('shop'), template: pod() },
  ],
};
