import { pods } from './pods';
import { resourceBounds } from '../../../src/rules/workload/resource-bounds';
import { testRule } from '../test-rule';

const needing = (resources: string) => pods(`resources: { ${resources} }`);
const REQUESTS = 'spec.template.spec.containers[0].resources.requests';

testRule(resourceBounds, {
  valid: [
    { name: 'less than the limits', yaml: needing('requests: { cpu: 100m, memory: 128Mi }, limits: { cpu: 1, memory: 1Gi }') },
    { name: 'the same in other words', yaml: needing('requests: { cpu: 1100m, memory: 1024Mi }, limits: { cpu: 1.1, memory: 1Gi }') },
    { name: 'no limits', yaml: needing('requests: { cpu: 2 }') },
    { name: 'a device', yaml: needing('requests: { nvidia.com/gpu: 1 }, limits: { nvidia.com/gpu: "1" }') },
  ],
  invalid: [
    {
      name: 'more than the limit',
      yaml: needing('requests: { memory: 2Gi }, limits: { memory: 2G }'),
      findings: [{ path: `${REQUESTS}.memory`, message: 'must not exceed the limit "2G", got "2Gi"; write 2G', class: 'refused' }],
    },
    {
      name: 'less than nothing',
      yaml: needing('requests: { cpu: "-100m" }'),
      findings: [{ path: `${REQUESTS}.cpu`, message: 'must not be negative, got "-100m"; write 100m', class: 'refused' }],
    },
    {
      name: 'a resource that there is not',
      yaml: needing('requests: { mem: 1Gi }, limits: { mem: 1Gi }'),
      findings: [
        { path: 'spec.template.spec.containers[0].resources.limits.mem', message: /^must be of cpu, memory and ephemeral-storage or a resource with a domain, such as nvidia.com\/gpu, got "mem"; write example.com\/mem$/, class: 'refused' },
        { path: `${REQUESTS}.mem`, message: /got "mem"/ },
      ],
    },
    {
      name: 'half a device, a name that no resource has, and large pages alone',
      yaml: needing('limits: { nvidia.com/gpu: 500m, "a b/c": 1, hugepages-2Mi: 2Mi }'),
      findings: [
        { path: 'spec.template.spec.containers[0].resources.limits.hugepages-2Mi', message: 'must stand beside cpu or memory, got neither; write memory: 128Mi in requests', class: 'refused' },
        { path: 'spec.template.spec.containers[0].resources.limits["a b/c"]', message: 'must be of a resource with a domain, such as nvidia.com/gpu, got "a b/c"; write the name that the device plugin gives it', class: 'refused' },
        { path: 'spec.template.spec.containers[0].resources.limits["nvidia.com/gpu"]', message: 'must be a whole number of nvidia.com/gpu, got "500m"; write 1', class: 'refused' },
      ],
    },
    {
      name: 'a device without a limit, and with another one',
      yaml: needing('requests: { nvidia.com/gpu: 1, amd.com/gpu: 1 }, limits: { amd.com/gpu: 2 }'),
      findings: [
        { path: `${REQUESTS}["amd.com/gpu"]`, message: 'must be the limit too, since amd.com/gpu is given to one container alone, got 1 and the limit 2; write amd.com/gpu: 1 in limits', class: 'refused' },
        { path: `${REQUESTS}["nvidia.com/gpu"]`, message: 'must be the limit too, since nvidia.com/gpu is given to one container alone, got 1 and no limit; write nvidia.com/gpu: 1 in limits' },
      ],
    },
  ],
});
