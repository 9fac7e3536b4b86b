import type { Adopted } from './adopted';
import type { AdoptedPods } from './adopted-workload';
import type { ScaledWorkload } from './rollout-pods';
import type { CommonRolloutProps } from './rollout-props';
import { show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import type { ControllerIntent, ServicesIntent } from '../intent/rollout';
import type { PortReason } from '../intent/strategy-plan';
import { adoptedReplicasProblem, besideAdoptProblems, podsProblems } from '../release/adoption';

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
  return [
    ...besideAdoptProblems(podProperties.filter(name => props[name] !== undefined), owner),
    // only what a construct stands for is known to be in another namespace
    adopted.object === undefined || adopted.object.metadata.namespace === namespace ? undefined : {
      property: 'adopt',
      message: `must be in the namespace of the rollout, ${show(namespace ?? 'none')}, got ${owner} in ${show(adopted.object.metadata.namespace ?? 'none')}`,
      fix: 'move the rollout there',
    },
    ...podsProblems({ owner, pods, services, portReason, isNamed: adopted.object === undefined }),
  ].filter(problem => problem !== undefined);
}

/** What is known only when everything is written: what was added to a rollout that has no template to put it in, and what scales it. */
export function lateProblems(
  workload: ScaledWorkload, props: CommonRolloutProps, pods: AdoptedPods | undefined, { kind }: ControllerIntent,
): readonly Problem[] {
  const { adopt } = props;
  if (adopt === undefined || pods === undefined) return [];
  const scaled = workload.hasAutoscaler || props.scaling !== undefined;
  const ofReplicas = adoptedReplicasProblem({ kind, adopted: adopt._workload, scaled, asked: props.replicas, there: pods.replicas });
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
