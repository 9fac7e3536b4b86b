import { pods } from './pods';
import { volumes } from '../../../src/rules/workload/volumes';
import { experiment } from '../manifests';
import { testRule } from '../test-rule';

const DATA = 'volumes: [{ name: data, emptyDir: {} }]';
const DISK = 'volumes: [{ name: disk, persistentVolumeClaim: { claimName: checkout } }]';
const DEVICES = 'spec.template.spec.containers[0].volumeDevices';
const MOUNT = 'spec.template.spec.containers[0].volumeMounts[0]';

testRule(volumes, {
  valid: [
    { name: 'a disk', yaml: pods('volumeDevices: [{ name: disk, devicePath: /dev/xvda }]', DISK) },
    { name: 'a mount that the node sees', yaml: pods('volumeMounts: [{ name: data, mountPath: /data, mountPropagation: Bidirectional }]\n    securityContext: { privileged: true }', DATA) },
    { name: 'a volume that is mounted', yaml: pods('volumeMounts: [{ name: data, mountPath: /data, subPath: a/b }]', DATA) },
    { name: 'a volume that nobody mounts, and from nowhere', yaml: pods('', 'volumes: [{ name: data }]') },
    { name: 'several volumes', yaml: pods('volumeMounts: [{ name: data, mountPath: /data }]', 'volumes: [{ name: data, emptyDir: {} }, { name: other, configMap: { name: a } }]') },
  ],
  invalid: [
    {
      name: 'a volume that there is not',
      yaml: pods('volumeMounts: [{ name: cache, mountPath: /cache }]', DATA),
      findings: [{ path: `${MOUNT}.name`, message: 'must be a volume of the pod, which has data, got "cache"; add { name: cache, emptyDir: {} } to volumes, or where it comes from', class: 'refused' }],
    },
    {
      name: 'a volume that is misspelt',
      yaml: pods('volumeMounts: [{ name: dta, mountPath: /data }]', DATA),
      findings: [{ path: `${MOUNT}.name`, message: 'must be a volume of the pod, which has data, got "dta"; write name: data, or add { name: dta, emptyDir: {} } to volumes' }],
    },
    {
      name: 'a volume from two places',
      yaml: pods('', 'volumes: [{ name: data, emptyDir: {}, configMap: { name: a } }]'),
      findings: [{ path: 'spec.template.spec.volumes[0]', message: 'must come from one place, got emptyDir and configMap; keep emptyDir', class: 'refused' }],
    },
    {
      name: 'paths that lead nowhere',
      yaml: pods('volumeMounts: [{ name: data, mountPath: "", subPath: ../up }]', DATA),
      findings: [
        { path: `${MOUNT}.mountPath`, message: 'must be a path in the container, got an empty one; write mountPath: /data', class: 'refused' },
        { path: `${MOUNT}.subPath`, message: 'must be a path within the volume, without .. and a / before it, got "../up"; write subPath: up', class: 'refused' },
      ],
    },
    {
      name: 'a path that is said twice',
      yaml: pods('volumeMounts: [{ name: data, mountPath: /data, subPath: a, subPathExpr: b }]', DATA),
      findings: [{ path: `${MOUNT}.subPathExpr`, message: 'cannot stand beside subPath; keep one', class: 'refused' }],
    },
    {
      name: 'a device that there is not, in an Experiment',
      yaml: experiment({
        canary: `
selector: { matchLabels: { app: compare-canary } }
template: { metadata: { labels: { app: compare-canary } }, spec: { containers: [{ name: main, image: a, volumeDevices: [{ name: disk, devicePath: /dev/a }] }] } }`,
      }),
      findings: [{ path: 'spec.templates[1].template.spec.containers[0].volumeDevices[0].name', message: /^must be a volume of the pod, which has none, got "disk"; /, class: 'broken' }],
    },
    {
      name: 'a way between mounts that there is not, and one that is not allowed',
      yaml: pods('volumeMounts: [{ name: data, mountPath: /a, mountPropagation: Both }, { name: data, mountPath: /b, mountPropagation: Bidirectional }]', DATA),
      findings: [
        { path: `${MOUNT}.mountPropagation`, message: /^must be one of None, HostToContainer and Bidirectional, got "Both"; /, class: 'refused' },
        { path: `${MOUNT.replace('volumeMounts[0]', 'volumeMounts[1]')}.mountPropagation`, message: 'needs a container with securityContext: { privileged: true }; write HostToContainer, or let it be privileged', class: 'refused' },
      ],
    },
    {
      name: 'a mount that is read only as a whole, and not at all',
      yaml: pods('volumeMounts: [{ name: data, mountPath: /a, recursiveReadOnly: Enabled, mountPropagation: HostToContainer }, { name: data, mountPath: /b, recursiveReadOnly: "yes" }]', DATA),
      findings: [
        { path: `${MOUNT}.recursiveReadOnly`, message: 'needs mountPropagation: None, got "HostToContainer"; drop one of them', class: 'refused' },
        { path: `${MOUNT}.recursiveReadOnly`, message: 'needs readOnly: true; write readOnly: true beside it', class: 'refused' },
        { path: `${MOUNT.replace('volumeMounts[0]', 'volumeMounts[1]')}.recursiveReadOnly`, message: /^must be one of Disabled, IfPossible and Enabled, got "yes"; /, class: 'refused' },
      ],
    },
    {
      name: 'a volume as files and as a disk',
      yaml: pods('volumeMounts: [{ name: disk, mountPath: /disk }]\n    volumeDevices: [{ name: disk, devicePath: /disk }]', DISK),
      findings: [
        { path: `${MOUNT}.mountPath`, message: 'must not be in volumeDevices as well, got "/disk"; drop one of them', class: 'refused' },
        { path: `${MOUNT}.name`, message: 'must not be in volumeDevices as well, got "disk"; drop one of them', class: 'refused' },
      ],
    },
    {
      name: 'disks in one place, in no place, and of files',
      yaml: pods('volumeDevices: [{ name: disk, devicePath: /a }, { name: disk, devicePath: /a }, { name: data, devicePath: "" }, { name: data, devicePath: /a/../b }]', `${DISK.slice(0, -1)}, { name: data, emptyDir: {} }]`),
      findings: [
        { path: `${DEVICES}[0].name`, message: 'must be there once, got "disk" several times; drop the others', class: 'refused' },
        { path: `${DEVICES}[1].devicePath`, message: 'must be a path of its own, got "/a" a second time; write another one', class: 'refused' },
        { path: `${DEVICES}[1].name`, message: /^must be there once, / },
        { path: `${DEVICES}[2].devicePath`, message: 'must be a path in the container, got an empty one; write devicePath: /dev/xvda', class: 'refused' },
        { path: `${DEVICES}[2].name`, message: 'must be a persistentVolumeClaim or an ephemeral volume, got another one; mount it in volumeMounts', class: 'refused' },
        { path: `${DEVICES}[2].name`, message: /^must be there once, / },
        { path: `${DEVICES}[3].devicePath`, message: 'must not contain .., got "/a/../b"; write the whole path', class: 'refused' },
        { path: `${DEVICES}[3].name`, message: /^must be a persistentVolumeClaim / },
        { path: `${DEVICES}[3].name`, message: /^must be there once, / },
      ],
    },
  ],
});
