import type { IstioDestinationRule, IstioVirtualService } from '../../manifests/argo-rollouts.generated';
import { writesTo } from '../../manifests/controller-writes';
import type { ControllerWrites } from '../../manifests/controller-writes';
import { isOpaque } from '../../manifests/leaf';

/** What the controller changes: the lists of a VirtualService that it is told of, and the subsets. */
export function istioWrites(virtualServices: readonly IstioVirtualService[], rule: IstioDestinationRule | undefined): readonly ControllerWrites[] {
  const known = virtualServices.filter(({ name }) => !isOpaque(name));
  return [
    ...known.map(({ name, routes, tlsRoutes, tcpRoutes }) => writesTo.virtualService(placeOf(String(name)), {
      http: routes !== undefined, tls: tlsRoutes !== undefined, tcp: tcpRoutes !== undefined,
    })),
    ...(rule === undefined || isOpaque(rule.name) ? [] : [writesTo.destinationRule({ name: String(rule.name) })]),
  ];
}

/** `name`, or `name.namespace`, which the domain of the cluster may follow. */
function placeOf(written: string): { readonly name: string; readonly namespace?: string } {
  const short = written.replace(/\.cluster\.local$/, '');
  const dot = short.lastIndexOf('.');
  return dot < 0 ? { name: short } : { name: short.slice(0, dot), namespace: short.slice(dot + 1) };
}
