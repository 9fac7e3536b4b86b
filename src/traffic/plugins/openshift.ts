import { OpenShiftTermination } from './openshift-termination';
import { annotationProblems, hostProblems, objectName, plainPath, sameNameProblems } from '../route-checks';
import { servicePluginSplit } from './service-plugin';
import type { AffinityIntent } from '../../intent/affinity';
import { refuse, show } from '../../intent/problem';
import type { Problem } from '../../intent/problem';
import type { ArgoRouting, ITrafficRouter, Router, RouterContext } from '../../intent/router';
import { writesTo } from '../../manifests/controller-writes';
import { fits } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';
import type { Manifest } from '../../manifests/manifest';
import { isPortName } from '../../manifests/names';

/** Options for a route that `OpenShiftTraffic` writes. */
export interface OpenShiftTrafficOptions {
  /** The host whose requests are split; a Route has one. */
  readonly host: string;

  /**
   * Also every host one level below, `*.example.com` beside `shop.example.com`, where the router allows it.
   * @default false
   */
  readonly subdomains?: boolean;

  /**
   * The path below which the requests are.
   * @default '/'
   */
  readonly path?: string;

  /**
   * Where TLS ends.
   * @default - plain HTTP
   */
  readonly termination?: OpenShiftTermination;

  /**
   * Whoever asks without TLS is sent to the same place with it.
   * @default false
   */
  readonly redirectToTls?: boolean;

  /**
   * The name of the Services' port that requests go to.
   * @default - all ports that the Services have
   */
  readonly portName?: string;

  /**
   * Annotations of the route.
   * @default - none
   */
  readonly annotations?: Record<string, string>;
}

/** Options for `OpenShiftTraffic.existing`. */
export interface ExistingOpenShiftTrafficOptions {
  /**
   * Further Routes that get the same weights.
   * @default - none
   */
  readonly others?: string[];
}

/**
 * Traffic split by the router of OpenShift: a Route, to which Argo Rollouts adds the canary as an alternate backend through the plugin
 * `argoproj-labs/openshift`, which has to be installed in the controller.
 */
export class OpenShiftTraffic implements ITrafficRouter {
  /** Uses a Route that exists, in the namespace of the rollout. It has to lead to the Service of the stable version. */
  public static existing(routeName: string, options: ExistingOpenShiftTrafficOptions = {}): ITrafficRouter {
    const names = [routeName, ...options.others ?? []];
    refuse('OpenShiftTraffic.existing', objectName('routeName', routeName),
      ...names.slice(1).map((name, index) => objectName(`others[${index}]`, name)), ...sameNameProblems('others', names, 'Route'));
    return {
      routerName: 'openshift',
      _router: { kind: 'openshift', argo: () => ({ ...split(names), elsewhere: names.map(name => ({ kind: 'Route', name })) }) },
    };
  }

  /** The product. */
  public readonly routerName = 'openshift';

  /** @internal */
  public readonly _router: Router;

  constructor(options: OpenShiftTrafficOptions) {
    refuse('OpenShiftTraffic', ...routeProblems(options));
    this._router = {
      kind: 'openshift',
      argo: context => {
        const routing = split([context.rollout]);
        return {
          ...routing,
          manifests: [route(options, context)],
          ...(context.affinity === undefined || !readsCookies(options) ? {} : { keepsVisitors: true }),
          gaps: affinityGaps(options, context),
        };
      },
    };
  }
}

function routeProblems(options: OpenShiftTrafficOptions): readonly (Problem | undefined)[] {
  const { host, subdomains, path, termination, redirectToTls, portName, annotations } = options;
  return [
    ...hostProblems([host]).map(problem => problem && { ...problem, property: 'host' }),
    !fits(host, known => !known.startsWith('*.')) ? {
      property: 'host', message: `must be a name without *, got ${show(host)}`, fix: `write a host below it and subdomains: true, such as ${show(`www${host.slice(1)}`)}`,
    } : undefined,
    plainPath('path', path),
    path !== undefined && path !== '/' && termination === OpenShiftTermination.PASSTHROUGH ? {
      property: 'path', message: `cannot be combined with passthrough, where the router sees no paths, got ${show(path)}`, fix: 'leave it out, or end TLS at the router',
    } : undefined,
    subdomains === true && path !== undefined && path !== '/' ? {
      property: 'path', message: `cannot be combined with subdomains, got ${show(path)}`, fix: 'leave one of them out',
    } : undefined,
    redirectToTls === true && termination === undefined ? {
      property: 'redirectToTls', message: 'needs a termination, without which there is no TLS', fix: 'write for example termination: OpenShiftTermination.EDGE',
    } : undefined,
    portName === undefined || fits(portName, isPortName) ? undefined : {
      property: 'portName', message: `must be the name of a port, got ${show(portName)}`, fix: 'write the name of the port of the Services',
    },
    ...annotationProblems('annotations', annotations),
  ];
}

/** https://github.com/argoproj-labs/rollouts-plugin-trafficrouter-openshift */
function split(names: readonly string[]): ArgoRouting {
  return servicePluginSplit({
    plugin: 'argoproj-labs/openshift',
    settings: { routes: names },
    writes: names.map(name => writesTo.openShiftRoute({ name })),
  });
}

function route(options: OpenShiftTrafficOptions, context: RouterContext): Manifest {
  const { host, subdomains, path, portName } = options;
  const own = context.metadata(context.rollout);
  const annotations = { ...own.annotations, ...options.annotations, ...cookieName(context.affinity) };
  const object = {
    apiVersion: 'route.openshift.io/v1',
    kind: 'Route',
    metadata: { ...own, ...(Object.keys(annotations).length === 0 ? {} : { annotations }) },
    spec: {
      host,
      ...(subdomains === true ? { wildcardPolicy: 'Subdomain' } : {}),
      ...(path === undefined ? {} : { path }),
      // the plugin compares this weight, and fails where there is none; it adds the alternate backend, and takes it away again
      to: { kind: 'Service', name: context.stableService, weight: 100 },
      ...(portName === undefined ? {} : { port: { targetPort: portName } }),
      ...tls(options),
    },
  };
  return object as unknown as Manifest;
}

function tls({ termination, redirectToTls }: OpenShiftTrafficOptions): object {
  return termination === undefined ? {} : {
    tls: { termination, ...(redirectToTls === true ? { insecureEdgeTerminationPolicy: 'Redirect' } : {}) },
  };
}

/** The router knows a visitor by a cookie for each pod, unless it cannot read the requests. */
function readsCookies({ termination }: OpenShiftTrafficOptions): boolean {
  return termination !== OpenShiftTermination.PASSTHROUGH;
}

/** https://docs.redhat.com/en/documentation/openshift_container_platform/4.20/html/ingress_and_load_balancing */
function cookieName(affinity: AffinityIntent | undefined): Readonly<Record<string, Leaf<string>>> {
  return affinity?.cookie === undefined ? {} : { 'router.openshift.io/cookie_name': affinity.cookie };
}

function affinityGaps(options: OpenShiftTrafficOptions, { affinity }: RouterContext): readonly Problem[] {
  return affinity?.maxAgeSeconds === undefined || !readsCookies(options) ? [] : [{
    property: 'sessionAffinity', message: 'cannot end after a time behind openshift, whose cookies last as long as the browser is open', fix: 'leave the time out',
  }];
}
