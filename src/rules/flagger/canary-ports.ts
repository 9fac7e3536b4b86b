import type { CanaryNode } from '../../graph/canary';
import { portsOf } from '../../graph/canary-ports';
import type { CanaryPorts, FoundPort } from '../../graph/canary-ports';
import { LONGEST_LABEL } from '../../manifests/names';
import { write } from '../fix';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

export const canaryPorts: Rule = {
  id: 'canary-ports',
  class: 'broken',
  summary: 'the ports that portDiscovery finds can stand beside the port of the Service',
  why: 'the API server refuses a Service with two ports of one name or one number, so the Canary stays in Initializing; what portDiscovery leaves out is the targetPort alone, and it makes TCP of every protocol',
  covers: ['FS-01', 'FS-02', 'FS-03', 'FS-04'],
  check: (graph) => forEachCanary(graph, function* (canary): Iterable<Remark> {
    const ports = portsOf(canary);
    if (ports?.areFound === true) {
      yield* judge(canary, ports);
    }
  }),
};

function* judge(canary: CanaryNode, ports: CanaryPorts): Iterable<Remark> {
  const { found, clash } = ports;
  if (clash !== undefined) {
    yield twice(canary, ports, clash.port, clash.isByName);
  }
  for (const [index, port] of found.entries()) {
    const other = found.slice(0, index).find((each) => each.number === port.number);
    if (other !== undefined) {
      yield remark(
        port.field, `must be a number of its own for portDiscovery, which makes TCP of both, got ${port.number} a second time`,
        'drop portDiscovery in the Canary, or this port', { about: canary },
      );
    } else if (!port.isTcp) {
      const protocol = port.field.at('protocol');
      yield remark(
        protocol, `becomes TCP in the Services of ${canary.resource}, got ${shown(protocol.text)}`,
        'drop portDiscovery in the Canary, and make a Service for it', { about: canary, class: 'risky' },
      );
    }
    if (port.name.length > LONGEST_LABEL) {
      yield remark(
        port.field, `must have a name: portDiscovery calls it ${port.name}, which is longer than ${LONGEST_LABEL} characters`,
        write(port.field.at('name'), `tcp-${port.number}`), { about: canary },
      );
    }
  }
}

/** Where the requests go to a port that there is, it is the one of the Service that has to be called otherwise. */
function twice({ service }: CanaryNode, ports: CanaryPorts, found: FoundPort, isByName: boolean): Remark {
  const about = { about: found.field.node };
  const what = `${isByName ? `the name ${found.name}` : `the number ${found.number}`}, which portDiscovery finds at ${found.field.node.resource} as well`;
  const to = ports.declared.find((port) => port.field.textAt('name') === ports.targetPort || port.number === ports.targetPort);
  if (to === undefined) {
    const target = service.at('targetPort');
    return remark(target, `must be the port of the container, ${found.number}, or else the Service has two ports with ${what}`, write(target, found.number), about);
  }
  const field = service.at(isByName ? 'portName' : 'port');
  return remark(
    field, `must not be that of another port, got ${what}`,
    write(field, isByName ? to.field.textAt('name') ?? `tcp-${to.number}` : to.number), about,
  );
}
