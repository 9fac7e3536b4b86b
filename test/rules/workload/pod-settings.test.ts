import { pods } from './pods';
import { podSettings } from '../../../src/rules/workload/pod-settings';
import { testRule } from '../test-rule';

const POD = 'spec.template.spec';

testRule(podSettings, {
  valid: [
    { name: 'words that there are', yaml: pods('imagePullPolicy: IfNotPresent', 'dnsPolicy: ClusterFirst') },
    { name: 'a toleration of everything', yaml: pods('', 'tolerations: [{ operator: Exists }]') },
    { name: 'a toleration for a while', yaml: pods('', 'tolerations: [{ key: a, operator: Exists, effect: NoExecute, tolerationSeconds: 5 }]') },
    { name: 'pods that are spread', yaml: pods('', 'topologySpreadConstraints: [{ maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: ScheduleAnyway }]') },
    { name: 'a user', yaml: pods('securityContext: { runAsUser: 0 }', 'serviceAccountName: checkout\nnodeSelector: { kubernetes.io/arch: amd64 }') },
  ],
  invalid: [
    {
      name: 'words that there are not',
      yaml: pods('imagePullPolicy: always', 'dnsPolicy: None-such'),
      findings: [
        { path: `${POD}.containers[0].imagePullPolicy`, message: 'must be one of Always, IfNotPresent and Never, got "always"; write Always', class: 'refused' },
        { path: `${POD}.dnsPolicy`, message: /^must be one of ClusterFirst, ClusterFirstWithHostNet, Default and None, got "None-such"; /, class: 'refused' },
      ],
    },
    {
      name: 'users that there cannot be',
      yaml: pods('securityContext: { runAsUser: -1 }', 'securityContext: { fsGroup: 4294967295 }'),
      findings: [
        { path: `${POD}.containers[0].securityContext.runAsUser`, message: 'must be from 0 to 2147483647, got -1; write 1000', class: 'refused' },
        { path: `${POD}.securityContext.fsGroup`, message: 'must be from 0 to 2147483647, got 4294967295; write 1000', class: 'refused' },
      ],
    },
    {
      name: 'containers for pods that run',
      yaml: pods('', 'ephemeralContainers: [{ name: a, image: b }]'),
      findings: [{ path: `${POD}.ephemeralContainers`, message: 'cannot stand in a pod template: they are added to pods that run; drop them', class: 'refused' }],
    },
    {
      name: 'names that no object and no label have',
      yaml: pods('', 'serviceAccountName: Check_out\nnodeSelector: { the arch: amd64 }'),
      findings: [
        { path: `${POD}.nodeSelector["the arch"]`, message: 'must be a label that a node can have, got "the arch": "amd64"; write a label such as kubernetes.io/arch: amd64', class: 'refused' },
        { path: `${POD}.serviceAccountName`, message: 'must be the name of an object, lower-case letters, digits, - and ., got "Check_out"; write check-out', class: 'refused' },
      ],
    },
    {
      name: 'more of them',
      yaml: pods('securityContext: { procMount: all }', 'hostname: My_pod\nos: { name: macos }\nsecurityContext: { fsGroupChangePolicy: Never }\ndnsPolicy: None\ntolerations: [{ key: the taint, operator: Exists }]'),
      findings: [
        { path: `${POD}.containers[0].securityContext.procMount`, message: /^must be one of Default and Unmasked, got "all"; /, class: 'refused' },
        { path: `${POD}.dnsConfig.nameservers`, message: 'must be given beside dnsPolicy: None, got none; write the addresses of name servers', class: 'refused' },
        { path: `${POD}.hostname`, message: 'must be at most 63 lower-case letters, digits and hyphens, got "My_pod"; write my-pod', class: 'refused' },
        { path: `${POD}.os.name`, message: /^must be one of linux and windows, got "macos"; /, class: 'refused' },
        { path: `${POD}.securityContext.fsGroupChangePolicy`, message: /^must be one of Always and OnRootMismatch, got "Never"; /, class: 'refused' },
        { path: `${POD}.tolerations[0].key`, message: 'must be the key of a taint, got "the taint"; write one such as example.com/dedicated', class: 'refused' },
      ],
    },
    {
      name: 'privileges that are taken and given',
      yaml: pods('securityContext: { privileged: true, allowPrivilegeEscalation: false }\n    restartPolicy: Always', 'initContainers: [{ name: first, image: a, restartPolicy: Never }]'),
      findings: [
        { path: `${POD}.containers[0].restartPolicy`, message: 'cannot be set for a container, got "Always"; drop it', class: 'refused' },
        { path: `${POD}.containers[0].securityContext.allowPrivilegeEscalation`, message: 'cannot be false beside privileged: true; drop one of them', class: 'refused' },
        { path: `${POD}.initContainers[0].restartPolicy`, message: 'must be one of Always, got "Never"; write Always', class: 'refused' },
      ],
    },
    {
      name: 'a number of zones that does not matter',
      yaml: pods('', 'topologySpreadConstraints: [{ maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, minDomains: 2 }]'),
      findings: [{ path: `${POD}.topologySpreadConstraints[0].minDomains`, message: 'needs whenUnsatisfiable: DoNotSchedule, got ScheduleAnyway; drop it, or write DoNotSchedule', class: 'refused' }],
    },
    {
      name: 'tolerations that mean nothing',
      yaml: pods('', 'tolerations: [{ key: a, operator: Exists, value: b }, { effect: NoSchedule }, { key: a, operator: Exists, effect: NoSchedule, tolerationSeconds: 5 }]'),
      findings: [
        { path: `${POD}.tolerations[0].value`, message: 'cannot stand beside operator: Exists, got "b"; drop it, or write operator: Equal', class: 'refused' },
        { path: `${POD}.tolerations[1].operator`, message: 'must be Exists without a key, which tolerates everything, got none; write Exists, or the key of a taint', class: 'refused' },
        { path: `${POD}.tolerations[2].tolerationSeconds`, message: 'needs effect: NoExecute, got "NoSchedule"; write effect: NoExecute, or drop it', class: 'refused' },
      ],
    },
    {
      name: 'pods that are not spread at all',
      yaml: pods('', 'topologySpreadConstraints: [{ maxSkew: 0, topologyKey: the zone, whenUnsatisfiable: Ignore }]'),
      findings: [
        { path: `${POD}.topologySpreadConstraints[0].maxSkew`, message: 'must be at least 1, got 0; write 1', class: 'refused' },
        { path: `${POD}.topologySpreadConstraints[0].topologyKey`, message: 'must be the key of a label of nodes, got "the zone"; write topology.kubernetes.io/zone' },
        { path: `${POD}.topologySpreadConstraints[0].whenUnsatisfiable`, message: /^must be one of DoNotSchedule and ScheduleAnyway, got "Ignore"; / },
      ],
    },
  ],
});
