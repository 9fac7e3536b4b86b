import { pods } from './pods';
import { podSettings } from '../../../src/rules/workload/pod-settings';
import { testRule } from '../test-rule';

const POD = 'spec.template.spec';

testRule(podSettings, {
  valid: [
    { name: 'words that there are', yaml: pods('imagePullPolicy: IfNotPresent', 'preemptionPolicy: Never') },
    { name: 'names of objects, and an empty one', yaml: pods('', 'serviceAccountName: checkout\npriorityClassName: ""\nruntimeClassName: gvisor') },
    { name: 'a sidecar', yaml: pods('', 'initContainers: [{ name: proxy, image: a, restartPolicy: Always }]') },
  ],
  invalid: [
    {
      name: 'words that there are not',
      yaml: pods('imagePullPolicy: always\n    terminationMessagePolicy: Log', 'preemptionPolicy: ""'),
      findings: [
        { path: `${POD}.containers[0].imagePullPolicy`, message: 'must be one of Always, IfNotPresent and Never, got "always"; write imagePullPolicy: Always', class: 'refused' },
        { path: `${POD}.containers[0].terminationMessagePolicy`, message: /^must be one of File and FallbackToLogsOnError, got "Log"; /, class: 'refused' },
        { path: `${POD}.preemptionPolicy`, message: /^must be one of PreemptLowerPriority and Never, got ""; /, class: 'refused' },
      ],
    },
    {
      name: 'containers for pods that run',
      yaml: pods('', 'ephemeralContainers: [{ name: a, image: b }]'),
      findings: [{ path: `${POD}.ephemeralContainers`, message: 'cannot stand in a pod template: they are added to pods that run; drop them', class: 'refused' }],
    },
    {
      name: 'names that no object has',
      yaml: pods('', 'serviceAccountName: Check_out\nruntimeClassName: ""'),
      findings: [
        { path: `${POD}.runtimeClassName`, message: 'must be the name of an object, lower-case letters, digits, - and ., got ""; write its name', class: 'refused' },
        { path: `${POD}.serviceAccountName`, message: 'must be the name of an object, lower-case letters, digits, - and ., got "Check_out"; write serviceAccountName: check-out', class: 'refused' },
      ],
    },
    {
      name: 'containers that are started again in a way of their own',
      yaml: pods('restartPolicy: Always', 'initContainers: [{ name: first, image: a, restartPolicy: Never, resizePolicy: [{ resourceName: cpu, restartPolicy: NotRequired }] }]'),
      findings: [
        { path: `${POD}.containers[0].restartPolicy`, message: 'cannot be set for a container, got "Always"; drop it', class: 'refused' },
        { path: `${POD}.initContainers[0].resizePolicy`, message: 'cannot be set for an init container; drop it', class: 'refused' },
        { path: `${POD}.initContainers[0].restartPolicy`, message: 'must be one of Always, got "Never"; write restartPolicy: Always', class: 'refused' },
      ],
    },
  ],
});
