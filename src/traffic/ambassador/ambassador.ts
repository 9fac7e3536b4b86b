import { ambassadorManifests, mappingNames } from './manifests';
import type { AmbassadorTrafficOptions, ExistingAmbassadorTrafficOptions } from './options';
import { refuse, show } from '../../intent/problem';
import type { Problem } from '../../intent/problem';
import type { ArgoRouting, ITrafficRouter, Router } from '../../intent/router';
import { isOpaque } from '../../manifests/leaf';
import { canaryMappingName } from '../../manifests/names';
import { ownPathProblems } from '../own-paths';
import { hostProblems, objectName } from '../route-checks';

/** Traffic split by Emissary-ingress (Ambassador): beside each Mapping the controller puts one with a weight for the canary, and takes it away again. */
export class AmbassadorTraffic implements ITrafficRouter {
  /** Uses a Mapping that exists, in the namespace of the rollout. It has to lead to the stable Service, and to have no weight. */
  public static existing(mappingName: string, options: ExistingAmbassadorTrafficOptions = {}): ITrafficRouter {
    const { otherMappings = [] } = options;
    const all = [mappingName, ...otherMappings];
    refuse('AmbassadorTraffic.existing', objectName('mappingName', mappingName),
      ...otherMappings.map((name, index) => objectName(`otherMappings[${index}]`, name)),
      ...all.map((name, index) => isOpaque(name) ? undefined : apart(index === 0 ? 'mappingName' : `otherMappings[${index - 1}]`, name, all.map(each => isOpaque(each) ? '' : each), index)));
    return { routerName: 'ambassador', _router: existingAmbassadorRouter(all) };
  }

  /** The product. */
  public readonly routerName = 'ambassador';

  /** @internal */
  public readonly _router: Router;

  constructor(options: AmbassadorTrafficOptions) {
    const { hosts, resolver } = options;
    refuse('AmbassadorTraffic', ...hostProblems(hosts), ...ownPathProblems(options), resolver === undefined ? undefined : objectName('resolver', resolver));
    this._router = ambassadorRouter(options);
  }
}

/** Writes the Mappings under the rollout's name. */
function ambassadorRouter(options: AmbassadorTrafficOptions): Router {
  return { kind: 'ambassador', argo: context => ({ ...split(mappingNames(options, context)), manifests: ambassadorManifests(options, context) }) };
}

function existingAmbassadorRouter(names: readonly string[]): Router {
  return { kind: 'ambassador', argo: () => ({ ...split(names), elsewhere: names.map(name => ({ kind: 'Mapping', name })) }) };
}

/** Nothing that is written is changed: the weights stand on Mappings of the controller's own. */
function split(mappings: readonly string[]): ArgoRouting {
  return { trafficRouting: { ambassador: { mappings } }, manifests: [], ignoredSteps: [], elsewhere: [] };
}

/** Each needs a name of its own for the canary's Mapping, and may not be one itself. */
function apart(property: string, name: string, all: readonly string[], place: number): Problem | undefined {
  const before = all.slice(0, place).find(other => canaryMappingName(other) === canaryMappingName(name));
  if (before !== undefined) {
    return before === name
      ? { property, message: `must be another Mapping, got ${show(name)} again`, fix: 'drop it' }
      : { property, message: `must differ from ${show(before)} in its first 246 characters, which are all that the canary's Mapping keeps of a name`, fix: 'rename one of them' };
  }
  const owner = all.find(other => canaryMappingName(other) === name);
  return owner === undefined ? undefined : {
    property, message: `must not be ${show(name)}, under which the controller writes the canary's Mapping beside ${show(owner)}, and deletes it`, fix: 'rename it',
  };
}
