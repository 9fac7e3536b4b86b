import type { Adopted } from './adopted';
import type { AdoptedPods, AdoptedWorkload } from './adopted-workload';
import type { ScaledWorkload } from './rollout-pods';
import type { CommonRolloutProps } from './rollout-props';
import { handsOver } from '../intent/adopted';
import { show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import type { ControllerIntent, ServicesIntent } from '../intent/rollout';
import type { PortReason } from '../intent/strategy-plan';

/** What belongs to pods, which are those of the adopted workload. */
const podProperties = [
  'containers', 'initContainers', 'volumes', 'podMetadata', 'securityContext', 'serviceAccount', 'automountServiceAccountToken', 'dockerRegistryAuth',
  'dns', 'hostAliases', 'hostNetwork', 'restartPolicy', 'terminationGracePeriod', 'isolate', 'spread', 'select', 'selector', 'mainContainer',
] as const satisfies readonly (keyof CommonRolloutProps)[];

/** What an adopting rollout is told. */
export interface AdoptingRollout {
  readonly adopt: Adopted;
  readonly pods: AdoptedPods;
  readonly props: CommonRolloutProps;
  readonly namespace?: string;
  readonly services: ServicesIntent;
  readonly portReason?: PortReason;
}

/** What is wrong with a rollout that takes over the pods of another workload. */
export function adoptionProblems({ adopt, pods, props, namespace, services, portReason }: AdoptingRollout): readonly Problem[] {
  const adopted = adopt._workload;
  const owner = `${adopted.kind} ${adopted.name}`;
  const writesServices = services.ports.length > 0 && !(services.main.existing && services.next.existing);
  return [
    ...podProperties.filter(name => props[name] !== undefined).map(property => ({
      property,
      message: `must not be given beside adopt, which takes the pods of ${owner}`,
      fix: 'say it there, or drop adopt and give the rollout pods of its own',
    })),
    // only what a construct stands for is known to be in another namespace
    adopted.object === undefined || adopted.object.metadata.namespace === namespace ? undefined : {
      property: 'adopt',
      message: `must be in the namespace of the rollout, ${show(namespace ?? 'none')}, got ${owner} in ${show(adopted.object.metadata.namespace ?? 'none')}`,
      fix: 'move the rollout there',
    },
    portReason === undefined || pods.ports.length > 0 ? undefined : {
      property: 'adopt',
      message: `must have a port, since ${portReason.because}, got ${owner} without one`,
      fix: `${adopted.object === undefined ? 'write ports: [{ number: 8080 }] in Adopted.named' : 'write the port its container listens on'}, or ${portReason.otherwise}`,
    },
    pods.labels !== undefined || !writesServices || pods.ports.length === 0 ? undefined : {
      property: 'adopt',
      message: `must have labels, by which the Services of the rollout find the pods, got ${owner} without them`,
      fix: adopted.object === undefined ? 'write labels: in Adopted.named, with the matchLabels of its selector' : 'give it matchLabels, or name Services that exist',
    },
  ].filter(problem => problem !== undefined);
}

/** How many pods there shall be, where neither the adopted workload nor an autoscaler says it. */
function replicasProblem(adopted: AdoptedWorkload, scaled: boolean, props: CommonRolloutProps, pods: AdoptedPods): Problem | undefined {
  const isSaid = props.replicas !== undefined || adopted.kind === 'PodTemplate';
  const owner = `${adopted.kind} ${adopted.name}`;
  if (handsOver(adopted)) {
    return isSaid || (pods.replicas ?? 0) > 0 ? undefined : {
      property: 'replicas',
      message: `must be given beside adopt, since the hand-over leaves that many pods, and how many ${owner} has is not known here`,
      fix: 'write as many as it has now',
    };
  }
  return isSaid || scaled ? undefined : {
    property: 'replicas',
    message: `must be given beside adopt without a hand-over, since ${owner} does not say how many pods the rollout has`,
    fix: 'write as many as it has now',
  };
}

/** Flagger leaves the workload that exists as it is. */
function replicasOfFlagger({ kind, name }: AdoptedWorkload, { replicas }: CommonRolloutProps): Problem | undefined {
  return replicas === undefined ? undefined : {
    property: 'replicas', message: `must not be given beside adopt with Flagger, which leaves their number to ${kind} ${name}`, fix: 'say it there',
  };
}

/** What is known only when everything is written: what was added to a rollout that has no template to put it in, and what scales it. */
export function lateProblems(
  workload: ScaledWorkload, props: CommonRolloutProps, pods: AdoptedPods | undefined, { kind }: ControllerIntent,
): readonly Problem[] {
  const { adopt } = props;
  if (adopt === undefined || pods === undefined) return [];
  const ofReplicas = kind === 'flagger' ? replicasOfFlagger(adopt._workload, props)
    : replicasProblem(adopt._workload, workload.hasAutoscaler || props.scaling !== undefined, props, pods);
  const added = [
    { property: 'addContainer', there: workload.containers.length > 0 && props.containers === undefined },
    { property: 'addInitContainer', there: workload.initContainers.length > 0 && props.initContainers === undefined },
    { property: 'addVolume', there: workload.volumes.length > 0 && props.volumes === undefined },
  ];
  return [
    ...(ofReplicas === undefined ? [] : [ofReplicas]),
    ...added.filter(({ there }) => there).map(({ property }) => ({
      property, message: `does nothing beside adopt, which takes the pods of ${adopt._workload.kind} ${adopt._workload.name}`, fix: 'call it on that workload',
    })),
  ];
}
