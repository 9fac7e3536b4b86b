import { pods } from './pods';
import { podSystem } from '../../../src/rules/workload/pod-system';
import { experiment } from '../manifests';
import { testRule } from '../test-rule';

const POD = 'spec.template.spec';
const windows = (container: string, pod = '') => pods(`securityContext: { ${container} }`, `os: { name: windows }\nsecurityContext: { ${pod} }`);
const user = (name: string) => windows(`windowsOptions: { runAsUserName: ${JSON.stringify(name)} }`);

testRule(podSystem, {
  valid: [
    { name: 'pods of windows', yaml: windows('windowsOptions: { gmsaCredentialSpecName: shop }', 'supplementalGroups: []') },
    { name: 'users of windows', yaml: `${user('ContainerUser')}${user('NT AUTHORITY\\SYSTEM').replace('name: checkout,', 'name: other,')}` },
    { name: 'pods of linux', yaml: pods('securityContext: { privileged: true }\n    lifecycle: { stopSignal: SIGRTMIN+3 }', 'os: { name: linux }\nsecurityContext: { runAsUser: 1 }') },
  ],
  invalid: [
    { name: 'a system that there is not', yaml: pods('', 'os: { name: macos }'), findings: [{ path: `${POD}.os.name`, message: 'must be one of linux and windows, got "macos"; write name: linux', class: 'refused' }] },
    {
      name: 'what windows does not have',
      yaml: windows('privileged: false, runAsUser: 1000', 'fsGroup: 1000'),
      findings: [
        { path: `${POD}.containers[0].securityContext.privileged`, message: 'cannot be set for pods of windows; drop it, or write os: { name: linux }', class: 'refused' },
        { path: `${POD}.containers[0].securityContext.runAsUser`, message: /^cannot be set for pods of windows; / },
        { path: `${POD}.securityContext.fsGroup`, message: /^cannot be set for pods of windows; / },
      ],
    },
    {
      name: 'what linux does not have',
      yaml: pods('', 'os: { name: linux }\nsecurityContext: { windowsOptions: {} }'),
      findings: [{ path: `${POD}.securityContext.windowsOptions`, message: 'cannot be set for pods of linux; drop it, or write os: { name: windows }', class: 'refused' }],
    },
    ...['', 'a\\b\\c', 'DOMAIN\\', '...', 'a@b', '.D\\a', 'a\nb'].map((name) => ({
      name: `the user ${JSON.stringify(name)}`,
      yaml: user(name),
      findings: [{ path: `${POD}.containers[0].securityContext.windowsOptions.runAsUserName`, message: /^must be a user of Windows, with at most one domain and \\ before it, got / }],
    })),
    {
      name: 'an account that there cannot be',
      yaml: windows('windowsOptions: { gmsaCredentialSpecName: The_spec, gmsaCredentialSpec: "" }'),
      findings: [
        { path: `${POD}.containers[0].securityContext.windowsOptions.gmsaCredentialSpec`, message: 'must have from 1 to 65536 characters, got 0; write gmsaCredentialSpecName instead', class: 'refused' },
        { path: `${POD}.containers[0].securityContext.windowsOptions.gmsaCredentialSpecName`, message: /^must be the name of an object, / },
      ],
    },
    {
      name: 'a process of the node, of which the controller does not see what it needs',
      yaml: `${windows('', 'windowsOptions: { hostProcess: true }')}`.replace('os: {', 'hostNetwork: true\n      os: {'),
      findings: [{ path: `${POD}.securityContext.windowsOptions.hostProcess`, message: 'cannot be true: the controller does not see hostNetwork: true, which it needs; drop it', class: 'refused' }],
    },
    {
      name: 'a process of the node in a pod that is none',
      yaml: windows('windowsOptions: { hostProcess: true }', 'windowsOptions: { hostProcess: false }'),
      findings: [
        { path: `${POD}.containers[0].securityContext.windowsOptions.hostProcess`, message: /^cannot be true: / },
        { path: `${POD}.containers[0].securityContext.windowsOptions.hostProcess`, message: 'must be false as for the pod, got true; drop one of them', class: 'refused' },
      ],
    },
    {
      name: 'a process of the node beside a container',
      yaml: pods('securityContext: { windowsOptions: { hostProcess: true } }', 'initContainers: [{ name: first, image: a }]'),
      findings: [{ path: `${POD}.containers[0].securityContext.windowsOptions.hostProcess`, message: 'must be true for all containers or for none; write it in the securityContext of the pod', class: 'refused' }],
    },
    {
      name: 'a signal of no system',
      yaml: pods('lifecycle: { stopSignal: SIGTERM }'),
      findings: [{ path: `${POD}.containers[0].lifecycle.stopSignal`, message: 'needs the system that it is a signal of, got no os.name; write os: { name: linux } in the pod', class: 'refused' }],
    },
    {
      name: 'signals that the systems do not have',
      yaml: pods('lifecycle: { stopSignal: SIGUSR1 }', 'os: { name: windows }\ninitContainers: [{ name: first, image: a, restartPolicy: Always, lifecycle: { stopSignal: SIGKILL } }]'),
      findings: [{ path: `${POD}.containers[0].lifecycle.stopSignal`, message: 'must be one of SIGKILL and SIGTERM, got "SIGUSR1"; write stopSignal: SIGKILL', class: 'refused' }],
    },
    {
      name: 'a signal that linux does not have',
      yaml: pods('lifecycle: { stopSignal: SIGRTMAX-15 }', 'os: { name: linux }'),
      findings: [{ path: `${POD}.containers[0].lifecycle.stopSignal`, message: 'must be a signal of linux, got "SIGRTMAX-15"; write one such as SIGTERM', class: 'refused' }],
    },
    {
      name: 'a system of pods of an Experiment',
      yaml: experiment({ canary: '\nselector: { matchLabels: { app: compare-canary } }\ntemplate: { metadata: { labels: { app: compare-canary } }, spec: { os: { name: macos }, containers: [{ name: main, image: a }] } }' }),
      findings: [{ path: 'spec.templates[1].template.spec.os.name', message: /^must be one of linux and windows, got "macos"; /, class: 'broken' }],
    },
  ],
});
