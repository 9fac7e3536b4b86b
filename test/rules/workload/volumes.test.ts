import { pods } from './pods';
import { volumes } from '../../../src/rules/workload/volumes';
import { experiment } from '../manifests';
import { testRule } from '../test-rule';

const DATA = 'volumes: [{ name: data, emptyDir: {} }]';
const MOUNT = 'spec.template.spec.containers[0].volumeMounts[0]';

testRule(volumes, {
  valid: [
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
      findings: [{ path: `${MOUNT}.name`, message: 'must be a volume of the pod, which has data, got "dta"; did you mean data?' }],
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
        { path: `${MOUNT}.mountPath`, message: 'must be a path in the container, got an empty one; write /data', class: 'refused' },
        { path: `${MOUNT}.subPath`, message: 'must be a path within the volume, without .. and a / before it, got "../up"; write up', class: 'refused' },
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
  ],
});
