import { existingProblems, gatewayProblems, routeKindProblems } from './checks';
import { existingIstioFlagger, istioFlagger } from './flagger';
import { httpRouteNames, istioManifests } from './manifests';
import type { ExistingIstioTrafficOptions, IstioRoutes, IstioSubsets, IstioTrafficOptions, IstioVirtualServiceRoutes } from './options';
import { istioWrites } from './writes';
import { refuse } from '../../intent/problem';
import type { ArgoRouting, ITrafficRouter, ObjectName, Router } from '../../intent/router';
import type { IstioDestinationRule, IstioTrafficRouting, IstioVirtualService } from '../../manifests/argo-rollouts.generated';
import { isOpaque } from '../../manifests/leaf';
import { hostProblems } from '../route-checks';

/** Traffic split by Istio: a VirtualService, whose weights and header and mirror routes the controller writes. */
export class IstioTraffic implements ITrafficRouter {
  /**
   * Uses a VirtualService that exists, `name` or `name.namespace`. Each of its routes that get the weights has to name both Services,
   * or with a DestinationRule both subsets. For Flagger it has to delegate to the VirtualService that is called as the Service.
   */
  public static existing(virtualService: string, options: ExistingIstioTrafficOptions = {}): ITrafficRouter {
    refuse('IstioTraffic.existing', ...existingProblems(virtualService, options));
    return { routerName: 'istio', _router: existingIstioRouter({ ...options, name: virtualService }, options) };
  }

  /** The product. */
  public readonly routerName = 'istio';

  /** @internal */
  public readonly _router: Router;

  constructor(options: IstioTrafficOptions) {
    refuse('IstioTraffic', ...hostProblems(options.hosts), ...gatewayProblems(options), ...routeKindProblems(options));
    this._router = istioRouter(options);
  }
}

/** Writes the VirtualService, and the DestinationRule if there is one, under the rollout's name. */
function istioRouter(options: IstioTrafficOptions): Router {
  const subsets = options.subsets === true;
  return {
    kind: 'istio',
    oneService: subsets,
    argo: context => {
      const destinationRule = subsets ? destinationRuleOf({ name: context.rollout }) : undefined;
      return {
        ...split([virtualServiceOf({ name: context.rollout, ...ownRoutes(options, context.rollout) })], destinationRule),
        // steps add routes of HTTP, which take no connections
        ...(options.tlsPort === undefined && options.tcpPort === undefined ? {} : { ignoredSteps: ['headers', 'mirror'] as const }),
        manifests: istioManifests({ ...options, destinationRule }, context),
      };
    },
    flagger: context => istioFlagger(options, context),
  };
}

/** The route that is written, as the controller knows it. */
function ownRoutes(options: IstioTrafficOptions, rollout: string): IstioRoutes {
  const { hosts, tlsPort, tcpPort } = options;
  if (tlsPort !== undefined) return { tlsRoutes: [{ port: tlsPort, sniHosts: hosts }] };
  return tcpPort === undefined ? { routes: [...httpRouteNames(options, rollout)] } : { tcpRoutes: [{ port: tcpPort }] };
}

function existingIstioRouter(first: IstioVirtualServiceRoutes, options: ExistingIstioTrafficOptions): Router {
  const { destinationRule, others = [] } = options;
  const rule = destinationRule && destinationRuleOf(destinationRule);
  const all = [first, ...others];
  const called = all.flatMap(({ name }) => isOpaque(name) ? [] : [withoutNamespace(name)]);
  const elsewhere: ObjectName[] = [
    ...called.map(name => ({ kind: 'VirtualService', name })),
    ...(rule === undefined ? [] : [{ kind: 'DestinationRule', name: destinationRule?.name ?? '' }]),
  ];
  return {
    kind: 'istio',
    oneService: rule !== undefined,
    argo: () => ({ ...split(all.map(virtualServiceOf), rule), elsewhere }),
    flagger: context => ({
      ...existingIstioFlagger(all.map(({ name }) => name), options, context),
      elsewhere: [...called, context.service].map(name => ({ kind: 'VirtualService', name })),
    }),
  };
}

function split([first, ...others]: readonly IstioVirtualService[], destinationRule: IstioDestinationRule | undefined): ArgoRouting {
  const istio: IstioTrafficRouting = {
    ...(others.length === 0 ? { virtualService: first } : { virtualServices: [first, ...others] }),
    ...(destinationRule === undefined ? {} : { destinationRule }),
  };
  const controllerWrites = istioWrites([first, ...others], destinationRule);
  return { trafficRouting: { istio }, manifests: [], ignoredSteps: [], headerMatches: 'any', elsewhere: [], controllerWrites };
}

/** What stands behind the last dot is the namespace; the controller lets the domain of the cluster stand behind that. */
function withoutNamespace(name: string): string {
  const short = name.replace(/\.cluster\.local$/, '');
  return short.includes('.') ? short.slice(0, short.lastIndexOf('.')) : short;
}

function virtualServiceOf({ name, routes = [], tlsRoutes = [], tcpRoutes = [] }: IstioVirtualServiceRoutes): IstioVirtualService {
  return {
    name,
    ...(routes.length === 0 ? {} : { routes }),
    ...(tlsRoutes.length === 0 ? {} : {
      tlsRoutes: tlsRoutes.map(({ port, sniHosts = [] }) => ({
        ...(port === undefined ? {} : { port }),
        ...(sniHosts.length === 0 ? {} : { sniHosts }),
      })),
    }),
    ...(tcpRoutes.length === 0 ? {} : { tcpRoutes: tcpRoutes.map(({ port }) => ({ port })) }),
  };
}

function destinationRuleOf({ name, canarySubset = 'canary', stableSubset = 'stable', additionalSubsets = [] }: IstioSubsets): IstioDestinationRule {
  return {
    name,
    canarySubsetName: canarySubset,
    stableSubsetName: stableSubset,
    ...(additionalSubsets.length === 0 ? {} : { additionalSubsetNames: additionalSubsets }),
  };
}
