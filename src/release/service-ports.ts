import type { Problem } from '../intent/problem';
import { show } from '../intent/problem';
import type { ProtocolIntent } from '../intent/protocol';
import type { ServicePortIntent } from '../intent/rollout';
import type { PortReason } from '../intent/strategy-plan';
import { mapLeaf } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/** Stands where a port is missing that has to be there, so that what lacks is told once, and not by everything it leads to. */
const missingPort: ServicePortIntent = { port: 80, targetPort: 80 };

/** What a rollout says of the ports of its pods, and why they must have one. */
export interface PortsAsked {
  readonly reason?: PortReason;
  readonly mainContainer?: string;
  readonly protocol?: ProtocolIntent;
}

/** A port of a container. */
export interface ExposedPort {
  readonly number: Leaf<number>;
  readonly name?: Leaf<string>;
  readonly protocol?: string;
}

/** A container, or whatever else is known of the ports of pods that are somebody else's. */
export interface Exposing {
  readonly name?: string;
  readonly ports: readonly ExposedPort[];
}

/** The port that serves requests, and whose it is. */
export interface MainPort<C extends Exposing = Exposing> {
  readonly container: C;
  readonly port: C['ports'][number]['number'];
}

/**
 * A Service port for every container port, or for those of the main container, under the same number. Pods without a port have no
 * Services, and neither have those that nobody calls.
 */
export function servicePorts(containers: readonly Exposing[], asked: PortsAsked): readonly ServicePortIntent[] {
  const { reason, protocol } = asked;
  if (protocol?.kind === 'none') return reason === undefined ? [] : [missingPort];
  const all = containers.flatMap(container => container.ports);
  const ports = mainContainer(containers, asked)?.ports ?? all;
  if (ports.length === 0) return reason !== undefined || containers.length === 0 ? [missingPort] : [];
  return ports.map((port, index) => ({
    // Kubernetes wants names as soon as there are several
    name: port.name ?? (ports.length > 1 ? nameOf(port) : undefined),
    port: port.number,
    targetPort: port.number,
    targetName: asked.mainContainer !== undefined && isOnly(port.name, all) ? port.name : undefined,
    protocol: port.protocol,
    appProtocol: index === 0 && protocol?.kind === 'grpc' ? protocol.appProtocol : undefined,
  }));
}

function nameOf({ number }: ExposedPort): Leaf<string> {
  return mapLeaf(number, known => `port-${known}`);
}

/** Whether a name means one port of the pod. */
function isOnly(name: Leaf<string> | undefined, ports: readonly ExposedPort[]): boolean {
  return ports.filter(port => port.name === name).length === 1;
}

/** The first port of the main container, which is the first one with a port unless somebody names another. */
export function mainPort<C extends Exposing>(containers: readonly C[], asked: PortsAsked): MainPort<C> | undefined {
  const container = mainContainer(containers, asked) ?? containers.find(({ ports }) => ports.length > 0);
  return container === undefined || container.ports.length === 0 ? undefined : { container, port: container.ports[0].number };
}

export function portProblems(containers: readonly Exposing[], asked: PortsAsked): readonly Problem[] {
  if (containers.length === 0) return [];
  const ofMain = mainProblem(containers, asked);
  if (ofMain !== undefined) return [ofMain];
  const reason = asked.protocol?.kind === 'none' ? undefined : asked.reason ?? (asked.protocol?.kind === 'grpc' ? spoken : undefined);
  if (reason === undefined || containers.some(container => container.ports.length > 0)) return [];
  return [{
    property: 'containers[0].portNumber',
    message: `must be given, since ${reason.because}, got none`,
    fix: `write the port the container listens on, or ${reason.otherwise}`,
  }];
}

const spoken: PortReason = { because: 'protocol says that it speaks gRPC', otherwise: 'drop protocol' };

function mainProblem(containers: readonly Exposing[], { mainContainer: name, protocol }: PortsAsked): Problem | undefined {
  if (name === undefined) return undefined;
  const property = 'mainContainer';
  const container = containers.find(each => each.name === name);
  if (container === undefined) {
    return { property, message: `must be the name of a container, got ${show(name)}`, fix: `there are ${containers.map(each => each.name).join(', ')}` };
  }
  return container.ports.length > 0 || protocol?.kind === 'none' ? undefined : {
    property, message: `must have a port for the Services to lead to, got ${show(name)}, which has none`, fix: 'write its portNumber, or name another container',
  };
}

function mainContainer<C extends Exposing>(containers: readonly C[], { mainContainer: name }: PortsAsked): C | undefined {
  return name === undefined ? undefined : containers.find(container => container.name === name);
}
