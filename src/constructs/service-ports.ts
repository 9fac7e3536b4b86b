import type { Container } from 'cdk8s-plus-28';
import type { Problem } from '../intent/problem';
import type { ServicePortIntent } from '../intent/rollout';
import type { PortReason } from '../intent/strategy-plan';

/** Stands where a port is missing that has to be there, so that what lacks is told once, and not by everything it leads to. */
const missingPort: ServicePortIntent = { port: 80, targetPort: 80 };

/** A Service port for every container port, under the same number. Pods without a port have no Services. */
export function servicePorts(containers: readonly Container[], reason: PortReason | undefined): readonly ServicePortIntent[] {
  const ports = containers.flatMap(container => container.ports);
  if (ports.length === 0) return reason !== undefined || containers.length === 0 ? [missingPort] : [];
  return ports.map(port => ({
    // Kubernetes wants names as soon as there are several
    name: port.name ?? (ports.length > 1 ? `port-${port.number}` : undefined),
    port: port.number,
    targetPort: port.number,
    protocol: port.protocol,
  }));
}

export function portProblems(containers: readonly Container[], reason: PortReason | undefined): readonly Problem[] {
  if (reason === undefined || containers.length === 0 || containers.some(container => container.ports.length > 0)) return [];
  return [{
    property: 'containers[0].portNumber',
    message: `must be given, since ${reason.because}, got none`,
    fix: `write the port the container listens on, or ${reason.otherwise}`,
  }];
}
