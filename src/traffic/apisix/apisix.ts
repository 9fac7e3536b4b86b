import { apisixFlagger, existingApisixFlagger } from './flagger';
import { apisixManifests } from './manifests';
import type { ApisixTrafficOptions, ExistingApisixTrafficOptions } from './options';
import { refuse, show } from '../../intent/problem';
import type { Problem } from '../../intent/problem';
import type { ArgoRouting, ITrafficRouter, Router } from '../../intent/router';
import { writesTo } from '../../manifests/controller-writes';
import { ownPathProblems } from '../own-paths';
import { hostProblems, objectName } from '../route-checks';

/** Traffic split by Apache APISIX: an ApisixRoute, whose weights the controller writes. A header step adds a second ApisixRoute. */
export class ApisixTraffic implements ITrafficRouter {
  /** Uses an ApisixRoute that exists, in the namespace of the rollout. */
  public static existing(routeName: string, options: ExistingApisixTrafficOptions = {}): ITrafficRouter {
    refuse('ApisixTraffic.existing', objectName('routeName', routeName), ...ruleProblems(options.rules));
    return { routerName: 'apisix', _router: existingApisixRouter(routeName, options.rules) };
  }

  /** The product. */
  public readonly routerName = 'apisix';

  /** @internal */
  public readonly _router: Router;

  constructor(options: ApisixTrafficOptions) {
    const { hosts, ingressClass } = options;
    refuse('ApisixTraffic', ...hostProblems(hosts), ...ownPathProblems(options),
      ingressClass === undefined ? undefined : objectName('ingressClass', ingressClass));
    this._router = apisixRouter(options);
  }
}

/** Writes the ApisixRoute, and the rule of it that is split, under the rollout's name. */
function apisixRouter(options: ApisixTrafficOptions): Router {
  return {
    kind: 'apisix',
    argo: context => ({ ...split(context.rollout, [context.rollout]), manifests: apisixManifests(options, context) }),
    flagger: context => apisixFlagger(options, context),
  };
}

function existingApisixRouter(name: string, rules: readonly string[] | undefined): Router {
  return {
    kind: 'apisix',
    argo: () => ({ ...split(name, rules), elsewhere: [{ kind: 'ApisixRoute', name }] }),
    flagger: context => existingApisixFlagger(name, rules, context),
  };
}

function split(name: string, rules: readonly string[] | undefined): ArgoRouting {
  return {
    trafficRouting: { apisix: { route: { name, ...(rules === undefined ? {} : { rules }) } } },
    manifests: [],
    ignoredSteps: [],
    elsewhere: [],
    controllerWrites: [writesTo.apisixRoute({ name })],
  };
}

function ruleProblems(rules: readonly string[] | undefined): (Problem | undefined)[] {
  return [
    rules?.length === 0 ? { property: 'rules', message: 'must name at least one rule, got none', fix: 'leave it out for the rule called as the route' } : undefined,
    ...(rules ?? []).map((name, index) => name === ''
      ? { property: `rules[${index}]`, message: `must be the name of a rule, got ${show(name)}`, fix: 'write spec.http[].name of the ApisixRoute' }
      : (rules ?? []).indexOf(name) === index ? undefined
        : { property: `rules[${index}]`, message: `must be another rule, got ${show(name)} again`, fix: 'drop it' }),
  ];
}
