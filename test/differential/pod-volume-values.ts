import { podOf, volumesWith } from './pod-pieces';

/* What may be written about the volumes of a pod template, right and wrong. */

type Fields = Record<string, unknown>;

const PATHS = ['a', '', '/a', '../a', 'a/../b', '..a', '...', 'a/b', undefined];
const MODES = [0, 420, 511, 512, -1];
const items = (source: Fields): Fields[] => [
  ...PATHS.map(path => ({ ...source, items: [{ key: 'a', path }] })), ...MODES.map(mode => ({ ...source, items: [{ key: 'a', path: 'a', mode }] })), ...MODES.map(defaultMode => ({ ...source, defaultMode })),
  { ...source, items: [{ path: 'a' }] }, { ...source, items: [{ key: '', path: 'a' }] }, { ...source, items: [{ key: 'a', path: 'a' }, { key: 'b', path: 'a' }] }, { ...source, items: [{}] },
];
const field = { fieldRef: { fieldPath: 'metadata.name' } };
const files = [
  ...PATHS.map(path => ({ path, ...field })), ...MODES.map(mode => ({ path: 'a', ...field, mode })), { path: 'a' }, { path: 'a', ...field, resourceFieldRef: { containerName: 'main', resource: 'limits.cpu' } },
  ...['metadata.labels', 'metadata.annotations', 'spec.nodeName', 'metadata.labels[\'a\']', 'metadata.labels[\'A B\']', 'metadata.nothing', '', 'metadata.uid', 'status.podIP', 'spec.host'].map(fieldPath => ({ path: 'a', fieldRef: { fieldPath } })),
  { path: 'a', fieldRef: { apiVersion: 'v2', fieldPath: 'metadata.name' } }, { path: 'a', fieldRef: {} }, { path: 'a', resourceFieldRef: { resource: 'limits.cpu' } }, { path: 'a', resourceFieldRef: { containerName: 'main', resource: 'limits.x' } },
  { path: 'a', resourceFieldRef: { containerName: 'main', resource: 'limits.cpu', divisor: '1m' } }, { path: 'a', resourceFieldRef: { containerName: 'main', resource: 'limits.cpu', divisor: '1Mi' } },
  { path: 'a', resourceFieldRef: { containerName: 'main', resource: 'limits.memory', divisor: '2' } }, { path: 'a', resourceFieldRef: { containerName: 'main', resource: 'limits.hugepages-2Mi' } },
  { path: 'a', resourceFieldRef: { containerName: 'main' } }, { path: 'a', resourceFieldRef: { containerName: 'nobody', resource: 'limits.cpu' } },
];
const token = (more: Fields): Fields => ({ serviceAccountToken: { path: 'token', ...more } });
const trust = (more: Fields): Fields => ({ clusterTrustBundle: { path: 'ca', ...more } });
const certificate = (more: Fields): Fields => ({ podCertificate: { signerName: 'example.com/x', keyType: 'ED25519', credentialBundlePath: 'a', ...more } });
const projections: readonly (readonly Fields[])[] = [
  [], [{}], ...items({ name: 'x' }).map(source => [{ configMap: source }]), ...items({ name: 'x' }).slice(0, 4).map(source => [{ secret: source }]), [{ secret: {} }], [{ configMap: {} }], [{ configMap: { name: 'x' }, secret: { name: 'x' } }],
  [{ configMap: { name: 'x', items: [{ key: 'a', path: 'a' }] } }, { secret: { name: 'x', items: [{ key: 'a', path: 'a' }] } }], ...files.slice(0, 12).map(file => [{ downwardAPI: { items: [file] } }]), [{ downwardAPI: {} }],
  [token({})], [token({ path: '' })], [token({ path: '../x' })], [token({ path: undefined })], [token({ expirationSeconds: 599 })], [token({ expirationSeconds: 600 })], [token({ expirationSeconds: 4294967297 })], [token({ expirationSeconds: 0 })], [token({}), token({})],
  [trust({})], [trust({ name: 'x' })], [trust({ name: 'x', signerName: 'example.com/x' })], [trust({ signerName: 'example.com/x' })], [trust({ signerName: 'x' })], [trust({ signerName: '' })], [trust({ name: '' })], [trust({ name: 'A B' })],
  [trust({ name: 'x', labelSelector: {} })], [trust({ signerName: 'example.com/x', labelSelector: { matchLabels: { 'a b': 'x' } } })], [trust({ name: 'example.com:x:y' })], [trust({ name: 'x', path: '' })], [trust({ name: 'x', path: '/x' })], [trust({ name: 'x' }), trust({ name: 'y' })],
  [trust({ signerName: 'example/x' })], [trust({ signerName: 'example.com/x/y' })], [trust({ signerName: 'example.com/X' })], [trust({ signerName: 'example.com/x', labelSelector: { matchLabels: { a: 'x' } } })], [trust({ name: 'a:b' })],
  [certificate({})], [certificate({ signerName: 'x' })], [certificate({ keyType: 'x' })], [certificate({ credentialBundlePath: undefined })], [certificate({ keyPath: 'a' })], [certificate({ keyPath: 'b', certificateChainPath: '../x' })],
  [certificate({ maxExpirationSeconds: 60 })], [certificate({ maxExpirationSeconds: 3600 })], [certificate({ maxExpirationSeconds: 99999999 })], [certificate({ signerName: 'kubernetes.io/x', maxExpirationSeconds: 99999 })], [certificate({ keyType: undefined })],
];
const SPEC = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
const claims: readonly unknown[] = [
  undefined, {}, { spec: {} }, { spec: SPEC }, { metadata: { labels: { 'a b': 'x' } }, spec: SPEC }, { metadata: { name: 'x' }, spec: SPEC }, ...[[], ['x'], ['ReadWriteOncePod', 'ReadWriteOnce'], ['ReadWriteOncePod'], undefined].map(accessModes => ({ spec: { ...SPEC, accessModes } })),
  ...[{}, { requests: {} }, { requests: { storage: '0' } }, { requests: { storage: '-1' } }, { requests: { storage: '1Gi', cpu: '1' } }, undefined, { limits: { storage: '1' } }].map(resources => ({ spec: { ...SPEC, resources } })),
  ...[{ storageClassName: 'A b' }, { storageClassName: '' }, { storageClassName: 'fast' }, { volumeMode: 'x' }, { volumeMode: 'Block' }, { selector: { matchLabels: { 'a b': 'x' } } }, { selector: { matchLabels: { a: 'x' } } }, { volumeMode: '' },
    { dataSource: { kind: 'x', name: 'y' } }, { dataSource: { kind: 'PersistentVolumeClaim', name: 'y' } }, { dataSource: { apiGroup: 'a.b', kind: 'x', name: 'y' } }, { dataSource: { apiGroup: 'A B', kind: 'x', name: 'y' } }, { dataSource: { kind: 'PersistentVolumeClaim' } },
    { dataSourceRef: { kind: 'x', name: 'y' } }, { dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'y', namespace: 'A b' } }, { dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'y', namespace: 'b' } }, { volumeAttributesClassName: 'A b' },
    { dataSource: { kind: 'PersistentVolumeClaim', name: 'y' }, dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'z' } }, { dataSource: { kind: 'PersistentVolumeClaim', name: 'y' }, dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'y' } },
    { dataSource: { kind: 'PersistentVolumeClaim', name: 'y' }, dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'y', namespace: 'b' } }, { selector: { matchExpressions: [{ key: 'a', operator: 'x' }] } }].map(more => ({ spec: { ...SPEC, ...more } })),
];

const sources: readonly Fields[] = [
  {}, { emptyDir: {} }, { emptydir: {} }, { emptyDir: { sizeLimit: '-1' } }, { emptyDir: { sizeLimit: '1Gi' } }, { emptyDir: { medium: 'x' } }, { emptyDir: {}, configMap: { name: 'x' } }, { emptyDir: null, configMap: { name: 'x' } }, { emptyDir: {}, hostPath: { path: '../x' } },
  { hostPath: {} }, { hostPath: { path: '' } }, { hostPath: { path: '/a/../b' } }, { hostPath: { path: '/a', type: 'x' } }, { hostPath: { path: '/a', type: '' } }, { hostPath: { path: '/a', type: 'Directory' } }, { hostPath: { path: 'a' } }, { hostPath: { path: '/a..b' } },
  { gitRepo: {} }, { gitRepo: { repository: 'x' } }, { gitRepo: { repository: 'x', directory: '../x' } }, { gitRepo: { repository: 'x', directory: '/x' } }, { gitRepo: { repository: 'x', directory: '.' } },
  { gcePersistentDisk: { pdName: 'x' } }, { gcePersistentDisk: { pdName: 'x', readOnly: true } }, { gcePersistentDisk: { pdName: 'x', partition: 256 } }, { gcePersistentDisk: { pdName: '' } }, { gcePersistentDisk: { pdName: 'x', partition: -1 } }, { gcePersistentDisk: {} },
  { awsElasticBlockStore: { volumeID: 'x' } }, { awsElasticBlockStore: { volumeID: '' } }, { awsElasticBlockStore: { volumeID: 'x', partition: 300 } }, { awsElasticBlockStore: {} },
  { secret: {} }, { secret: { secretName: 'x' } }, ...items({ secretName: 'x' }).map(secret => ({ secret })), { configMap: {} }, { configMap: { name: 'A b' } }, ...items({ name: 'x' }).map(configMap => ({ configMap })),
  { nfs: { server: 'x' } }, { nfs: { server: 'x', path: '/x' } }, { nfs: { server: 'x', path: 'x' } }, { nfs: { server: '', path: '/x' } }, { nfs: { path: '/x' } },
  ...[{}, { lun: 256 }, { lun: -1 }, { iqn: 'x' }, { iqn: 'iqn.x' }, { iqn: 'eui.0123456789abcdef' }, { iqn: 'eui.x' }, { iqn: 'naa.x' }, { iqn: `naa.${'0'.repeat(32)}` }, { iqn: 'iqn.2026-01.example:a b' }, { targetPortal: '' }, { initiatorName: 'x' }, { initiatorName: 'iqn.2026-01.example:y' },
    { initiatorName: 'iqn.x' }, { initiatorName: 'eui.x' }, { chapAuthDiscovery: true }, { chapAuthSession: true, secretRef: { name: 'x' } }, { initiatorName: 'iqn.2026-01.example:y', targetPortal: 'x'.repeat(70) }, { iqn: '' }, { iqn: 'xiqn.2026-01.example:y' }].map(more => ({ iscsi: { targetPortal: 'x', iqn: 'iqn.2026-01.example:x', lun: 0, ...more } })),
  { glusterfs: { endpoints: 'x', path: 'x' } }, { glusterfs: { endpoints: '', path: 'x' } }, { rbd: { monitors: ['x'], image: 'x' } }, { rbd: { monitors: [], image: 'x' } }, { cephfs: { monitors: ['x'] } }, { cephfs: { monitors: [] } }, { cephfs: {} },
  { flocker: {} }, { flocker: { datasetName: 'x' } }, { flocker: { datasetName: 'x', datasetUUID: 'y' } }, { flocker: { datasetName: 'x/y' } }, { flocker: { datasetUUID: 'y' } },
  { persistentVolumeClaim: {} }, { persistentVolumeClaim: { claimName: '' } }, { persistentVolumeClaim: { claimName: 'x' } }, { cinder: { volumeID: 'x' } }, { cinder: { volumeID: '' } }, { cinder: { volumeID: 'x', secretRef: {} } }, { cinder: {} },
  { quobyte: { registry: 'x:1', volume: 'y' } }, { quobyte: { registry: 'x', volume: 'y' } }, { quobyte: { registry: 'x:1,y', volume: 'y' } }, { quobyte: { registry: '', volume: 'y' } }, { quobyte: { registry: 'x:1', volume: '' } }, { quobyte: { registry: 'x:1', volume: 'y', tenant: 'x'.repeat(65) } },
  { quobyte: { registry: 'x:1,y:2', volume: 'y' } }, { quobyte: { registry: '[::1]:1', volume: 'y' } }, { quobyte: { registry: 'x:1:2', volume: 'y' } }, { quobyte: { registry: ':', volume: 'y' } },
  ...files.map(file => ({ downwardAPI: { items: [file] } })), { downwardAPI: {} }, { downwardAPI: { defaultMode: 512 } },
  { fc: {} }, { fc: { targetWWNs: ['x'] } }, { fc: { targetWWNs: ['x'], lun: 0 } }, { fc: { targetWWNs: ['x'], lun: 256 } }, { fc: { wwids: ['x'] } }, { fc: { targetWWNs: ['x'], wwids: ['y'], lun: 1 } }, { fc: { targetWWNs: [], wwids: [] } }, { fc: { wwids: ['x'], lun: 999 } },
  { flexVolume: {} }, { flexVolume: { driver: 'x' } }, { flexVolume: { driver: 'x', options: { 'kubernetes.io/x': 'y' } } }, { flexVolume: { driver: 'x', options: { 'A.K8S.io': 'y' } } }, { flexVolume: { driver: 'x', options: { ok: 'y' } } }, { flexVolume: { driver: '' } },
  { azureFile: { secretName: 'x', shareName: 'y' } }, { azureFile: { secretName: '', shareName: 'y' } }, { azureFile: { secretName: 'x' } }, { azureDisk: { diskName: 'x', diskURI: 'https://x' } }, { azureDisk: { diskName: 'x', diskURI: '/subscriptions/x', kind: 'Managed' } },
  { vsphereVolume: { volumePath: 'x' } }, { vsphereVolume: { volumePath: '' } }, { photonPersistentDisk: { pdID: 'x' } }, { photonPersistentDisk: { pdID: '' } }, { portworxVolume: { volumeID: 'x' } }, { portworxVolume: { volumeID: '' } },
  { scaleIO: { gateway: 'x', system: 'y', secretRef: { name: 'z' }, volumeName: 'v' } }, { scaleIO: { gateway: 'x', system: 'y', secretRef: { name: 'z' } } }, { scaleIO: { gateway: '', system: 'y', secretRef: {}, volumeName: 'v' } }, { scaleIO: {} },
  { storageos: {} }, { storageos: { volumeName: 'x' } }, { storageos: { volumeName: 'A b' } }, { storageos: { volumeName: 'x', volumeNamespace: 'A b' } }, { storageos: { volumeName: 'x', secretRef: {} } }, { storageos: { volumeName: 'x', secretRef: { name: 'y' } } },
  { csi: {} }, { csi: { driver: 'x' } }, { csi: { driver: 'A.example.com' } }, { csi: { driver: 'a b' } }, { csi: { driver: 'a'.repeat(64) } }, { csi: { driver: 'x', nodePublishSecretRef: {} } }, { csi: { driver: 'x', nodePublishSecretRef: { name: 'A b' } } }, { csi: { driver: 'x', nodePublishSecretRef: { name: 'y' } } },
  { image: { reference: 'x' } }, { image: {} }, { image: { reference: 'x', pullPolicy: 'x' } }, { image: { reference: 'x', pullPolicy: 'Always' } }, { image: { reference: '' } }, { image: { pullPolicy: 'Never' } },
  ...claims.map(volumeClaimTemplate => ({ ephemeral: { volumeClaimTemplate } })),
  ...projections.map(all => ({ projected: { sources: all } })), { projected: {} }, { projected: { sources: [], defaultMode: 512 } },
];

const mounted = (...mounts: readonly Fields[]): unknown => podOf({ volumeMounts: mounts }, { volumes: [...volumesWith(), { name: 'claim', persistentVolumeClaim: { claimName: 'x' } }] });
const mount = (more: Fields): Fields => ({ name: 'cache', mountPath: '/x', ...more });
const device = (more: Fields, other: Fields = {}, pod: Fields = {}): unknown => podOf({ volumeDevices: [{ name: 'claim', devicePath: '/x', ...more }], ...other }, { volumes: [...volumesWith(), { name: 'claim', persistentVolumeClaim: { claimName: 'x' } }, { name: 'own', ephemeral: { volumeClaimTemplate: { spec: SPEC } } }], ...pod });

export const VOLUMES: Readonly<Record<string, readonly unknown[]>> = {
  'template.spec.volumes': [
    [], [{}], [{ name: 'a' }], ...['A B', 'A', '', undefined, 'a.b', 'a'.repeat(64)].map(name => volumesWith({ name, emptyDir: {} })), volumesWith({ name: 'a', emptyDir: {} }, { name: 'a', emptyDir: {} }),
    ...sources.map(source => volumesWith({ name: 'a', ...source })),
  ],
  'template.spec.volumes.*.name': ['nobody', 'A B', ''],
  'template.spec': [
    ...[[mount({})], [mount({ name: 'nobody' })], [mount({ name: '' })], [mount({ mountPath: '' })], [mount({ mountPath: '/a:b' })], [mount({ mountPath: undefined })], [mount({}), mount({})], [mount({}), mount({ name: 'config' })], [mount({ mountPath: '/x/' }), mount({})],
      ...['../x', '/x', 'a', '..a', 'a/..', ''].flatMap(path => [[mount({ subPath: path })], [mount({ subPathExpr: path })]]), [mount({ subPath: 'a', subPathExpr: 'b' })], ...['None', 'HostToContainer', 'Bidirectional', 'x', ''].map(mountPropagation => [mount({ mountPropagation })]),
      ...['Disabled', 'Enabled', 'IfPossible', 'x', ''].flatMap(recursiveReadOnly => [[mount({ recursiveReadOnly })], [mount({ recursiveReadOnly, readOnly: true })]]), [mount({ recursiveReadOnly: 'Enabled', readOnly: true, mountPropagation: 'HostToContainer' })],
      [mount({ recursiveReadOnly: 'Enabled', readOnly: true, mountPropagation: 'None' })], [{}], [{ name: 'cache' }], [{ mountPath: '/x' }]].map(mounts => mounted(...mounts)),
    podOf({ volumeMounts: [mount({ mountPropagation: 'Bidirectional' })], securityContext: { privileged: true } }, { volumes: volumesWith() }), podOf({ volumeMounts: [mount({ name: 'a' })] }, { volumes: volumesWith({ name: 'a', secret: {} }) }),
    device({}), device({ name: 'cache' }), device({ name: 'own' }), device({ name: 'nobody' }), device({ devicePath: '' }), device({ devicePath: '/../x' }), device({ name: '' }), device({}, { volumeMounts: [mount({ name: 'claim', mountPath: '/y' })] }), device({}, { volumeMounts: [mount({})] }),
    device({}, { volumeDevices: [{ name: 'claim', devicePath: '/x' }, { name: 'own', devicePath: '/x' }] }), device({}, { volumeDevices: [{ name: 'claim', devicePath: '/x' }, { name: 'claim', devicePath: '/y' }] }), device({}, {}, { hostUsers: false }), device({ devicePath: undefined }),
  ],
};
