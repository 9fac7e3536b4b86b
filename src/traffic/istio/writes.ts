import type { ControllerWrites } from '../../intent/router';
import type { IstioDestinationRule, IstioVirtualService } from '../../manifests/argo-rollouts.generated';

const group = 'networking.istio.io';

/**
 * What the controller changes: weights and the routes of steps in the lists of a VirtualService that it is told of, and the labels of
 * the subsets. A list of a custom resource is taken as a whole.
 */
export function istioWrites(virtualServices: readonly IstioVirtualService[], rule: IstioDestinationRule | undefined): readonly ControllerWrites[] {
  return [
    ...virtualServices.map(service => ({ group, kind: 'VirtualService', ...placeOf(String(service.name)), paths: listsOf(service).map(list => ['spec', list]) })),
    ...(rule === undefined ? [] : [{ group, kind: 'DestinationRule', name: String(rule.name), paths: [['spec', 'subsets']] }]),
  ];
}

/** HTTP is what is meant where no list is named. */
function listsOf({ routes, tlsRoutes, tcpRoutes }: IstioVirtualService): readonly string[] {
  const others = [...(tlsRoutes === undefined ? [] : ['tls']), ...(tcpRoutes === undefined ? [] : ['tcp'])];
  return routes !== undefined || others.length === 0 ? ['http', ...others] : others;
}

/** `name`, or `name.namespace`, which the domain of the cluster may follow. */
function placeOf(written: string): { readonly name: string; readonly namespace?: string } {
  const short = written.replace(/\.cluster\.local$/, '');
  const dot = short.lastIndexOf('.');
  return dot < 0 ? { name: short } : { name: short.slice(0, dot), namespace: short.slice(dot + 1) };
}
