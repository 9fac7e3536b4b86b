import { CONTAINERS } from './pod-container-values';
import { SCHEDULING } from './pod-scheduling-values';
import { SECURITY } from './pod-security-values';
import { VOLUMES } from './pod-volume-values';

/* What may be written in a pod template, right and wrong: see `values.ts`. */

const ABSENT = undefined;

export const LABELS = [{ app: 'shop' }, { app: 'other' }, {}, { 'app': 'shop', 'bad key!': 'x' }, { app: 'shop', tier: 'not a value!' }, { 'app': 'shop', 'example.com/tier': 'front' }, { app: '' }, { app: 5 }, 'app', ABSENT];

type Values = Readonly<Record<string, readonly unknown[]>>;

const OWN: Values = {
  'template': [ABSENT, {}, { metadata: { labels: { app: 'shop' } } }, { spec: { containers: [{ name: 'main', image: 'x' }] } }, null],
  'template.metadata': [ABSENT, {}, { labels: { app: 'shop' }, name: 'x' }],
  'template.metadata.labels': LABELS,
  'template.metadata.annotations': [
    { 'a b': 'x' }, { note: 'x' }, { note: 5 }, { 'kubernetes.io/config.mirror': 'x' }, { 'seccomp.security.alpha.kubernetes.io/pod': 'x' }, { 'seccomp.security.alpha.kubernetes.io/pod': 'runtime/default' },
    { 'container.seccomp.security.alpha.kubernetes.io/main': 'localhost/../x' }, { 'container.seccomp.security.alpha.kubernetes.io/nobody': 'unconfined' }, { 'container.apparmor.security.beta.kubernetes.io/nobody': 'unconfined' },
    { 'container.apparmor.security.beta.kubernetes.io/main': 'x' }, { 'container.apparmor.security.beta.kubernetes.io/main': 'localhost/x' }, { 'controller.kubernetes.io/pod-deletion-cost': 'x' }, { 'Note/A': 'x' },
    { 'scheduler.alpha.kubernetes.io/tolerations': 'x' }, { 'scheduler.alpha.kubernetes.io/tolerations': '[{"key":"a b"}]' }, { 'scheduler.alpha.kubernetes.io/tolerations': '[{"operator":"Exists"}]' }, { note: null },
  ],
  'template.spec.restartPolicy': ['Always', 'Never', 'OnFailure', 'always', ''],
  'template.spec.activeDeadlineSeconds': [60, 0, -1],
  'template.spec.terminationGracePeriodSeconds': [0, 30, -1, '30'],
  'template.spec.dnsPolicy': ['ClusterFirst', 'None', 'first', ''],
  'template.spec.containers': [[], ABSENT, [{}], [{ name: 'main' }], [{ image: 'x' }], [{ name: 'main', image: 'x' }, { name: 'main', image: 'y' }]],
  'template.spec.containers.*.name': ['main', 'Main', '', 'main_1', '-a', 'a'.repeat(64), 'proxy', ABSENT],
  'template.spec.containers.*.image': ['', ' x', 'x', ABSENT, 5],
  'template.spec.containers.*.imagePullPolicy': ['Always', 'sometimes', 'Never', ''],
  'template.spec.containers.*.readinessProbe': [{}, { httpGet: { port: 80 } }, { httpGet: { port: 0 } }, { httpGet: { port: 'http' } }, { httpGet: { port: 'NO!' } }, { httpGet: { port: 80 }, tcpSocket: { port: 80 } }, { tcpSocket: { port: 80 }, periodSeconds: -1 }, { tcpSocket: { port: 80 }, timeoutSeconds: -1 }, { exec: { command: [] } }, { grpc: { port: 0 } }, { tcpSocket: { port: 80 }, successThreshold: 2 }, { httpGet: { port: 80, scheme: 'ftp' } }, { tcpSocket: { port: 80 }, terminationGracePeriodSeconds: 5 }],
  'template.spec.containers.*.livenessProbe': [{}, { tcpSocket: { port: 80 }, successThreshold: 2 }, { exec: { command: ['x'] }, terminationGracePeriodSeconds: 0 }, { httpGet: { port: 80, path: '' } }],
  'template.spec.containers.*.terminationMessagePolicy': ['File', 'x'],
  'template.spec.containers.*.restartPolicy': ['Always', 'x'],
  'template.spec.containers.*.workingDir': ['/x', ''],
  'template.spec.ephemeralContainers': [[{ name: 'debug', image: 'x' }]],
  'template.spec.nodeSelector': [{ 'a b': 'x' }, { a: 'x y' }, { a: 5 }, {}],
  'template.spec.schedulerName': ['', 'X Y'],
  'template.spec.priorityClassName': ['Not A Name', 'high'],
  'template.spec.serviceAccountName': ['A B', 'shop'],
  'template.spec.preemptionPolicy': ['Never', 'x'],
  'template.spec.hostname': ['a', 'A b', 'a.b', '', 'a'.repeat(64)],
  'template.spec.subdomain': ['a', 'A b', 'a.b', ''],
  'template.spec.setHostnameAsFQDN': [true],
  'template.spec.hostnameOverride': ['a', 'A b', 'a.b', '', 'a'.repeat(65), 'a'.repeat(64)],
  'template.spec.hostNetwork': [true, false],
  'template.spec.hostPID': [true],
  'template.spec.hostIPC': [true],
  'template.spec.hostUsers': [true, false],
  'template.spec.shareProcessNamespace': [true],
  'template.spec.hostAliases': [
    [{ ip: 'x' }], [{ ip: '10.0.0.1', hostnames: ['a'] }], [{ ip: '10.0.0.1', hostnames: ['A b'] }], [{ ip: '10.0.0.1', hostnames: ['a_b'] }], [{ ip: '010.0.0.1' }], [{ ip: '10.0.0.256' }], [{ ip: '10.0.0' }], [{ ip: '::1' }], [{ hostnames: ['a'] }],
    [{ ip: '::ffff:10.0.0.1' }], [{ ip: 'fe80::1%eth0' }], [{ ip: '1:2:3:4:5:6:7' }], [{ ip: '' }], [{}], [{ ip: ' 10.0.0.1' }], [{ ip: '1::2::3' }], [{ ip: '10.0.0.1/8' }], [{ ip: '10.0.0.1', hostnames: [''] }], [{ ip: '10.0.0.1', hostnames: [] }],
    [{ ip: '1:2:3:4:5:6:7:8' }], [{ ip: '1::3:4:5:6:7:8' }], [{ ip: '1::2:3:4:5:6:7:8' }], [{ ip: '12345::' }], [{ ip: '10.0.0.1' }, { ip: '10.0.0.1' }], [{ ip: '::1.2.3.4' }], [{ ip: '[::1]' }], [{ ip: '::' }], [{ ip: '0000010.0.0.1' }],
  ],
  'template.spec.dnsConfig': [
    { nameservers: ['x'] }, { nameservers: ['10.0.0.1'] }, { searches: ['A B'] }, {}, { nameservers: ['10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4'] }, { nameservers: [] }, { nameservers: [''] }, { searches: ['a.b.'] }, { searches: ['.'] }, { searches: ['_a.b'] },
    { searches: [''] }, { searches: Array.from({ length: 33 }, (_, index) => `a${index}`) }, { searches: Array.from({ length: 12 }, () => 'a'.repeat(200)) }, { options: [{ name: 'ndots', value: '2' }] }, { options: [{ value: '2' }] }, { options: [{ name: '' }] },
    { options: [{}] }, { searches: ['a..'] }, { nameservers: ['::1', '10.0.0.1'] }, { searches: Array.from({ length: 11 }, () => 'a'.repeat(185)) },
  ],
  'template.spec.imagePullSecrets': [[{ name: 'x' }], [{}], [{ name: 'A b' }], [{ name: 'x' }, { name: 'x' }]],
  'template.spec.runtimeClassName': ['x', '', 'A b'],
  'template.spec.os': [
    { name: 'linux' }, { name: 'x' }, {}, { name: '' }, { name: 'windows' }, { name: 'Linux' }, null,
  ],
};

/** By place; of one that several tell about, everything. */
export const POD: Values = [OWN, CONTAINERS, SCHEDULING, SECURITY, VOLUMES].reduce((all, more) => ({
  ...all, ...Object.fromEntries(Object.entries(more).map(([place, values]) => [place, [...all[place] ?? [], ...values]])),
}));
