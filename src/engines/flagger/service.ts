import type { FlaggerRolloutIntent } from '../../intent/rollout';
import type { FlaggerRouting } from '../../intent/router';
import type { CanaryService, ServiceMetadata } from '../../manifests/flagger.generated';
import { mapLeaf } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';
import type { PartOrigin } from '../rendered';

/** What Flagger calls a port that nobody named. */
const portName = 'http';

/** What the Services are told that Flagger writes, and the route of the router. */
export function canaryService(intent: FlaggerRolloutIntent, routing: FlaggerRouting | undefined): CanaryService {
  const { services: { main, ports, scrape }, controller: { flagger } } = intent;
  const [port, ...others] = ports;
  const annotations: Readonly<Record<string, Leaf<string>>> = scrape === undefined ? {} : {
    'prometheus.io/scrape': 'true',
    'prometheus.io/port': mapLeaf(scrape.port ?? port?.targetPort ?? 80, String),
    'prometheus.io/path': scrape.path,
  };
  const told: Partial<CanaryService> = {
    ...(main.name === targetName(intent) ? {} : { name: main.name }),
    ...(port?.name === undefined || port.name === portName ? {} : { portName: port.name }),
    ...(port === undefined ? {} : { targetPort: port.targetName ?? port.targetPort }),
    ...(port?.appProtocol === undefined ? {} : { appProtocol: port.appProtocol }),
    ...(others.length === 0 ? {} : { portDiscovery: true }),
    ...routing?.service,
    // each version has a Service of its own, and the one in front of both would be the primary's once more
    ...(Object.keys(annotations).length === 0 ? {} : { primary: { annotations }, canary: { annotations } }),
  };
  const own = flagger.service ?? {};
  const carried = Object.fromEntries((['apex', 'primary', 'canary'] as const).flatMap(each => {
    const metadata = together(told[each], own[each]);
    return metadata === undefined ? [] : [[each, metadata] as const];
  }));
  return { ...told, ...own, ...carried, port: port?.port ?? 80 };
}

/** The later counts before the earlier. */
function together(...all: readonly (ServiceMetadata | undefined)[]): ServiceMetadata | undefined {
  const parts = (['labels', 'annotations'] as const).map(part => [part, Object.assign({}, ...all.map(each => each?.[part])) as object] as const);
  const said = parts.filter(([, part]) => Object.keys(part).length > 0);
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

/** The options of Flagger from which parts of it come. */
export function serviceOrigins({ controller: { flagger } }: FlaggerRolloutIntent): readonly PartOrigin[] {
  return Object.keys(flagger.service ?? {}).flatMap((field): readonly PartOrigin[] => field === 'headers'
    ? ['request', 'response'].map(part => ({ path: [field, part], property: `controller.service.${part}Headers`, alikeBelow: true }))
    : [{ path: [field], property: `controller.service.${field === 'unmanagedMetadata' ? 'unmanaged' : field}`, alikeBelow: namedAlike.includes(field) }]);
}

const namedAlike: readonly string[] = ['hosts', 'gateways', 'match', 'apex', 'primary', 'canary', 'unmanagedMetadata'];

/** The workload that Flagger watches. */
export function targetName({ name, pods }: FlaggerRolloutIntent): string {
  return pods.adopted?.name ?? name;
}
