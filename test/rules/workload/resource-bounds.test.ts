import { pods } from './pods';
import { resourceBounds } from '../../../src/rules/workload/resource-bounds';
import { testRule } from '../test-rule';

const needing = (resources: string) => pods(`resources: { ${resources} }`);
const USES = 'spec.template.spec.containers[0].resources.claims';
const REQUESTS = 'spec.template.spec.containers[0].resources.requests';

testRule(resourceBounds, {
  valid: [
    { name: 'claims, and what changes while it runs', yaml: pods('resources: { claims: [{ name: a, request: one }, { name: a, request: two }, { name: b }] }\n    resizePolicy: [{ resourceName: cpu, restartPolicy: NotRequired }]', 'resourceClaims: [{ name: a, resourceClaimName: c }, { name: b, resourceClaimTemplateName: d }]\noverhead: { cpu: 100m }') },
    { name: 'what Kubernetes has under its own name', yaml: needing('requests: { kubernetes.io/batch: 500m }') },
    { name: 'less than the limits', yaml: needing('requests: { cpu: 100m, memory: 128Mi }, limits: { cpu: 1, memory: 1Gi }') },
    { name: 'the same in other words', yaml: needing('requests: { cpu: 1100m, memory: 1024Mi }, limits: { cpu: 1.1, memory: 1Gi }') },
    { name: 'no limits', yaml: needing('requests: { cpu: 2 }') },
    { name: 'a device', yaml: needing('requests: { nvidia.com/gpu: 1 }, limits: { nvidia.com/gpu: "1" }') },
  ],
  invalid: [
    {
      name: 'more than the limit',
      yaml: needing('requests: { memory: 2Gi }, limits: { memory: 2G }'),
      findings: [{ path: `${REQUESTS}.memory`, message: 'must not exceed the limit "2G", got "2Gi"; write memory: 2G', class: 'refused' }],
    },
    {
      name: 'less than nothing',
      yaml: needing('requests: { cpu: "-100m" }'),
      findings: [{ path: `${REQUESTS}.cpu`, message: 'must not be negative, got "-100m"; write cpu: 100m', class: 'refused' }],
    },
    {
      name: 'a resource that there is not',
      yaml: needing('requests: { mem: 1Gi }, limits: { mem: 1Gi }'),
      findings: [
        { path: 'spec.template.spec.containers[0].resources.limits.mem', message: /^must be of cpu, memory and ephemeral-storage or a resource with a domain, such as nvidia.com\/gpu, got "mem"; write example.com\/mem: 1Gi instead$/, class: 'refused' },
        { path: `${REQUESTS}.mem`, message: /got "mem"/ },
      ],
    },
    {
      name: 'half a device, a name that no resource has, and large pages alone',
      yaml: needing('limits: { nvidia.com/gpu: 500m, "a b/c": 1, hugepages-2Mi: 2Mi }'),
      findings: [
        { path: 'spec.template.spec.containers[0].resources.limits.hugepages-2Mi', message: 'must stand beside cpu or memory, got neither; write memory: 128Mi in requests', class: 'refused' },
        { path: 'spec.template.spec.containers[0].resources.limits["a b/c"]', message: 'must be of a resource with a domain, such as nvidia.com/gpu, got "a b/c"; write the name that the device plugin gives it', class: 'refused' },
        { path: 'spec.template.spec.containers[0].resources.limits["nvidia.com/gpu"]', message: 'must be a whole number of nvidia.com/gpu, got "500m"; write nvidia.com/gpu: 1', class: 'refused' },
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
    {
      name: 'what only a quota has, and what pods cannot have beside their containers',
      yaml: pods('resources: { limits: { requests.example.com/gpu: 1 } }', 'overhead: { mem: 1Gi }'),
      findings: [
        { path: 'spec.template.spec.containers[0].resources.limits["requests.example.com/gpu"]', message: /^must be of a resource with a domain, /, class: 'refused' },
        { path: 'spec.template.spec.overhead.mem', message: /^must be of cpu, memory and ephemeral-storage /, class: 'refused' },
      ],
    },
    {
      name: 'what cannot change while it runs, and what changes twice',
      yaml: pods('resizePolicy: [{ resourceName: gpu, restartPolicy: Never }, { resourceName: cpu, restartPolicy: NotRequired }, { resourceName: cpu, restartPolicy: NotRequired }]'),
      findings: [
        { path: 'spec.template.spec.containers[0].resizePolicy[0].resourceName', message: 'must be one of cpu and memory, got "gpu"; write resourceName: cpu', class: 'refused' },
        { path: 'spec.template.spec.containers[0].resizePolicy[0].restartPolicy', message: /^must be one of NotRequired and RestartContainer, got "Never"; /, class: 'refused' },
        { path: 'spec.template.spec.containers[0].resizePolicy[2].resourceName', message: 'must be there once, got cpu a second time; drop one of them', class: 'refused' },
      ],
    },
    {
      name: 'claims from nowhere, from two places, and of one name',
      yaml: pods('', 'resourceClaims: [{ name: a }, { name: a, resourceClaimName: b, resourceClaimTemplateName: c }, { name: The device, resourceClaimName: The claim }]'),
      findings: [
        { path: 'spec.template.spec.resourceClaims[0]', message: 'must have one of resourceClaimName and resourceClaimTemplateName, got none; write resourceClaimTemplateName', class: 'refused' },
        { path: 'spec.template.spec.resourceClaims[1]', message: /got both; drop one of them$/, class: 'refused' },
        { path: 'spec.template.spec.resourceClaims[1].name', message: 'must be a name of its own, got "a" a second time; write another one', class: 'refused' },
        { path: 'spec.template.spec.resourceClaims[2].name', message: /^must be at most 63 lower-case letters, /, class: 'refused' },
        { path: 'spec.template.spec.resourceClaims[2].resourceClaimName', message: /^must be the name of an object, /, class: 'refused' },
      ],
    },
    {
      name: 'uses of claims that there are not, without a name, and twice',
      yaml: pods('resources: { claims: [{ name: b }, { name: "" }, { name: a, request: one }, { name: a }] }', 'resourceClaims: [{ name: a, resourceClaimName: c }]'),
      findings: [
        { path: `${USES}[0].name`, message: 'must be in resourceClaims of the pod, which has a, got "b"; add it there', class: 'refused' },
        { path: `${USES}[1].name`, message: 'must be given, got none; write the name of a claim of the pod', class: 'refused' },
        { path: `${USES}[3]`, message: 'must be there once, got "a" a second time; drop one of them', class: 'refused' },
      ],
    },
  ],
});
