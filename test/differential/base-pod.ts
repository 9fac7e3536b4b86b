import type { Fields } from './case';

const LABELS = { app: 'shop' };
const selector = { matchLabels: { app: 'shop' }, matchExpressions: [{ key: 'tier', operator: 'In', values: ['front'] }] };

/** A pod template with what most of them do not have, all of it right. */
export const podWithEverything: Fields = {
  metadata: { labels: { ...LABELS, tier: 'front' }, annotations: { 'container.apparmor.security.beta.kubernetes.io/main': 'runtime/default' } },
  spec: {
    os: { name: 'linux' },
    dnsPolicy: 'None',
    dnsConfig: { nameservers: ['10.0.0.10'], searches: ['shop.svc.cluster.local'], options: [{ name: 'ndots', value: '2' }] },
    hostAliases: [{ ip: '10.0.0.1', hostnames: ['db.example'] }],
    hostname: 'shop',
    subdomain: 'shops',
    readinessGates: [{ conditionType: 'example.com/ready' }],
    schedulingGates: [{ name: 'example.com/quota' }],
    runtimeClassName: 'small',
    overhead: { cpu: '100m' },
    preemptionPolicy: 'Never',
    resourceClaims: [{ name: 'device', resourceClaimTemplateName: 'device' }],
    securityContext: {
      runAsUser: 1000,
      fsGroup: 1000,
      fsGroupChangePolicy: 'OnRootMismatch',
      supplementalGroups: [2000],
      supplementalGroupsPolicy: 'Strict',
      sysctls: [{ name: 'net.core.somaxconn', value: '1024' }],
      seccompProfile: { type: 'Localhost', localhostProfile: 'profiles/shop.json' },
      seLinuxOptions: { level: 's0' },
    },
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'disk', operator: 'Gt', values: ['5'] }], matchFields: [{ key: 'metadata.name', operator: 'NotIn', values: ['old'] }] }] },
        preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 10, preference: { matchExpressions: [{ key: 'disk', operator: 'Exists' }] } }],
      },
      podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'zone', labelSelector: selector, namespaces: ['shop'], matchLabelKeys: ['pod-template-hash'] }] },
      podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 10, podAffinityTerm: { topologyKey: 'zone', labelSelector: selector, namespaceSelector: {} } }] },
    },
    topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', minDomains: 2, nodeTaintsPolicy: 'Honor', labelSelector: selector, matchLabelKeys: ['pod-template-hash'] }],
    volumes: [
      { name: 'work', ephemeral: { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, storageClassName: 'fast' } } } },
      { name: 'about', downwardAPI: { items: [{ path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } }, { path: 'limit', resourceFieldRef: { containerName: 'main', resource: 'limits.memory', divisor: '1Mi' } }] } },
      { name: 'all', projected: { sources: [{ configMap: { name: 'shop', items: [{ key: 'a', path: 'a', mode: 420 }] } }, { serviceAccountToken: { path: 'token', expirationSeconds: 3600 } }, { secret: { name: 'shop' } }] } },
      { name: 'driver', csi: { driver: 'secrets.example.com', nodePublishSecretRef: { name: 'shop' } } },
      { name: 'host', hostPath: { path: '/dev', type: 'Directory' } },
      { name: 'scratch', emptyDir: { medium: 'Memory', sizeLimit: '64Mi' } },
      { name: 'claim', persistentVolumeClaim: { claimName: 'shop' } },
    ],
    initContainers: [{ name: 'log', image: 'registry.example/log:1', restartPolicy: 'Always', startupProbe: { grpc: { port: 9000 } }, volumeMounts: [{ name: 'scratch', mountPath: '/scratch' }] }],
    containers: [{
      name: 'main',
      image: 'registry.example/shop:1',
      ports: [{ containerPort: 8080, hostPort: 8080 }, { containerPort: 8081, hostPort: 8080, protocol: 'UDP' }],
      env: [{ name: 'CPU', valueFrom: { resourceFieldRef: { resource: 'limits.cpu', divisor: '1m' } } }, { name: 'KEY', valueFrom: { secretKeyRef: { name: 'shop', key: 'key' } } }, { name: 'LATE', valueFrom: { fileKeyRef: { volumeName: 'scratch', path: 'env', key: 'LATE' } } }],
      envFrom: [{ prefix: 'SHOP_', configMapRef: { name: 'shop' } }],
      resources: { limits: { 'cpu': '1', 'hugepages-2Mi': '2Mi', 'example.com/gpu': '1' }, claims: [{ name: 'device', request: 'one' }] },
      resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'NotRequired' }],
      lifecycle: { preStop: { sleep: { seconds: 5 } }, stopSignal: 'SIGUSR1' },
      securityContext: { privileged: true, allowPrivilegeEscalation: true, appArmorProfile: { type: 'RuntimeDefault' }, capabilities: { add: ['NET_ADMIN'] } },
      volumeMounts: [
        { name: 'work', mountPath: '/work', subPath: 'a' }, { name: 'about', mountPath: '/about' }, { name: 'all', mountPath: '/all', readOnly: true, recursiveReadOnly: 'IfPossible' },
        { name: 'host', mountPath: '/host', mountPropagation: 'Bidirectional' },
      ],
      volumeDevices: [{ name: 'claim', devicePath: '/disk' }],
    }],
  },
};
