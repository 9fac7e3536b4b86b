import { pods } from './pods';
import { volumeSources } from '../../../src/rules/workload/volume-sources';
import { experiment } from '../manifests';
import { testRule } from '../test-rule';

const volume = (source: string) => pods('', `volumes: [{ name: data, ${source} }]`);
const VOLUME = 'spec.template.spec.volumes[0]';

const item = (fields: string) => `configMap: { name: a, items: [{ ${fields} }] }`;
const projected = (source: string) => `projected: { sources: [{ ${source} }] }`;
const told = (fields: string) => `downwardAPI: { items: [{ path: a, ${fields} }] }`;
const claim = (fields: string) => `ephemeral: { volumeClaimTemplate: { spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } }, ${fields} } } }`;
const SPEC = 'ephemeral.volumeClaimTemplate.spec';
const SOURCE = 'projected.sources[0]';
const iscsi = (iqn: string) => `iscsi: { targetPortal: a, iqn: '${iqn}', lun: 0 }`;

const right = [
  'gcePersistentDisk: { pdName: a, partition: 1 }', 'csi: { driver: EBS.csi.aws.com, nodePublishSecretRef: { name: a } }', 'emptyDir: { sizeLimit: 1Gi }', 'fc: { wwids: [a] }', 'fc: { targetWWNs: [a], lun: 0 }',
  'flexVolume: { driver: a, options: { fast: "yes" } }', 'flocker: { datasetName: a }', 'gitRepo: { repository: a, directory: b }', 'image: { reference: a, pullPolicy: Always }', iscsi('iqn.2026-01.example:a'), iscsi('eui.0123456789abcdef'),
  'nfs: { server: a, path: /b }', 'quobyte: { registry: "a:1,b:2", volume: c }', 'storageos: { volumeName: a, volumeNamespace: b }', claim('storageClassName: "", volumeMode: Block'), claim('dataSource: { kind: PersistentVolumeClaim, name: a }'),
  claim('dataSource: { apiGroup: a.b, kind: C, name: d }, dataSourceRef: { apiGroup: a.b, kind: C, name: d }'), told('resourceFieldRef: { containerName: main, resource: limits.cpu, divisor: 1m }'), told('fieldRef: { fieldPath: metadata.labels }'),
  projected('serviceAccountToken: { path: token, expirationSeconds: 600 }'), projected('clusterTrustBundle: { name: "example.com:a:b", path: c }'), projected('clusterTrustBundle: { signerName: example.com/a, labelSelector: {}, path: c }'),
  projected('podCertificate: { signerName: example.com/a, keyType: ED25519, keyPath: b }'),
];

const wrong: readonly (readonly [source: string, path: string, message: RegExp])[] = [
  ['awsElasticBlockStore: { volumeID: a, partition: 256 }', 'awsElasticBlockStore.partition', /^must be from 0 to 255, got 256; /],
  ['azureDisk: { diskName: a, diskURI: https://b }', 'azureDisk', /^cannot be of kind azureDisk: the controller finds it without a place, /],
  ['cephfs: { monitors: [] }', 'cephfs.monitors', /^must be given for a cephfs, got none; /],
  ['cinder: { volumeID: a, secretRef: {} }', 'cinder.secretRef.name', /^must be the name of a Secret, got none; /],
  ['csi: { driver: the driver }', 'csi.driver', /^must be the name of a driver, .*, got "the driver"; /],
  ['csi: { driver: a, nodePublishSecretRef: { name: The secret } }', 'csi.nodePublishSecretRef.name', /^must be the name of an object, /],
  ['emptyDir: { sizeLimit: "-1" }', 'emptyDir.sizeLimit', /^must not be negative, got "-1"; /],
  ['fc: {}', 'fc.targetWWNs', /^must be given, or wwids instead of it, got neither; /],
  ['fc: { targetWWNs: [a], wwids: [b], lun: 0 }', 'fc.targetWWNs', /got both; drop one of them$/],
  ['fc: { targetWWNs: [a] }', 'fc.lun', /^must be given beside targetWWNs, got none; /],
  ['flexVolume: { driver: a, options: { A.k8s.io/b: c } }', 'flexVolume.options["A.k8s.io/b"]', /^cannot be an option: /],
  ['flocker: { datasetName: a, datasetUUID: b }', 'flocker.datasetName', /got both; drop one of them$/],
  ['flocker: { datasetName: a/b }', 'flocker.datasetName', /^must not contain \/, got "a\/b"; /],
  ['gitRepo: { repository: a, directory: ../b }', 'gitRepo.directory', /^must be a path within the volume, /],
  ['image: { reference: a }', 'image.pullPolicy', /^must be given, got none: the controller knows none that goes without saying; write pullPolicy: IfNotPresent$/],
  [iscsi('a'), 'iscsi.iqn', /^must be an address of iSCSI, got "a"; /],
  [iscsi('naa.a'), 'iscsi.iqn', /^must be an address of iSCSI, got "naa.a"; /],
  ['nfs: { server: a, path: b }', 'nfs.path', /^must begin with \/, got "b"; /],
  ['quobyte: { registry: a, volume: b }', 'quobyte.registry', /^must be a host and its port, .*, got "a"; /],
  [`quobyte: { registry: "a:1", volume: b, tenant: ${'c'.repeat(65)} }`, 'quobyte.tenant', /^must have at most 64 characters, got 65; /],
  ['storageos: { volumeName: The_a }', 'storageos.volumeName', /^must be at most 63 lower-case letters, /],
  [item('path: a'), 'configMap.items[0].key', /^must be given, got none; /],
  [item('key: a'), 'configMap.items[0].path', /^must be given, got none; /],
  [item('key: a, path: ..a'), 'configMap.items[0].path', /^must not begin with .., got "..a"; /],
  [item('key: a, path: b, mode: 600'), 'configMap.items[0].mode', /^must be from 0 to 511, which is 0777 in octal, got 600; /],
  ['downwardAPI: { items: [{ path: a }] }', 'downwardAPI.items[0]', /^must be a fieldRef or a resourceFieldRef, got none; /],
  [told('fieldRef: { fieldPath: metadata.name }, resourceFieldRef: { containerName: a, resource: limits.cpu }'), 'downwardAPI.items[0]', /got both; make it two$/],
  [told('fieldRef: { fieldPath: spec.nodeName }'), 'downwardAPI.items[0].fieldRef.fieldPath', /^must be one of metadata.name, .*, got "spec.nodeName"; /],
  [told('resourceFieldRef: { resource: limits.cpu }'), 'downwardAPI.items[0].resourceFieldRef.containerName', /^must be given in a volume, got none; /],
  [claim('accessModes: []').replace('accessModes: [ReadWriteOnce], ', ''), `${SPEC}.accessModes`, /^must hold one of ReadWriteOnce, .*, got none; /],
  [claim('accessModes: [ReadWriteOncePod, ReadOnlyMany]').replace('accessModes: [ReadWriteOnce], ', ''), `${SPEC}.accessModes[0]`, /^cannot stand beside other modes, got ReadWriteOncePod and ReadOnlyMany; /],
  [claim('volumeMode: Disk').replace('1Gi', '0').replace('volumeMode: Disk', 'volumeMode: Block'), `${SPEC}.resources.requests.storage`, /^must be more than 0, got 0; /],
  [claim('volumeMode: Disk'), `${SPEC}.volumeMode`, /^must be one of Block and Filesystem, got "Disk"; /],
  [claim('storageClassName: Fast_one'), `${SPEC}.storageClassName`, /^must be the name of an object, /],
  [claim('dataSource: { kind: Snapshot, name: a }'), `${SPEC}.dataSource.kind`, /^must be PersistentVolumeClaim without an apiGroup, got "Snapshot"; /],
  [claim('dataSource: { kind: PersistentVolumeClaim }'), `${SPEC}.dataSource.name`, /^must be given, got none; /],
  [claim('dataSource: { kind: PersistentVolumeClaim, name: a }, dataSourceRef: { kind: PersistentVolumeClaim, name: b }'), `${SPEC}.dataSource`, /^must say the same as dataSourceRef, /],
  [claim('dataSource: { kind: PersistentVolumeClaim, name: a }, dataSourceRef: { kind: PersistentVolumeClaim, name: a, namespace: b }'), `${SPEC}.dataSource`, /^cannot stand beside the namespace of dataSourceRef; /],
  [projected('secret: {}'), `${SOURCE}.secret.name`, /^must be given for a secret, got none; /],
  [projected('serviceAccountToken: { path: token, expirationSeconds: 60 }'), `${SOURCE}.serviceAccountToken.expirationSeconds`, /^must be from 600 to 4294967296, got 60; write expirationSeconds: 3600$/],
  [projected('clusterTrustBundle: { path: a }'), `${SOURCE}.clusterTrustBundle`, /^must have a name or a signerName, got none; /],
  [projected('clusterTrustBundle: { name: a, signerName: example.com/a, path: a }'), `${SOURCE}.clusterTrustBundle`, /got both; drop one of them$/],
  [projected('clusterTrustBundle: { name: a, labelSelector: {}, path: a }'), `${SOURCE}.clusterTrustBundle.labelSelector`, /^cannot stand beside a name; /],
  [projected('clusterTrustBundle: { name: "a:B", path: a }'), `${SOURCE}.clusterTrustBundle.name`, /^must be the name of a ClusterTrustBundle, got "a:B"; /],
  [projected('clusterTrustBundle: { signerName: example/a, path: a }'), `${SOURCE}.clusterTrustBundle.signerName`, /^must be the name of a signer, got "example\/a"; /],
  [projected('podCertificate: { signerName: example.com/a, keyType: ED25519 }'), `${SOURCE}.podCertificate`, /^must say where the files are, got none; /],
  [projected('podCertificate: { signerName: example.com/a, keyType: RSA, keyPath: a }'), `${SOURCE}.podCertificate.keyType`, /^must be one of RSA3072, .*, got "RSA"; /],
  [projected('podCertificate: { signerName: kubernetes.io/a, keyType: ED25519, keyPath: a, maxExpirationSeconds: 99999 }'), `${SOURCE}.podCertificate.maxExpirationSeconds`, /^must be from 3600 to 86400, got 99999; /],
];

testRule(volumeSources, {
  valid: [
    ...right.map((source) => ({ name: source, yaml: volume(source) })),
    {
      name: 'a volume of an Experiment that the controller would not see',
      yaml: experiment({ canary: '\nselector: { matchLabels: { app: compare-canary } }\ntemplate: { metadata: { labels: { app: compare-canary } }, spec: { volumes: [{ name: data, rbd: { monitors: [a], image: b } }], containers: [{ name: main, image: a }] } }' }),
    },
    { name: 'a ConfigMap', yaml: volume('configMap: { name: a, defaultMode: 420, items: [{ key: a, path: b/c }] }') },
    { name: 'an empty directory', yaml: volume('emptyDir: {}') },
    { name: 'a claim', yaml: volume('persistentVolumeClaim: { claimName: data }') },
    { name: 'a file of the node', yaml: volume('hostPath: { path: /dev/log, type: Socket }') },
  ],
  invalid: [
    {
      name: 'a Secret without a name',
      yaml: volume('secret: {}'),
      findings: [{ path: `${VOLUME}.secret.secretName`, message: 'must be given for a secret, got none; write the secretName of what is there', class: 'refused' }],
    },
    {
      name: 'a name that no volume has',
      yaml: volume('emptyDir: {}').replace('name: data', 'name: My_data'),
      findings: [{ path: `${VOLUME}.name`, message: 'must be at most 63 lower-case letters, digits and hyphens, got "My_data"; write name: my-data', class: 'refused' }],
    },
    {
      name: 'rights that are not in octal, and a path that leads out',
      yaml: volume('configMap: { name: a, defaultMode: 644, items: [{ key: a, path: /etc/a }] }'),
      findings: [
        { path: `${VOLUME}.configMap.defaultMode`, message: 'must be from 0 to 511, which is 0777 in octal, got 644; write defaultMode: 420, which is 0644 in octal', class: 'refused' },
        { path: `${VOLUME}.configMap.items[0].path`, message: 'must be a path within the volume, without .. and a / before it, got "/etc/a"; write path: etc/a', class: 'refused' },
      ],
    },
    {
      name: 'a place of the node that is none',
      yaml: volume('hostPath: { path: /a/../b, type: directory }'),
      findings: [
        { path: `${VOLUME}.hostPath.path`, message: 'must not contain .., got "/a/../b"; write the whole path', class: 'refused' },
        { path: `${VOLUME}.hostPath.type`, message: /^must be one of DirectoryOrCreate, .*, got "directory"; write type: Directory$/, class: 'refused' },
      ],
    },
    {
      name: 'a part from two places, and a claim of nothing',
      yaml: pods('', 'volumes: [{ name: data, projected: { sources: [{ configMap: { name: a }, secret: { name: b } }] } }, { name: more, ephemeral: {} }]'),
      findings: [
        { path: `${VOLUME}.projected.sources[0]`, message: 'must come from one place, got configMap and secret; make it one for each', class: 'refused' },
        { path: 'spec.template.spec.volumes[1].ephemeral.volumeClaimTemplate', message: 'must be given, got none; write what is claimed, or use emptyDir', class: 'refused' },
      ],
    },
    ...wrong.map(([source, path, message]) => ({ name: source, yaml: volume(source), findings: [{ path: `${VOLUME}.${path}`, message, class: 'refused' as const }] })),
    {
      name: 'a name that is too long for where it is from',
      yaml: volume(`iscsi: { targetPortal: ${'a'.repeat(60)}, iqn: 'iqn.2026-01.example:a', lun: 0, initiatorName: 'iqn.2026-01.example:b' }`),
      findings: [{ path: `${VOLUME}.name`, message: 'must have at most 63 characters together with targetPortal, beside an initiatorName; write a shorter one, or drop initiatorName', class: 'refused' }],
    },
    {
      name: 'two files of one name',
      yaml: volume('projected: { sources: [{ configMap: { name: a, items: [{ key: a, path: a }] } }, { downwardAPI: { items: [{ path: a, fieldRef: { fieldPath: metadata.name } }] } }] }'),
      findings: [{ path: `${VOLUME}.projected.sources[1].downwardAPI.items[0].path`, message: 'must be a path of its own in the volume, got "a" a second time; write another one', class: 'refused' }],
    },
  ],
});
