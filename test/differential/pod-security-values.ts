import { podOf } from './pod-pieces';

/* What may be written about what pods are allowed to do, right and wrong. */

type Fields = Record<string, unknown>;

const profiles = [
  {}, { type: 'x' }, { type: '' }, { type: 'RuntimeDefault' }, { type: 'Unconfined' }, { type: 'Localhost' }, { type: 'RuntimeDefault', localhostProfile: 'a' }, { type: 'RuntimeDefault', localhostProfile: '' },
  ...['a', '', '/a', '../a', ' a', 'a/../b', '..a', 'a'.repeat(4096)].map(localhostProfile => ({ type: 'Localhost', localhostProfile })), null,
];
const USERS = [0, 1000, -1, 2147483647, 2147483648];
const windows: readonly Fields[] = [
  {}, { gmsaCredentialSpecName: 'x' }, { gmsaCredentialSpecName: 'A b' }, { gmsaCredentialSpecName: '' }, { gmsaCredentialSpec: '' }, { gmsaCredentialSpec: '{}' }, { gmsaCredentialSpec: 'x'.repeat(65537) }, { hostProcess: false }, { hostProcess: true },
  ...['', 'x', 'DOMAIN\\x', 'a\\b\\c', 'a b', '...', '. .', 'a@b', 'a/b', 'a:b', 'DOMAIN\\', '\\x', '.D\\x', 'a*b\\x', 'example.com\\x', `${'d'.repeat(16)}\\x`, `${'d'.repeat(257)}\\x`, 'x'.repeat(104), 'x'.repeat(105), 'a\nb', 'NT AUTHORITY\\SYSTEM', 'a"b', 'a[b', '-d-\\x', 'a_very_long_domain\\x']
    .map(runAsUserName => ({ runAsUserName })),
];
const ofBoth: readonly Fields[] = [
  ...USERS.flatMap(user => [{ runAsUser: user }, { runAsGroup: user }]), ...profiles.flatMap(profile => [{ seccompProfile: profile }, { appArmorProfile: profile }]), ...windows.map(windowsOptions => ({ windowsOptions })), { seLinuxOptions: { level: 'x' } }, { runAsNonRoot: true }, {},
];
const ofPods: readonly Fields[] = [
  ...USERS.flatMap(user => [{ fsGroup: user }, { supplementalGroups: [user] }]), { fsGroupChangePolicy: 'x' }, { fsGroupChangePolicy: '' }, { fsGroupChangePolicy: 'OnRootMismatch' }, { supplementalGroupsPolicy: 'x' }, { supplementalGroupsPolicy: 'Strict' }, { supplementalGroupsPolicy: '' },
  { seLinuxChangePolicy: 'x' }, { seLinuxChangePolicy: 'MountOption' }, { seLinuxChangePolicy: '' }, { supplementalGroups: [] }, { sysctls: [] },
  ...['kernel.shm_rmid_forced', 'net/ipv4/tcp', 'A B', '', 'a..b', 'a-', 'a.b_c', 'a'.repeat(254), undefined].map(name => ({ sysctls: [{ name, value: 'x' }] })), { sysctls: [{ name: 'a', value: '1' }, { name: 'a', value: '2' }] },
];
const ofContainers: readonly Fields[] = [
  { privileged: true }, { privileged: true, allowPrivilegeEscalation: false }, { privileged: true, allowPrivilegeEscalation: true }, { capabilities: { add: ['CAP_SYS_ADMIN'] }, allowPrivilegeEscalation: false }, { capabilities: { add: ['SYS_ADMIN'] }, allowPrivilegeEscalation: false },
  { capabilities: { add: ['x'] } }, { procMount: 'Unmasked' }, { procMount: 'Default' }, { procMount: 'x' }, { procMount: '' }, { readOnlyRootFilesystem: true }, { allowPrivilegeEscalation: false }, { capabilities: {} },
];
const on = (name: string, container: unknown, pod: unknown, more: Fields = {}): unknown => (
  podOf({ securityContext: container }, { securityContext: pod, os: { name }, ...more })
);
const annotated = (key: string, value: string, securityContext: Fields, ofPod: Fields = {}): unknown => ({ metadata: { labels: { app: 'shop' }, annotations: { [key]: value } }, spec: podOf({ securityContext }, { securityContext: ofPod }) });
const SECCOMP = 'container.seccomp.security.alpha.kubernetes.io/main';
const ARMOR = 'container.apparmor.security.beta.kubernetes.io/main';
const PROFILES = [{ type: 'RuntimeDefault' }, { type: 'Unconfined' }, { type: 'Localhost', localhostProfile: 'a' }];

export const SECURITY: Readonly<Record<string, readonly unknown[]>> = {
  'template.spec.securityContext': [...ofBoth, ...ofPods],
  'template.spec.containers.*.securityContext': [...ofBoth, ...ofContainers],
  'template': [
    ...['runtime/default', 'docker/default', 'unconfined', 'localhost/a', 'localhost/b'].flatMap(value => PROFILES.flatMap(seccompProfile => [annotated(SECCOMP, value, { seccompProfile }), annotated('seccomp.security.alpha.kubernetes.io/pod', value, {}, { seccompProfile })])),
    ...['runtime/default', 'unconfined', 'localhost/a', 'localhost/b', ''].flatMap(value => PROFILES.flatMap(appArmorProfile => [annotated(ARMOR, value, { appArmorProfile }), annotated(ARMOR, value, {}, { appArmorProfile })])),
    annotated('seccomp.security.alpha.kubernetes.io/pod', 'unconfined', { seccompProfile: { type: 'RuntimeDefault' } }),
  ],
  'template.spec.os.name': ['linux', 'windows', 'x', ''],
  'template.spec': [
    ...['linux', 'windows'].flatMap(name => [...ofBoth.slice(0, 20), { windowsOptions: {} }, { seLinuxOptions: {} }, {}].flatMap(one => [on(name, one, {}), on(name, {}, one)])),
    ...ofPods.map(one => on('windows', {}, one)), ...ofContainers.map(one => on('windows', one, {})), ...[{ hostUsers: true }, { hostPID: true }, { hostIPC: true }, { shareProcessNamespace: true }, { hostNetwork: true }, { shareProcessNamespace: false }].map(more => on('windows', {}, {}, more)),
    on('windows', { windowsOptions: { hostProcess: true } }, {}, { hostNetwork: true }), on('windows', { windowsOptions: { hostProcess: false } }, { windowsOptions: { hostProcess: true } }, { hostNetwork: true }), on('windows', {}, { windowsOptions: { hostProcess: true } }, { hostNetwork: true }), on('windows', { windowsOptions: { hostProcess: false } }, {}),
    on('windows', { windowsOptions: { hostProcess: true } }, { windowsOptions: { hostProcess: false } }), podOf({ securityContext: { procMount: 'Unmasked' } }, { hostUsers: false }), podOf({}, { hostPID: true, shareProcessNamespace: true }), podOf({}, { hostUsers: false, hostNetwork: true }), podOf({}, { securityContext: { sysctls: [{ name: 'net.x', value: '1' }] }, hostNetwork: true }),
    podOf({}, { setHostnameAsFQDN: true, hostnameOverride: 'a' }), podOf({}, { dnsPolicy: 'None' }), podOf({}, { dnsPolicy: 'None', dnsConfig: {} }), podOf({}, { dnsPolicy: 'None', dnsConfig: { nameservers: [] } }), podOf({}, { dnsPolicy: 'None', dnsConfig: { nameservers: ['10.0.0.1'] } }), podOf({}, { initContainers: [{ name: 'init', image: 'x', securityContext: { windowsOptions: {} } }], os: { name: 'linux' } }),
  ],
};
