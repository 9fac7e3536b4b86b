import type { ApiObject } from 'cdk8s';
import { ApiObject as ApiObjects } from 'cdk8s';
import type { Container, ContainerPort, Deployment, Protocol } from 'cdk8s-plus-28';
import type { IConstruct } from 'constructs';
import type { AdoptedKindName, HandOverIntent } from '../intent/adopted';

/** What a rollout has to know of the workload that it adopts. It is read when the rollout is built. */
export interface AdoptedWorkload {
  readonly kind: AdoptedKindName;
  readonly name: string;
  readonly handOver: HandOverIntent;
  /** The object, where a construct stands for it. */
  readonly object?: ApiObject;
  read(): AdoptedPods;
}

/** The pods of an adopted workload, as far as they are known. */
export interface AdoptedPods {
  readonly labels?: Readonly<Record<string, string>>;
  readonly ports: readonly ContainerPort[];
  readonly replicas?: number;
  readonly containers: readonly Container[];
}

/** What can be told of a workload that is not looked at. */
export interface ToldWorkload {
  readonly kind: AdoptedKindName;
  readonly handOver: HandOverIntent;
  readonly labels?: Readonly<Record<string, string>>;
  readonly ports?: readonly ContainerPort[];
}

/** cdk8s-plus writes as many pods where nothing is said. */
const replicasOfConstructs = 2;

export function constructWorkload(deployment: Deployment, handOver: HandOverIntent): AdoptedWorkload {
  return {
    kind: 'Deployment',
    name: deployment.name,
    handOver,
    object: ApiObjects.of(deployment),
    read: () => ({
      labels: notEmpty(deployment.matchLabels),
      ports: deployment.containers.flatMap(container => container.ports),
      replicas: deployment.replicas ?? replicasOfConstructs,
      containers: deployment.containers,
    }),
  };
}

export function namedWorkload(name: string, { kind, handOver, labels, ports = [] }: ToldWorkload): AdoptedWorkload {
  return { kind, name, handOver, read: () => ({ labels, ports, containers: [] }) };
}

export function objectWorkload(object: ApiObject, { kind, handOver, labels, ports }: ToldWorkload): AdoptedWorkload {
  return {
    kind,
    name: object.name,
    handOver,
    object,
    read: () => {
      const manifest = written(object);
      const template = (kind === 'PodTemplate' ? manifest.template : manifest.spec?.template) ?? {};
      const own = kind === 'PodTemplate' ? template.metadata?.labels : manifest.spec?.selector?.matchLabels;
      return {
        labels: labels ?? notEmpty(own ?? {}),
        ports: ports ?? portsIn(template),
        replicas: manifest.spec?.replicas,
        containers: [],
      };
    },
  };
}

function portsIn({ spec }: TemplateManifest): readonly ContainerPort[] {
  const ports = (spec?.containers ?? []).flatMap(container => container.ports ?? []);
  return ports.map(({ containerPort, name, protocol }) => ({ number: containerPort, name, protocol }));
}

/** Whether an object is written by this program. */
export function isWrittenBy(scope: IConstruct, { object }: AdoptedWorkload): boolean {
  return object !== undefined && object.node.root === scope.node.root;
}

/** The parts of a manifest that count here. */
interface WorkloadManifest {
  readonly template?: TemplateManifest;
  readonly spec?: {
    readonly replicas?: number;
    readonly selector?: { readonly matchLabels?: Readonly<Record<string, string>> };
    readonly template?: TemplateManifest;
  };
}

interface TemplateManifest {
  readonly metadata?: { readonly labels?: Readonly<Record<string, string>> };
  readonly spec?: { readonly containers?: readonly { readonly ports?: readonly PortManifest[] }[] };
}

interface PortManifest {
  readonly containerPort: number;
  readonly name?: string;
  readonly protocol?: Protocol;
}

/** What an object writes. One that cannot be written yet says nothing: why it cannot is told when the app is written. */
function written(object: ApiObject): WorkloadManifest {
  try {
    return object.toJson() as WorkloadManifest;
  } catch {
    return {};
  }
}

function notEmpty(labels: Readonly<Record<string, string>>): Readonly<Record<string, string>> | undefined {
  return Object.keys(labels).length === 0 ? undefined : labels;
}
