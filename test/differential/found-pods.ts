import type { Found } from './found';
import { podOf, volumesWith } from './pod-pieces';

/* What the comparison with the real code has found about pod templates. */

const POD = 'spec.template.spec';
const MAIN = `${POD}.containers.0`;
const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

/** By the rule that says the same: what it is, where, and what stands there. */
const refused: Readonly<Record<string, readonly (readonly [name: string, path: string, value: unknown])[]>> = {
  'affinity': [
    ['a label of nodes that no node has', `${POD}.affinity`, { nodeAffinity: { [REQUIRED]: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'a b', operator: 'Exists' }] }] } } }],
    ['a value that no label of a node has', `${POD}.affinity`, { nodeAffinity: { [REQUIRED]: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'In', values: ['not a value!'] }] }] } } }],
    ['a field that does not tell a node', `${POD}.affinity`, { nodeAffinity: { [PREFERRED]: [{ weight: 1, preference: { matchFields: [{ key: 'a', operator: 'In', values: ['x'] }] } }] } }],
    ['several names of a node', `${POD}.affinity`, { nodeAffinity: { [REQUIRED]: { nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['a', 'b'] }] }] } } }],
    ['a label of pods that no pod has', `${POD}.affinity`, { podAffinity: { [REQUIRED]: [{ topologyKey: 'zone', labelSelector: { matchLabels: { 'a b': 'x' } } }] } }],
    ['a namespace that there cannot be', `${POD}.affinity`, { podAffinity: { [REQUIRED]: [{ topologyKey: 'zone', namespaces: ['A b'] }] } }],
    ['a key of the pod without a selector', `${POD}.affinity`, { podAffinity: { [REQUIRED]: [{ topologyKey: 'zone', matchLabelKeys: ['a'] }] } }],
  ],
  'scheduling': [
    ['a node that there cannot be', `${POD}.nodeName`, 'A B'],
    ['a condition that nobody can name', `${POD}.readinessGates`, [{ conditionType: 'a b' }]],
    ['a gate without a name', `${POD}.schedulingGates`, [{ name: '' }]],
    ['a value that no taint has', `${POD}.tolerations`, [{ key: 'a', value: 'b c' }]],
    ['tolerations that nobody can read, in an annotation', 'spec.template.metadata.annotations', { 'scheduler.alpha.kubernetes.io/tolerations': 'x' }],
    ['pods that are counted by a label twice', `${POD}.topologySpreadConstraints`, [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', labelSelector: { matchLabels: { a: 'x' } }, matchLabelKeys: ['a'] }]],
  ],
  'pod-network': [
    ['a name server without an address', `${POD}.dnsConfig`, { nameservers: ['x'] }],
    ['more name servers than there can be', `${POD}.dnsConfig`, { nameservers: ['10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4'] }],
    ['a domain that there cannot be', `${POD}.dnsConfig`, { searches: ['_a.b'] }],
    ['an option without a name', `${POD}.dnsConfig`, { options: [{}] }],
    ['another name of a host that has no address', `${POD}.hostAliases`, [{ ip: '1::2:3:4:5:6:7:8' }]],
    ['another name of a host that no host has', `${POD}.hostAliases`, [{ ip: '10.0.0.1', hostnames: ['a_b'] }]],
    ['a name of a pod in the place of its own, which is too long', `${POD}.hostnameOverride`, 'a'.repeat(65)],
  ],
  'pod-settings': [['an empty runtime class', `${POD}.runtimeClassName`, ''], ['an empty preemption policy', `${POD}.preemptionPolicy`, '']],
  'pod-system': [
    ['a system that there is not', `${POD}.os`, { name: 'x' }],
    ['a group of files on windows', POD, podOf({}, { os: { name: 'windows' }, securityContext: { fsGroup: 1 } })],
    ['an option of windows on linux', POD, podOf({ securityContext: { windowsOptions: {} } }, { os: { name: 'linux' } })],
    ['a process of a node of windows, which needs what the check does not see', POD, podOf({}, { os: { name: 'windows' }, hostNetwork: true, securityContext: { windowsOptions: { hostProcess: true } } })],
    ['a signal of no system', `${MAIN}.lifecycle`, { stopSignal: 'SIGTERM' }],
  ],
  'security-context': [
    ['a setting that no kernel has', `${POD}.securityContext`, { sysctls: [{ name: 'A B', value: 'x' }] }],
    ['a profile without a file', `${MAIN}.securityContext`, { seccompProfile: { type: 'Localhost' } }],
    ['a mount that needs what the check does not see', POD, podOf({ securityContext: { procMount: 'Unmasked' } }, { hostUsers: false })],
    ['a group that there cannot be', `${POD}.securityContext`, { supplementalGroups: [-1] }],
    ['an annotation of no profile', 'spec.template.metadata.annotations', { 'seccomp.security.alpha.kubernetes.io/pod': 'x' }],
  ],
  'volume-sources': [
    ...['azureDisk', 'glusterfs', 'rbd'].map(kind => [`a volume of kind ${kind}, of which the check loses the place`, `${POD}.volumes`, [{ name: 'a', [kind]: { diskName: 'x', diskURI: 'https://x', endpoints: 'x', path: 'x', monitors: ['x'], image: 'x' } }]] as const),
    ['an image as a volume, of which the check knows no policy', `${POD}.volumes`, [{ name: 'a', image: { reference: 'x' } }]],
    ['an address of iSCSI that is none', `${POD}.volumes`, [{ name: 'a', iscsi: { targetPortal: 'x', iqn: 'x', lun: 0 } }]],
    ['a file of the pod from nowhere', `${POD}.volumes`, [{ name: 'a', downwardAPI: { items: [{ path: 'a' }] } }]],
    ['two files of one name', `${POD}.volumes`, [{ name: 'a', projected: { sources: [{ configMap: { name: 'x', items: [{ key: 'a', path: 'a' }, { key: 'b', path: 'a' }] } }] } }]],
    ['a token that ends too soon', `${POD}.volumes`, [{ name: 'a', projected: { sources: [{ serviceAccountToken: { path: 'token', expirationSeconds: 599 } }] } }]],
    ['a claim of nothing', `${POD}.volumes`, [{ name: 'a', ephemeral: { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: {} } } } }]],
  ],
  'volumes': [
    ['a mount that a container may not give to its node', POD, podOf({ volumeMounts: [{ name: 'cache', mountPath: '/x', mountPropagation: 'Bidirectional' }] }, { volumes: volumesWith() })],
    ['a disk of files', POD, podOf({ volumeDevices: [{ name: 'cache', devicePath: '/x' }] }, { volumes: volumesWith() })],
  ],
  'container-ports': [['a port of the node twice', `${MAIN}.ports`, [{ containerPort: 80, hostPort: 80 }, { containerPort: 81, hostPort: 80 }]]],
  'environment': [
    ['a ConfigMap without a name', `${MAIN}.env`, [{ name: 'A', valueFrom: { configMapKeyRef: { name: '', key: 'x' } } }]],
    ['a part of an amount that there is not', `${MAIN}.env`, [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'limits.memory', divisor: '1048576' } } }]],
    ['a beginning of names that no name has', `${MAIN}.envFrom`, [{ prefix: '..', configMapRef: { name: 'x' } }]],
  ],
  'resource-bounds': [
    ['a limit without an amount, which is none', `${MAIN}.resources`, { requests: { cpu: '2' }, limits: { cpu: null } }],
    ['blanks around an amount that is more than its limit', `${MAIN}.resources`, { requests: { cpu: '2 ' }, limits: { cpu: ' 1' } }],
    ['a resource that only a quota has', `${MAIN}.resources`, { limits: { 'requests.example.com/x': '1' } }],
    ['what cannot change while it runs', `${MAIN}.resizePolicy`, [{ resourceName: 'gpu', restartPolicy: 'NotRequired' }]],
    ['a claim that the pod does not have', `${MAIN}.resources`, { claims: [{ name: 'x' }] }],
    ['a claim from nowhere', `${POD}.resourceClaims`, [{ name: 'a' }]],
    ['what pods need beside their containers, which is nothing', `${POD}.overhead`, { x: '1' }],
  ],
  'probes': [['a port of a hook that is none', `${MAIN}.lifecycle`, { postStart: { tcpSocket: { port: 70000 } } }]],
};

export const foundInPods: readonly Found[] = [
  ...Object.entries(refused).flatMap(([rule, all]) => all.map(([name, path, value]): Found => ({ name, base: 'basic', changes: [[0, path, value]], theirs: 'refused', rule }))),
  {
    name: 'pods that are spread by a label that no node has',
    base: 'basic',
    changes: [[0, `${POD}.topologySpreadConstraints`, [{ maxSkew: 1, topologyKey: 'a b', whenUnsatisfiable: 'DoNotSchedule' }]]],
    theirs: 'accepted',
    rule: 'scheduling',
  },
  {
    name: 'another port of the node whose network the pods have',
    base: 'basic',
    changes: [[0, POD, podOf({ ports: [{ containerPort: 80, hostPort: 81 }] }, { hostNetwork: true })]],
    theirs: 'accepted',
    rule: 'container-ports',
  },
  { name: 'a label of pods that no pod has, in a workload that lends them', base: 'adopted', changes: [[1, 'spec.template.metadata.labels.tier', 'not a value!']], theirs: 'refused', rule: 'name-limits' },
];
