import { pods } from './pods';
import { securityContext } from '../../../src/rules/workload/security-context';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const POD = 'spec.template.spec';
const NOTES = 'spec.template.metadata.annotations';
const SECCOMP = 'container.seccomp.security.alpha.kubernetes.io/main';
const ARMOR = 'container.apparmor.security.beta.kubernetes.io/main';
const context = (fields: string) => pods('', `securityContext: { ${fields} }`);
const ofContainer = (fields: string) => pods(`securityContext: { ${fields} }`);
const noted = (key: string, value: string, yaml = rollout()) => yaml.replace('metadata: { labels: { app: checkout } }', `metadata: { labels: { app: checkout }, annotations: { ${key}: ${value} } }`);

testRule(securityContext, {
  valid: [
    { name: 'a user', yaml: ofContainer('runAsUser: 0') },
    { name: 'settings of the kernel', yaml: context('sysctls: [{ name: net.core.somaxconn, value: "1024" }, { name: net/ipv4/tcp_syncookies, value: "1" }]') },
    { name: 'profiles', yaml: context('seccompProfile: { type: Localhost, localhostProfile: profiles/audit.json }, appArmorProfile: { type: RuntimeDefault }') },
    { name: 'a profile that an annotation names too', yaml: noted(SECCOMP, 'localhost/audit.json', ofContainer('seccompProfile: { type: Localhost, localhostProfile: audit.json }')) },
    { name: 'any other annotation', yaml: noted('example.com/team', 'shop') },
  ],
  invalid: [
    {
      name: 'users and groups that there cannot be',
      yaml: pods('securityContext: { runAsUser: -1 }', 'securityContext: { fsGroup: 4294967295, supplementalGroups: [-1] }'),
      findings: [
        { path: `${POD}.containers[0].securityContext.runAsUser`, message: 'must be from 0 to 2147483647, got -1; write runAsUser: 1000', class: 'refused' },
        { path: `${POD}.securityContext.fsGroup`, message: 'must be from 0 to 2147483647, got 4294967295; write fsGroup: 1000', class: 'refused' },
        { path: `${POD}.securityContext.supplementalGroups[0]`, message: 'must be from 0 to 2147483647, got -1; write 1000', class: 'refused' },
      ],
    },
    {
      name: 'words that there are not',
      yaml: context('fsGroupChangePolicy: Never, supplementalGroupsPolicy: strict, seLinuxChangePolicy: ""'),
      findings: [
        { path: `${POD}.securityContext.fsGroupChangePolicy`, message: /^must be one of Always and OnRootMismatch, got "Never"; /, class: 'refused' },
        { path: `${POD}.securityContext.seLinuxChangePolicy`, message: /^must be one of MountOption and Recursive, got ""; /, class: 'refused' },
        { path: `${POD}.securityContext.supplementalGroupsPolicy`, message: 'must be one of Merge and Strict, got "strict"; write supplementalGroupsPolicy: Strict', class: 'refused' },
      ],
    },
    {
      name: 'settings that no kernel has, and one twice',
      yaml: context('sysctls: [{ name: The Setting, value: a }, { name: a, value: b }, { name: a, value: c }]'),
      findings: [
        { path: `${POD}.securityContext.sysctls[0].name`, message: 'must be the name of a setting of the kernel, got "The Setting"; write one such as net.core.somaxconn', class: 'refused' },
        { path: `${POD}.securityContext.sysctls[2].name`, message: 'must be there once, got a a second time; drop one of them', class: 'refused' },
      ],
    },
    {
      name: 'privileges that are taken and given',
      yaml: ofContainer('privileged: true, allowPrivilegeEscalation: false'),
      findings: [{ path: `${POD}.containers[0].securityContext.allowPrivilegeEscalation`, message: 'cannot be false beside privileged: true; drop one of them', class: 'refused' }],
    },
    { name: 'a mount that there is not', yaml: ofContainer('procMount: all'), findings: [{ path: `${POD}.containers[0].securityContext.procMount`, message: /^must be one of Default and Unmasked, got "all"; /, class: 'refused' }] },
    {
      name: 'a mount that needs what the controller does not see',
      yaml: pods('securityContext: { procMount: Unmasked }', 'hostUsers: false'),
      findings: [{ path: `${POD}.containers[0].securityContext.procMount`, message: 'cannot be Unmasked: the controller does not see hostUsers: false, which it needs; write procMount: Default, or drop it', class: 'refused' }],
    },
    {
      name: 'profiles without a name, and with one that nobody asks for',
      yaml: pods('securityContext: { seccompProfile: { type: Localhost }, appArmorProfile: { type: Localhost, localhostProfile: " a" } }', 'securityContext: { seccompProfile: { type: RuntimeDefault, localhostProfile: a }, appArmorProfile: { type: Localhost } }'),
      findings: [
        { path: `${POD}.containers[0].securityContext.appArmorProfile.localhostProfile`, message: /^must be the name of a profile, without blanks around it .*, got " a"; /, class: 'refused' },
        { path: `${POD}.containers[0].securityContext.seccompProfile.localhostProfile`, message: 'must be given beside type: Localhost, got none; write the file of the profile', class: 'refused' },
        { path: `${POD}.securityContext.appArmorProfile.localhostProfile`, message: 'must be given beside type: Localhost, got none; write the name of the profile', class: 'refused' },
        { path: `${POD}.securityContext.seccompProfile.localhostProfile`, message: 'needs type: Localhost, got RuntimeDefault; drop it, or write type: Localhost', class: 'refused' },
      ],
    },
    {
      name: 'a profile outside of where they are',
      yaml: context('seccompProfile: { type: Localhost, localhostProfile: ../audit.json }'),
      findings: [{ path: `${POD}.securityContext.seccompProfile.localhostProfile`, message: /^must be a path within the profiles of the kubelet, /, class: 'refused' }],
    },
    {
      name: 'an annotation of a profile that there is not',
      yaml: noted(SECCOMP, 'audit.json'),
      findings: [{ path: `${NOTES}["${SECCOMP}"]`, message: 'must be runtime/default, unconfined or localhost/ and a path, got "audit.json"; drop it, and write seccompProfile in the securityContext', class: 'refused' }],
    },
    {
      name: 'an annotation that says something else than the field',
      yaml: noted(ARMOR, 'unconfined', context('appArmorProfile: { type: RuntimeDefault }')),
      findings: [{ path: `${NOTES}["${ARMOR}"]`, message: 'must say the same as appArmorProfile, got "unconfined" and RuntimeDefault; drop it', class: 'refused' }],
    },
    {
      name: 'an annotation about a container that there is not',
      yaml: noted('container.apparmor.security.beta.kubernetes.io/proxy', 'apparmor'),
      findings: [
        { path: `${NOTES}["container.apparmor.security.beta.kubernetes.io/proxy"]`, message: 'must be of a container of the pod, got the name of none; drop it', class: 'refused' },
        { path: `${NOTES}["container.apparmor.security.beta.kubernetes.io/proxy"]`, message: /^must be runtime\/default, unconfined or localhost\/ and a name, got "apparmor"; /, class: 'refused' },
      ],
    },
    {
      name: 'the mark of a pod that no controller makes',
      yaml: noted('kubernetes.io/config.mirror', 'a'),
      findings: [{ path: `${NOTES}["kubernetes.io/config.mirror"]`, message: 'cannot stand in a pod template: it marks pods that a kubelet made; drop it', class: 'refused' }],
    },
    {
      name: 'more annotations than an object can have',
      yaml: noted('example.com/notes', 'a'.repeat(262144)),
      findings: [{ path: NOTES, message: 'must have at most 262144 characters together, got 262161; put what is long into a ConfigMap', class: 'refused' }],
    },
  ],
});
