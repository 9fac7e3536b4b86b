import { objectName, plainPath, portProblem } from './route-checks';
import { show } from '../intent/problem';
import type { Problem } from '../intent/problem';

/** A path of the same hosts whose requests go somewhere else, whatever the rollout does. */
export interface OtherRoute {
  /** The path below which the requests are. */
  readonly path: string;

  /** The Service that answers them, in the namespace of the rollout. */
  readonly serviceName: string;

  /** The port of that Service. */
  readonly portNumber: number;
}

/** What is wrong with routes that stand beside the one that is split. */
export function otherRouteProblems(others: readonly OtherRoute[] = [], own: string | readonly string[] = '/'): (Problem | undefined)[] {
  return others.flatMap((other, index) => {
    const owner = `otherRoutes[${index}]`;
    const taken = [own, others.slice(0, index).map(each => each.path)].flat().map(withoutSlash).includes(withoutSlash(other.path));
    return [
      plainPath(`${owner}.path`, other.path),
      taken ? { property: `${owner}.path`, message: `must be a path of its own, got ${show(other.path)} again`, fix: 'drop it' } : undefined,
      objectName(`${owner}.serviceName`, other.serviceName),
      portProblem(`${owner}.portNumber`, other.portNumber),
    ];
  });
}

/** `/shop` and `/shop/` are one place. */
export function withoutSlash(path: string): string {
  return path.replace(/\/+$/, '');
}
