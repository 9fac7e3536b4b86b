import { pods } from './pods';
import { volumeSources } from '../../../src/rules/workload/volume-sources';
import { testRule } from '../test-rule';

const volume = (source: string) => pods('', `volumes: [{ name: data, ${source} }]`);
const VOLUME = 'spec.template.spec.volumes[0]';

testRule(volumeSources, {
  valid: [
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
      findings: [{ path: `${VOLUME}.name`, message: 'must be at most 63 lower-case letters, digits and hyphens, got "My_data"; write my-data', class: 'refused' }],
    },
    {
      name: 'rights that are not in octal, and a path that leads out',
      yaml: volume('configMap: { name: a, defaultMode: 644, items: [{ key: a, path: /etc/a }] }'),
      findings: [
        { path: `${VOLUME}.configMap.defaultMode`, message: 'must be from 0 to 511, which is 0777 in octal, got 644; write 420, which is 0644 in octal', class: 'refused' },
        { path: `${VOLUME}.configMap.items[0].path`, message: 'must be a path within the volume, without .. and a / before it, got "/etc/a"; write etc/a', class: 'refused' },
      ],
    },
    {
      name: 'a place of the node that is none',
      yaml: volume('hostPath: { path: /a/../b, type: directory }'),
      findings: [
        { path: `${VOLUME}.hostPath.path`, message: 'must not contain .., got "/a/../b"; write the whole path', class: 'refused' },
        { path: `${VOLUME}.hostPath.type`, message: /^must be one of DirectoryOrCreate, .*, got "directory"; write Directory$/, class: 'refused' },
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
  ],
});
