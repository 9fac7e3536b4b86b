import { Probe } from 'cdk8s-plus-28';
import type { Container, ContainerProps } from 'cdk8s-plus-28';

/** Containers whose readiness nobody said anything about. */
const unsaid = new WeakSet<Container>();

/** Adds a container; one with a port and no readiness probe gets a probe of that port. */
export function addProbed(cont: ContainerProps, add: (cont: ContainerProps) => Container): Container {
  const port = cont.port ?? cont.portNumber ?? cont.ports?.[0]?.number;
  if (port === undefined || cont.readiness !== undefined) return add(cont);
  const container = add({ ...cont, readiness: Probe.fromTcpSocket({ port }) });
  unsaid.add(container);
  return container;
}

/** Whether its readiness probe is the one it got for want of another. */
export function hasDefaultProbe(container: Container): boolean {
  return unsaid.has(container);
}
