import { pluginConfig, pluginNameProblem, pluginSettingsProblem } from '../../intent/plugin-settings';
import { refuse, show } from '../../intent/problem';
import type { Problem } from '../../intent/problem';
import type { ArgoRouting, ITrafficRouter, Router, RouterContext } from '../../intent/router';
import { fullWeightProblem } from '../nginx/canary';
import { objectName } from '../route-checks';

/** An object that a plugin writes to. */
export interface PluginRoute {
  /** The API group, such as `gateway.solo.io`; empty for the core one. */
  readonly apiGroup: string;

  /** The kind. */
  readonly kind: string;

  /** The name. */
  readonly name: string;

  /**
   * The namespace.
   * @default - that of the rollout
   */
  readonly routeNamespace?: string;

  /**
   * The fields that the plugin changes, with dots between the names: `spec.routes`. Whoever applies the object leaves them alone.
   * @default - `spec`
   */
  readonly fields?: string[];
}

/** Options for `PluginTraffic`. */
export interface PluginTrafficOptions {
  /** The name that the controller's ConfigMap `argo-rollouts-config` knows it by, such as `argoproj-labs/glooplatform`. */
  readonly name: string;

  /**
   * Its settings, where all of them are texts.
   * @default - none
   */
  readonly settings?: Record<string, string>;

  /**
   * Its settings as a JSON object, where they are more than texts.
   * @default - none
   */
  readonly json?: string;

  /**
   * The objects that it writes to, in the namespace of the rollout or elsewhere.
   * @default - none
   */
  readonly routes?: PluginRoute[];

  /**
   * The weight that means all of the traffic, for weights finer than a percent.
   * @default 100
   */
  readonly maxTrafficWeight?: number;

  /**
   * It routes by headers, so that header steps and audiences do something.
   * @default false
   */
  readonly routesHeaders?: boolean;

  /**
   * It mirrors requests, so that mirror steps do something.
   * @default false
   */
  readonly mirrors?: boolean;

  /**
   * It gives versions of an experiment a share of the requests.
   * @default false
   */
  readonly sharesExperiments?: boolean;

  /**
   * It keeps visitors with the version that answered first, as its settings say.
   * @default false
   */
  readonly keepsVisitors?: boolean;

  /**
   * It knows of two Services that take turns.
   * @default false
   */
  readonly knowsPingPong?: boolean;
}

/** Traffic split by any plugin of Argo Rollouts, which has to be installed in the controller. What it can do it says nowhere, so it is said here. */
export class PluginTraffic implements ITrafficRouter {
  /** The product. */
  public readonly routerName = 'plugin';

  /** @internal */
  public readonly _router: Router;

  constructor(options: PluginTrafficOptions) {
    refuse('PluginTraffic', pluginNameProblem(options.name), pluginSettingsProblem(options),
      fullWeightProblem(options.maxTrafficWeight), ...(options.routes ?? []).flatMap(routeProblems));
    this._router = { kind: 'plugin', argo: context => split(options, context) };
  }
}

function routeProblems({ apiGroup, kind, name, routeNamespace, fields }: PluginRoute, index: number): readonly (Problem | undefined)[] {
  const owner = `routes[${index}]`;
  return [
    apiGroup === '' ? undefined : objectName(`${owner}.apiGroup`, apiGroup),
    /^[A-Z][A-Za-z0-9]*$/.test(kind) ? undefined : { property: `${owner}.kind`, message: `must be the kind of an object, got ${show(kind)}`, fix: 'write it as manifests do, such as "VirtualService"' },
    objectName(`${owner}.name`, name),
    routeNamespace === undefined ? undefined : objectName(`${owner}.routeNamespace`, routeNamespace),
    ...(fields ?? []).map((field, at) => /^[^.]+(\.[^.]+)*$/.test(field) ? undefined : {
      property: `${owner}.fields[${at}]`, message: `must be names with dots between them, got ${show(field)}`, fix: 'write for example "spec.routes"',
    }),
    fields?.length === 0 ? { property: `${owner}.fields`, message: 'must name at least one field, got none', fix: 'leave it out for all of spec' } : undefined,
  ];
}

function split(options: PluginTrafficOptions, { pingPong }: RouterContext): ArgoRouting {
  const { name, routes = [], maxTrafficWeight, routesHeaders = false, mirrors = false } = options;
  const { sharesExperiments = false, keepsVisitors = false, knowsPingPong = false } = options;
  return {
    trafficRouting: { plugins: { [name]: pluginConfig(options) ?? {} }, ...(maxTrafficWeight === undefined ? {} : { maxTrafficWeight }) },
    manifests: [],
    ignoredSteps: [...(routesHeaders ? [] : ['headers'] as const), ...(mirrors ? [] : ['mirror'] as const)],
    ignoresShares: !sharesExperiments,
    keepsVisitors,
    elsewhere: routes.map(route => ({ kind: route.kind, name: route.name })),
    controllerWrites: routes.map(({ apiGroup, kind, name: route, routeNamespace, fields = ['spec'] }) => ({
      group: apiGroup, kind, name: route, ...(routeNamespace === undefined ? {} : { namespace: routeNamespace }), paths: fields.map(field => field.split('.')),
    })),
    gaps: pingPong && !knowsPingPong ? [noPingPong(name)] : [],
  };
}

/** Most plugins look for stableService and canaryService in the Rollout. */
function noPingPong(router: string): Problem {
  return {
    property: 'pingPong',
    message: `cannot be had from ${router}: as traffic is written, it sends requests to stableService and canaryService, which are not there then`,
    fix: 'leave it out, or say knowsPingPong of the plugin',
  };
}
