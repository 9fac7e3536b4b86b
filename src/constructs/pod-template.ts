import { k8s } from 'cdk8s-plus-28';
import type { Container, Workload } from 'cdk8s-plus-28';
import { hasDefaultProbe } from './default-probe';
import type { MainPort } from '../release/service-ports';

/** A health service that is asked whether the pod is ready; cdk8s-plus has no such probe. */
export interface GrpcProbe {
  readonly main: MainPort<Container>;
  readonly service?: string;
}

/** The pod template of a workload as plain JSON; its own form holds quantities that would print as objects. */
export function podTemplate(workload: Workload, grpc?: GrpcProbe): unknown {
  const metadata = workload.podMetadata.toJson();
  // a pod without containers is told by a rule, in better words
  const spec = workload.containers.length === 0 ? { containers: [] } : workload._toPodSpec();
  return k8s.toJson_PodTemplateSpec({ metadata, spec: grpc === undefined ? spec : withGrpcProbe(spec, workload, grpc) });
}

function withGrpcProbe(spec: k8s.PodSpec, workload: Workload, { main, service }: GrpcProbe): k8s.PodSpec {
  const containers = spec.containers.map((container, index) => {
    const isMain = workload.containers[index] === main.container && hasDefaultProbe(main.container);
    const grpc = { port: main.port, service };
    return isMain ? { ...container, readinessProbe: { ...container.readinessProbe, tcpSocket: undefined, grpc } } : container;
  });
  return { ...spec, containers };
}
