import { podOf, volumesWith } from './pod-pieces';

/* What may be written about the containers of a pod template, right and wrong. */

type Fields = Record<string, unknown>;

const NAMES = ['A', '', 'A=B', '1A', 'a.b', '.', '..', '..a', '.a', 'A-B', 'A B', 'ü'];
const from = (valueFrom: unknown): unknown => [{ name: 'A', valueFrom }];
const file = (more: Fields): unknown => podOf({ env: [{ name: 'A', valueFrom: { fileKeyRef: { volumeName: 'cache', path: 'x', key: 'A', ...more } } }] }, { volumes: volumesWith({ name: 'a', configMap: { name: 'x' } }) });
const amount = (resource: string, divisor?: unknown): unknown => from({ resourceFieldRef: { resource, divisor } });
const port = (more: Fields): Fields => ({ containerPort: 8081, ...more });
const two = (first: Fields, second: Fields, more: Fields = {}): unknown => ({ containers: [{ name: 'main', image: 'x', ...first }, { name: 'other', image: 'x', ...second }], ...more });
const first = (more: Fields, pod: Fields = {}): unknown => podOf({}, { initContainers: [{ name: 'init', image: 'x', ...more }], ...pod });
const claimed = (claims: unknown, resourceClaims: unknown): unknown => podOf({ resources: { claims } }, { resourceClaims });

export const CONTAINERS: Readonly<Record<string, readonly unknown[]>> = {
  'template.spec.containers.*.ports': [
    [{}], [{ containerPort: 0 }], [{ containerPort: 70000 }], [{ containerPort: -1 }], [{ containerPort: 80 }, { containerPort: 80 }], [{ containerPort: 80, name: 'UPPER' }], [{ containerPort: 80, name: 'a' }, { containerPort: 81, name: 'a' }], [{ containerPort: 80, protocol: 'HTTP' }],
    [{ containerPort: 80, hostPort: 80 }, { containerPort: 81, hostPort: 80 }], [{ containerPort: '80' }], [{ containerPort: 80, name: 'name-longer-than-15' }], [{ containerPort: 80, name: '80' }], [{ containerPort: 80, protocol: 'UDP' }, { containerPort: 80, protocol: 'TCP' }],
    ...['', 'a--b', '-a', 'a-', 'a_b', '1a', 'a.b'].map(name => [port({ name })]), ...[0, 1, 65535, 65536, -1].map(hostPort => [port({ hostPort })]), [port({ hostPort: 80, protocol: 'UDP' }), { containerPort: 81, hostPort: 80 }], [port({ protocol: '' })],
    [port({ hostPort: 80, hostIP: '10.0.0.1' }), { containerPort: 81, hostPort: 80, hostIP: '10.0.0.2' }], [port({ hostIP: 'x' })], [port({ hostPort: 80, hostIP: '10.0.0.1' }), { containerPort: 81, hostPort: 80, hostIP: '10.0.0.1' }], [port({ hostPort: 80, protocol: 'TCP' }), { containerPort: 81, hostPort: 80 }],
  ],
  'template.spec.containers.*.env': [
    [{}], ...NAMES.map(name => [{ name }]), [{ name: 'A', value: 'x', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }], [{ name: 'A', value: 5 }], [{ name: 'A', value: 'x' }, { name: 'A', value: 'y' }], [{ value: 'x' }], from({}), from(null),
    ...['metadata.nothing', '', 'metadata.labels', 'metadata.annotations', 'metadata.labels[\'a\']', 'metadata.labels[\'A B\']', 'metadata.annotations[\'A\']', 'metadata.annotations[\'A/B\']', 'metadata.labels[\'A/B\']', 'spec.host', 'spec.restartPolicy', 'status.phase', 'metadata.labels[\'\']', 'metadata.name[\'a\']', 'metadata.labels[a]', 'spec.schedulerName']
      .map(fieldPath => from({ fieldRef: { fieldPath } })), from({ fieldRef: {} }), from({ fieldRef: { apiVersion: 'v2', fieldPath: 'metadata.name' } }), from({ fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.name' } }),
    amount('limits.cpu'), amount('limits.cpu', '1m'), amount('limits.cpu', '1'), amount('limits.cpu', '2'), amount('limits.cpu', '1k'), amount('limits.memory', '1Mi'), amount('limits.memory', '1m'), amount('limits.memory', '1024Ki'), amount('requests.ephemeral-storage', '3'), amount('limits.hugepages-2Mi', '1Mi'), amount('limits.hugepages-2Mi', '5'),
    amount('x'), amount(''), amount('limits.cpu', '0'), amount('requests.hugepages-', '1'), amount('limits.memory', '1000'), amount('limits.cpu', '1000m'), amount('limits.memory', '1e3'), amount('limits.memory', '1048576'), amount('limits.memory', '-1'), from({ resourceFieldRef: { containerName: 'nobody', resource: 'limits.cpu' } }),
    ...['secretKeyRef', 'configMapKeyRef'].flatMap(kind => [{ name: 'x', key: 'not a key' }, { name: '', key: 'x' }, { name: 'x', key: '' }, { name: 'x' }, { key: 'x' }, { name: 'A b', key: 'x' }, { name: 'x', key: '..' }, { name: 'x', key: '..x' }, { name: 'x', key: '.x' }, { name: 'x', key: 'x', optional: true }, { name: 'x-', key: 'x' }, { name: 'x', key: 'x'.repeat(254) }]
      .map(source => from({ [kind]: source }))), from({ secretKeyRef: { name: 'x', key: 'x' }, configMapKeyRef: { name: 'x', key: 'x' } }), [{ name: 'A', value: 'x', valueFrom: { secretKeyRef: { name: 'x', key: 'x' }, configMapKeyRef: { name: 'x', key: 'x' } } }], [{ name: 'A', value: '', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }],
  ],
  'template.spec.containers.*.envFrom': [
    [{}], [{ configMapRef: { name: 'x' }, secretRef: { name: 'x' } }], ...['configMapRef', 'secretRef'].flatMap(kind => [{ name: 'x' }, {}, { name: '' }, { name: 'A b' }, { name: 'x-' }, { name: 'x', optional: true }, { name: '-' }].map(source => [{ [kind]: source }])), ...NAMES.map(prefix => [{ prefix, configMapRef: { name: 'x' } }]),
  ],
  'template.spec.containers.*.resources': [
    { requests: { cpu: '1' }, limits: { cpu: '500m' } }, { requests: { cpu: 'x' } }, { requests: { cpu: '-1' } }, { limits: { nothing: '1' } }, { limits: { 'example.com/gpu': '1' }, requests: { 'example.com/gpu': '2' } }, { limits: { 'hugepages-2Mi': '2Mi' } }, { requests: { memory: '1Gi' }, limits: { memory: '1Gi' } },
    { limits: { cpu: 1, memory: '1GB' } }, { requests: 'x' }, { requests: { memory: '100m' } }, { limits: { 'example.com/gpu': '500m' } }, { requests: { 'example.com/gpu': '1' } }, { limits: { 'example.com/gpu': '1' } }, { limits: { 'example.com/gpu': '2' }, requests: { 'example.com/gpu': '1' } },
    ...['kubernetes.io/x', 'requests.example.com/x', 'Example.com/x', 'a b', 'a/b/c', '/x', 'x/', 'pods', 'storage', 'ephemeral-storage', 'services', 'requests.cpu', 'limits.cpu', 'count/x', 'alpha.kubernetes.io/nvidia-gpu', 'x.kubernetes.io/y', `example.com/${'x'.repeat(64)}`, `${'x'.repeat(60)}/y`, 'attachable-volumes-x', 'requests.x/y', 'persistentvolumeclaims', '']
      .map(name => ({ limits: { [name]: '1' } })), { limits: { 'kubernetes.io/x': '500m' } }, { requests: { 'kubernetes.io/x': '1' } }, { requests: { 'kubernetes.io/x': '2' }, limits: { 'kubernetes.io/x': '3' } }, { limits: { 'hugepages-2Mi': '2Mi', 'cpu': '1' } }, { limits: { 'hugepages-2Mi': '3Mi', 'memory': '1' } },
    { requests: { 'hugepages-2Mi': '2Mi', 'cpu': '1' } }, { limits: { 'hugepages-2Mi': '4Mi', 'cpu': '1' }, requests: { 'hugepages-2Mi': '2Mi' } }, { limits: { 'hugepages-x': '1', 'cpu': '1' } }, { requests: { cpu: '0.0001' }, limits: { cpu: '1m' } }, { requests: { cpu: '1.0005' }, limits: { cpu: '1001m' } }, { requests: { 'ephemeral-storage': '2' }, limits: { 'ephemeral-storage': '1' } },
    { limits: { cpu: null } }, { limits: { 'example.com/gpu': '1.0001' } }, { claims: [{ name: 'x' }] }, { limits: { cpu: '-0' } }, { limits: { 'example.com/gpu': '-1' } },
  ],
  'template.spec.containers.*.resizePolicy': [
    [], [{}], [{ resourceName: 'cpu', restartPolicy: 'NotRequired' }], [{ resourceName: 'cpu', restartPolicy: 'RestartContainer' }, { resourceName: 'memory', restartPolicy: 'NotRequired' }], [{ resourceName: 'cpu', restartPolicy: 'NotRequired' }, { resourceName: 'cpu', restartPolicy: 'NotRequired' }],
    [{ resourceName: 'gpu', restartPolicy: 'NotRequired' }], [{ resourceName: 'cpu', restartPolicy: 'x' }], [{ resourceName: 'cpu' }], [{ restartPolicy: 'NotRequired' }], [{ resourceName: '', restartPolicy: '' }],
  ],
  'template.spec.containers.*.lifecycle': [
    { preStop: {} }, { preStop: { sleep: { seconds: 5 } } }, { preStop: { sleep: { seconds: 500 } } }, { preStop: { sleep: { seconds: 0 } } }, { preStop: { sleep: { seconds: -1 } } }, { preStop: { sleep: {} } }, { preStop: { exec: { command: ['x'] } } }, { preStop: { exec: {} } }, {}, { stopSignal: 'SIGTERM' }, { postStart: { httpGet: { port: 0 } } },
    { postStart: { tcpSocket: { port: 'NO!' } } }, { postStart: { grpc: { port: 80 } } }, { postStart: { exec: { command: ['x'] }, sleep: { seconds: 1 } } }, { preStop: { httpGet: { port: 80, httpHeaders: [{ name: 'a b', value: 'x' }] } } }, { postStart: { tcpSocket: { port: 70000 } } }, { preStop: { httpGet: { port: 'http' } } }, { postStart: null },
  ],
  'template.spec.containers.*.startupProbe': [{}, { tcpSocket: { port: 80 } }, { grpc: { port: 80 } }, { grpc: { port: 70000 } }, { grpc: {} }, { tcpSocket: {} }, { httpGet: {} }, { tcpSocket: { port: '' } }, { exec: {} }, { tcpSocket: { port: 80 }, successThreshold: 0 }, { tcpSocket: { port: 80 }, failureThreshold: -1 }, { httpGet: { port: 80, scheme: '' } }, { httpGet: { port: 80, httpHeaders: [{}] } }, { tcpSocket: { port: 80 }, terminationGracePeriodSeconds: -1 }, { tcpSocket: { port: 65536 } }],
  'template.spec.containers.*.stdin': [true],
  'template.spec.containers.*.restartPolicyRules': [[{ action: 'Restart', exitCodes: { operator: 'In', values: [1] } }]],
  'template.spec.initContainers': [
    [{ name: 'main', image: 'x' }], [{ name: 'init', image: 'x', readinessProbe: { tcpSocket: { port: 80 } } }], [{ name: 'init' }], [{ name: 'init', image: 'x', restartPolicy: 'Always' }], [{ name: 'init', image: 'x', restartPolicy: 'Never' }], [{ name: 'a', image: 'x' }, { name: 'a', image: 'x' }], [{ name: '', image: 'x' }], [{ image: 'x' }],
    [{ name: 'init', image: 'x', restartPolicy: '' }], [{ name: 'init', image: 'x', restartPolicy: 'Always', readinessProbe: {} }], [{ name: 'init', image: 'x', restartPolicy: 'Always', lifecycle: { preStop: {} } }], [{ name: 'init', image: 'x', lifecycle: {} }], [{ name: 'Init', image: 'x' }], [{ name: 'init', image: 'x', resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'NotRequired' }] }],
    [{ name: 'init', image: 'x', restartPolicy: 'Always', resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'NotRequired' }] }], [{ name: 'init', image: 'x', ports: [{ containerPort: 80, hostPort: 80 }, { containerPort: 81, hostPort: 80 }] }], [{ name: 'init', image: 'x', ports: [{ containerPort: 80, hostPort: 80 }] }, { name: 'more', image: 'x', ports: [{ containerPort: 80, hostPort: 80 }] }],
    [{ name: 'init', image: 'x', terminationMessagePolicy: 'x' }], [{ name: 'init', image: 'x', imagePullPolicy: 'x' }], [{ name: 'init', image: 'x', env: [{ name: '1A' }] }], [{ name: 'init', image: 'x', securityContext: { runAsUser: -1 } }], [{ name: 'init', image: 'x', volumeMounts: [{ name: 'nobody', mountPath: '/x' }] }], [{ name: 'init', image: 'x', resources: { limits: { x: '1' } } }],
    [{ name: 'init', image: 'x', restartPolicy: 'Always', restartPolicyRules: [{ action: 'Restart', exitCodes: { operator: 'In', values: [1] } }] }],
  ],
  'template.spec.resourceClaims': [[{ name: 'a' }], [{ name: 'a', resourceClaimName: 'x' }], [{ name: 'a', resourceClaimName: 'x', resourceClaimTemplateName: 'y' }], [{ name: 'A b', resourceClaimName: 'x' }], [{ name: 'a', resourceClaimName: 'A b' }], [{ name: 'a', resourceClaimTemplateName: '' }], [{ name: 'a', resourceClaimName: 'x' }, { name: 'a', resourceClaimName: 'x' }], [{ resourceClaimName: 'x' }], [{ name: '', resourceClaimName: 'x' }], [{ name: 'a', resourceClaimTemplateName: 'A b' }]],
  'template.spec.overhead': [{ cpu: '1' }, { x: '1' }, { cpu: '-1' }, { 'example.com/gpu': '500m' }, { 'hugepages-2Mi': '2Mi' }, {}, { 'kubernetes.io/x': '1' }],
  'template.spec.resources': [{ limits: { cpu: '1' } }, { limits: { x: '1' } }],
  'template.spec': [
    two({ ports: [{ containerPort: 80, hostPort: 80 }] }, { ports: [{ containerPort: 81, hostPort: 80 }] }), two({ ports: [{ containerPort: 80, hostPort: 80 }] }, { ports: [{ containerPort: 81, hostPort: 80, protocol: 'UDP' }] }), two({ ports: [{ containerPort: 80, name: 'a' }] }, { ports: [{ containerPort: 81, name: 'a' }] }),
    podOf({ ports: [{ containerPort: 80, hostPort: 80 }] }, { initContainers: [{ name: 'init', image: 'x', ports: [{ containerPort: 80, hostPort: 80 }] }] }), podOf({ ports: [{ containerPort: 80, hostPort: 81 }] }, { hostNetwork: true }), podOf({ ports: [{ containerPort: 80 }, { containerPort: 80 }] }, { hostNetwork: true }),
    ...['SIGTERM', 'SIGUSR1', 'x', 'SIGRTMIN+3', 'SIGRTMAX-14', 'SIGRTMAX-15'].flatMap(stopSignal => ['linux', 'windows'].map(name => podOf({ lifecycle: { stopSignal } }, { os: { name } }))), podOf({ lifecycle: { stopSignal: 'SIGTERM' } }, { os: { name: 'x' } }),
    file({}), file({ volumeName: 'a' }), file({ volumeName: 'nobody' }), file({ volumeName: '' }), file({ volumeName: 'A b' }), file({ path: '' }), file({ path: '../x' }), file({ path: '/x' }), file({ key: '' }), file({ key: 'a=b' }), file({ key: '1a' }), file({ key: undefined }), file({ key: 'ü' }), file({ key: 'a b' }),
    claimed([{ name: 'a' }], [{ name: 'a', resourceClaimName: 'x' }]), claimed([{ name: 'b' }], [{ name: 'a', resourceClaimName: 'x' }]), claimed([{ name: 'a' }, { name: 'a' }], [{ name: 'a', resourceClaimName: 'x' }]), claimed([{ name: 'a', request: 'A b' }], [{ name: 'a', resourceClaimName: 'x' }]),
    claimed([{ name: 'a', request: 'x' }, { name: 'a', request: 'y' }], [{ name: 'a', resourceClaimName: 'x' }]), claimed([{ name: 'a', request: 'x' }, { name: 'a' }], [{ name: 'a', resourceClaimName: 'x' }]), claimed([{ name: 'a', request: 'x' }, { name: 'a', request: 'x' }], [{ name: 'a', resourceClaimName: 'x' }]), claimed([{}], [{ name: 'a', resourceClaimName: 'x' }]),
    claimed([{ name: 'a' }, { name: 'a', request: 'x' }], [{ name: 'a', resourceClaimName: 'x' }]), first({ restartPolicy: 'Always', lifecycle: { preStop: { sleep: { seconds: 50 } } } }), first({ restartPolicy: 'Always', lifecycle: { preStop: { sleep: { seconds: 50 } } } }, { terminationGracePeriodSeconds: 60 }), podOf({ lifecycle: { preStop: { sleep: { seconds: 1 } } } }, { terminationGracePeriodSeconds: 0 }),
    first({ restartPolicy: 'Always', startupProbe: { tcpSocket: { port: 0 } } }), first({ ports: [{ containerPort: 0 }] }), first({ ports: [{ containerPort: 1, name: 'A' }] }),
  ],
};
