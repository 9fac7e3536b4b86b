import type { ExposedPort } from './service-ports';
import { handsOver } from '../intent/adopted';
import type { AdoptedIntent } from '../intent/adopted';
import type { Problem } from '../intent/problem';
import type { ControllerIntent, ServicesIntent } from '../intent/rollout';
import type { PortReason } from '../intent/strategy-plan';
import { known } from '../manifests/leaf';

type Workload = Pick<AdoptedIntent, 'kind' | 'name' | 'handOver'>;

/** What is known of the pods of a workload that is taken over. */
export interface TakenOverPods {
  /** `Deployment checkout`. */
  readonly owner: string;
  readonly pods: { readonly labels?: Readonly<Record<string, string>>; readonly ports: readonly ExposedPort[] };
  readonly services: ServicesIntent;
  readonly portReason?: PortReason;
  /** It is written elsewhere, so that what is known of it was told. */
  readonly isNamed: boolean;
}

/** What is missing of the pods that a release takes over. */
export function podsProblems({ owner, pods, services, portReason, isNamed }: TakenOverPods): readonly (Problem | undefined)[] {
  const writesServices = services.ports.length > 0 && !(services.main.existing && services.next.existing);
  return [
    portReason === undefined || pods.ports.length > 0 ? undefined : {
      property: 'adopt',
      message: `must have a port, since ${portReason.because}, got ${owner} without one`,
      fix: `${isNamed ? 'write ports: [{ number: 8080 }] in Adopted.named' : 'write the port its container listens on'}, or ${portReason.otherwise}`,
    },
    pods.labels !== undefined || !writesServices || pods.ports.length === 0 ? undefined : {
      property: 'adopt',
      message: `must have labels, by which the Services of the rollout find the pods, got ${owner} without them`,
      fix: isNamed ? 'write labels: in Adopted.named, with the matchLabels of its selector' : 'give it matchLabels, or name Services that exist',
    },
  ];
}

/** What is given of pods, which are those of the workload. */
export function besideAdoptProblems(given: readonly string[], owner: string): readonly Problem[] {
  return given.map(property => ({
    property,
    message: `must not be given beside adopt, which takes the pods of ${owner}`,
    fix: 'say it there, or drop adopt and give the rollout pods of its own',
  }));
}

/** How many pods there shall be after a workload was taken over, and who says it. */
export interface AdoptedReplicas {
  readonly kind: ControllerIntent['kind'];
  readonly adopted: Workload;
  /** Something else scales. */
  readonly scaled: boolean;
  readonly asked?: number;
  /** How many the workload has, as far as it is known. */
  readonly there?: number;
}

/** As messages name it. */
export function ownerText({ kind, name }: Pick<Workload, 'kind' | 'name'>): string {
  return `${kind} ${known(name) ?? 'that it takes over'}`;
}

/** How many pods there shall be, where neither the adopted workload nor an autoscaler says it. */
export function adoptedReplicasProblem({ kind, adopted, scaled, asked, there = 0 }: AdoptedReplicas): Problem | undefined {
  const owner = ownerText(adopted);
  if (kind === 'flagger') {
    return asked === undefined ? undefined : {
      property: 'replicas', message: `must not be given beside adopt with Flagger, which leaves their number to ${owner}`, fix: 'say it there',
    };
  }
  const isSaid = asked !== undefined || adopted.kind === 'PodTemplate';
  if (handsOver(adopted)) {
    return isSaid || there > 0 ? undefined : {
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
