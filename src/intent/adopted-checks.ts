import type { AdoptedKindName, HandOverIntent } from './adopted';
import type { Problem } from './problem';
import { show } from './problem';
import { fits } from '../manifests/leaf';
import { isDnsSubdomain } from '../manifests/names';

/** The API group of each kind that can be adopted. */
const groups: Readonly<Record<AdoptedKindName, string>> = { Deployment: 'apps', ReplicaSet: 'apps', PodTemplate: '', DaemonSet: 'apps' };

/** What can be had instead of what Argo Rollouts cannot take over. */
const instead: Readonly<Record<string, string>> = {
  StatefulSet: 'leave it as it is and let its updateStrategy.rollingUpdate.partition hold the new version back, since a Rollout keeps neither the names nor the volumes of its pods',
  Pod: 'write a Deployment or a Rollout with its containers, since a Pod cannot be replaced pod by pod',
  Job: 'leave it as it is, since a Job ends and has no next version',
  CronJob: 'leave it as it is, since each of its Jobs already runs the newest version',
  Rollout: 'use that Rollout, since it is one already',
};

/** Whether a rollout can take over an object of this kind; said in one sentence. */
export function adoptableKind(property: string, group: string, kind: string, name: string, handOver?: HandOverIntent): Problem | undefined {
  if (!isAdoptable(kind) || groups[kind] !== (group === 'core' ? '' : group)) {
    return {
      property,
      message: `must be a Deployment, a ReplicaSet or a PodTemplate, got ${kind} ${name}`,
      fix: instead[kind] ?? 'adopt what holds the template of its pods',
    };
  }
  return handOverProblem(kind, handOver);
}

/** What `Adopted.named` is told of a workload that it never sees. */
export interface NamedOptions {
  readonly kind: AdoptedKindName;
  readonly labels?: Readonly<Record<string, string>>;
  readonly ports?: readonly { readonly number: number }[];
  readonly handOver?: HandOverIntent;
}

export function namedProblems(name: string, { kind, labels, ports = [], handOver }: NamedOptions): readonly (Problem | undefined)[] {
  return [
    fits(name, isDnsSubdomain) ? undefined : { property: 'name', message: `must be the name of a ${kind}, got ${show(name)}`, fix: 'write its metadata.name' },
    isAdoptable(kind) ? handOverProblem(kind, handOver) : adoptableKind('kind', '', kind, name),
    kind === 'PodTemplate' && labels === undefined ? {
      property: 'labels', message: 'must be given for a PodTemplate, which has no selector to go by, got none', fix: 'write the labels of its pods that stay the same in every version',
    } : undefined,
    labels !== undefined && Object.keys(labels).length === 0 ? {
      property: 'labels', message: 'must hold a label, got none: every pod of the namespace would be meant', fix: 'write the matchLabels of its selector',
    } : undefined,
    ...ports.map(({ number }, index) => fits(number, known => Number.isInteger(known) && known > 0 && known < 65536) ? undefined : {
      property: `ports[${index}].number`, message: `must be a whole number from 1 to 65535, got ${show(number)}`, fix: 'write the port its container listens on',
    }),
  ];
}

/** The controller looks for a Deployment of the name whatever was adopted, so that nothing else may be asked for. */
function handOverProblem(kind: AdoptedKindName, handOver: HandOverIntent | undefined): Problem | undefined {
  if (kind === 'Deployment' || handOver === undefined) return undefined;
  return {
    property: 'handOver',
    message: `must not be given for a ${kind}, since the controller scales down nothing but Deployments`,
    fix: withoutHandOver[kind],
  };
}

const withoutHandOver: Readonly<Record<Exclude<AdoptedKindName, 'Deployment'>, string>> = {
  ReplicaSet: 'leave it out, and scale the ReplicaSet to 0 when the rollout is healthy',
  PodTemplate: 'leave it out: a PodTemplate has no pods',
  DaemonSet: 'leave it out: Flagger, which alone can take it over, keeps it',
};

function isAdoptable(kind: string): kind is AdoptedKindName {
  return Object.hasOwn(groups, kind);
}
