import type { Field } from '../../graph/field';
import { containersOf } from '../../graph/pod-template';
import { RolloutNode } from '../../graph/rollout';
import { isEmpty, objectName, oneOf } from '../pods/pod-words';
import { isWindowsUser } from '../pods/windows-user';
import { forEachPodTemplateWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

const LONGEST_SPEC = 64 * 1024;
/** What Windows has nothing like. */
const LINUX_ONLY = ['appArmorProfile', 'seLinuxOptions', 'seccompProfile', 'runAsUser', 'runAsGroup'];
const LINUX_ONLY_OF_PODS = [
  ...LINUX_ONLY, 'fsGroup', 'fsGroupChangePolicy', 'supplementalGroups', 'supplementalGroupsPolicy', 'seLinuxChangePolicy', 'sysctls',
];
const LINUX_ONLY_OF_CONTAINERS = [...LINUX_ONLY, 'capabilities', 'readOnlyRootFilesystem', 'privileged', 'allowPrivilegeEscalation', 'procMount'];
const WINDOWS_SIGNALS = ['SIGKILL', 'SIGTERM'];
const LINUX_SIGNALS = new Set([
  ...'ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX'.split(' '),
  ...Array.from({ length: 15 }, (_, index) => `RTMIN+${index + 1}`), ...Array.from({ length: 14 }, (_, index) => `RTMAX-${index + 1}`),
].map((name) => `SIG${name}`));

export const podSystem: Rule = {
  id: 'pod-system',
  class: 'refused',
  summary: 'what is said for Windows is not said of pods for Linux, nor the other way round',
  why: 'pods with anything else cannot be made; the controller refuses the Rollout as InvalidSpec, and an Experiment ends with an error',
  covers: ['RO-12'],
  check: (graph) => forEachPodTemplateWith(graph, ['os', 'windowsOptions', 'stopSignal'], function* (template): Iterable<Remark> {
    const spec = template.at('spec');
    const [os, context] = [spec.at('os', 'name'), spec.at('securityContext')];
    yield* oneOf(os, ['linux', 'windows']);
    const contexts = containersOf(template).filter((container) => container.has('securityContext')).map((container) => container.at('securityContext'));
    if (context.has('windowsOptions') || contexts.some((each) => each.has('windowsOptions'))) {
      yield* judgeHostProcess(context, containersOf(template));
    }
    yield* judgeContext(context, LINUX_ONLY_OF_PODS, os);
    for (const each of contexts) {
      yield* judgeContext(each, LINUX_ONLY_OF_CONTAINERS, os);
    }
    for (const container of containersOf(template)) {
      if (container.has('lifecycle') && container.at('lifecycle').has('stopSignal')) {
        yield* judgeSignal(container.at('lifecycle', 'stopSignal'), os);
      }
    }
  }),
};

function* judgeContext(context: Field, linuxOnly: readonly string[], os: Field): Iterable<Remark> {
  if (context.has('windowsOptions')) {
    const options = context.at('windowsOptions');
    yield* judgeOptions(options);
    yield* os.text === 'linux' ? [remark(options, 'cannot be set for pods of linux', 'drop it, or write os: { name: windows }')] : [];
  }
  for (const key of os.text === 'windows' ? linuxOnly : []) {
    // a list without elements gets lost before anybody looks
    if (context.has(key) && !(context.at(key).isList && context.at(key).items().length === 0)) {
      yield remark(context.at(key), 'cannot be set for pods of windows', 'drop it, or write os: { name: linux }');
    }
  }
}

function* judgeOptions(options: Field): Iterable<Remark> {
  const [name, spec, user] = [options.at('gmsaCredentialSpecName'), options.at('gmsaCredentialSpec'), options.at('runAsUserName')];
  yield* objectName(name);
  if (spec.text !== undefined && (spec.text === '' || spec.text.length > LONGEST_SPEC)) {
    yield remark(spec, `must have from 1 to ${LONGEST_SPEC} characters, got ${spec.text.length}`, 'write gmsaCredentialSpecName instead');
  }
  if (user.text !== undefined && !isWindowsUser(user.text)) {
    yield remark(user, `must be a user of Windows, with at most one domain and \\ before it, got ${shown(user.text)}`, 'write one such as ContainerUser');
  }
}

/** A pod that is a process of its node is so as a whole, and shares the network of the node, which the controller does not look at. */
function* judgeHostProcess(context: Field, containers: readonly Field[]): Iterable<Remark> {
  const ofPod = context.at('windowsOptions', 'hostProcess');
  const own = containers.map((container) => container.at('securityContext', 'windowsOptions', 'hostProcess'));
  for (const each of own) {
    if (ofPod.boolean !== undefined && each.boolean !== undefined && each.boolean !== ofPod.boolean) {
      yield remark(each, `must be ${ofPod.boolean} as for the pod, got ${each.boolean}`, 'drop one of them');
    }
  }
  const on = own.filter((each) => each.boolean ?? (each.isUnknown ? false : ofPod.boolean));
  const [first] = on;
  if (first !== undefined && on.length < containers.length && !own.some(({ isUnknown }) => isUnknown)) {
    yield remark(first.exists ? first : ofPod, 'must be true for all containers or for none', 'write it in the securityContext of the pod');
  } else if (first !== undefined && first.node instanceof RolloutNode) {
    yield remark(first.exists ? first : ofPod, 'cannot be true: the controller does not see hostNetwork: true, which it needs', 'drop it');
  }
}

function* judgeSignal(signal: Field, os: Field): Iterable<Remark> {
  const { text } = signal;
  if (isEmpty(os)) {
    yield remark(signal, 'needs the system that it is a signal of, got no os.name', 'write os: { name: linux } in the pod');
  } else if (text !== undefined && os.text === 'windows') {
    yield* oneOf(signal, WINDOWS_SIGNALS);
  } else if (text !== undefined && os.text === 'linux' && !LINUX_SIGNALS.has(text)) {
    yield remark(signal, `must be a signal of linux, got ${shown(text)}`, 'write one such as SIGTERM');
  }
}
