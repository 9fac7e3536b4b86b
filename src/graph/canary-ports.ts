import type { CanaryNode } from './canary';
import type { CanaryTarget } from './canary-target';
import type { Field } from './field';

/** What Flagger takes for proxies, by the name of the container, and leaves out. */
const PROXIES = ['istio-proxy', 'envoy'];

/** A port of a container, as it becomes one of a Service. */
export interface FoundPort {
  readonly field: Field;
  readonly name: string;
  readonly number: number;
  readonly isTcp: boolean;
}

/** The port that the Services of a Canary are made for, and those that `portDiscovery` adds. */
export class CanaryPorts {
  readonly port: number | undefined;
  readonly portName: string | undefined;
  /** A number or a name; undefined where it is not known. */
  readonly targetPort: string | number | undefined;

  /** Whether the other ports of the containers get into the Services. */
  readonly areFound: boolean;

  constructor(service: Field, private readonly target: CanaryTarget) {
    const [name, to] = [service.at('portName'), service.at('targetPort')];
    this.areFound = service.at('portDiscovery').boolean === true;
    this.port = service.at('port').number;
    this.portName = name.exists || name.isUnknown ? name.text || (name.text === '' ? 'http' : undefined) : 'http';
    const isOwn = (to.exists && to.number !== 0 && to.text !== '0') || to.isUnknown;
    this.targetPort = isOwn ? to.number ?? to.text : this.port;
  }

  /** Whether the target port is written, so that a name or a number excludes a port of the containers. */
  private excludes(name: string | undefined, number: number): boolean {
    const { targetPort } = this;
    return typeof targetPort === 'string' ? name === targetPort : number === targetPort;
  }

  /** Every port of the containers that are looked at. */
  get declared(): readonly FoundPort[] {
    return this.target.template.at('spec', 'containers').items().filter((container) => !PROXIES.includes(container.textAt('name') ?? ''))
      .flatMap((container) => container.at('ports').items().flatMap((field, index) => {
        const [name, number, protocol] = [field.textAt('name'), field.at('containerPort').number, field.at('protocol')];
        const isTcp = !protocol.exists || protocol.text === 'TCP' || protocol.text === '';
        return number === undefined ? [] : [{ field, name: name || `tcp-${container.textAt('name') ?? ''}-${index}`, number, isTcp }];
      }));
  }

  /** What `portDiscovery` finds; of two with one name the last. */
  get found(): readonly FoundPort[] {
    const all = this.targetPort === undefined ? [] : this.declared.filter(({ field, number }) => !this.excludes(field.textAt('name'), number));
    return [...new Map(all.map((each) => [each.name, each])).values()];
  }

  /** What is found, and has the name or else the number that the Service has already. */
  get clash(): { readonly port: FoundPort; readonly isByName: boolean } | undefined {
    const { found } = this;
    const [name, number] = [found.find((port) => port.name === this.portName), found.find((port) => port.number === this.port)];
    return name !== undefined ? { port: name, isByName: true } : number !== undefined ? { port: number, isByName: false } : undefined;
  }

  /** Whether there are containers that tell what they listen on, and what runs beside them does not either. */
  get isDeclared(): boolean {
    return this.everyPort.length > 0 && !this.target.template.at('spec', 'containers').isUnknown;
  }

  /** Whether requests that come to the Services get somewhere, as far as that is told. */
  get leadsSomewhere(): boolean {
    return this.everyPort.some((port) => [port.textAt('name'), port.at('containerPort').number].includes(this.targetPort) && port.textAt('protocol') !== 'UDP')
      || this.everyPort.some((port) => port.isUnknown || port.at('name').isUnknown || port.at('containerPort').isUnknown);
  }

  /** Those of what starts first and goes on beside the containers as well. */
  private get everyPort(): readonly Field[] {
    const spec = this.target.template.at('spec');
    const beside = spec.at('initContainers').items().filter((container) => container.textAt('restartPolicy') === 'Always');
    return [...spec.at('containers').items(), ...beside].flatMap((container) => container.at('ports').items());
  }
}

export function portsOf({ service, pods }: CanaryNode): CanaryPorts | undefined {
  return pods === undefined || !service.isMap ? undefined : new CanaryPorts(service, pods);
}
