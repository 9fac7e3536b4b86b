import type { OtherRoute } from './other-route';
import { otherRouteProblems, withoutSlash } from './other-route';
import { plainPath } from './route-checks';
import { show } from '../intent/problem';
import type { Problem } from '../intent/problem';

/** Where the requests are that a router splits, and where those are that it does not. */
interface OwnPaths {
  readonly path?: string;
  readonly paths?: readonly string[];
  readonly otherRoutes?: readonly OtherRoute[];
}

/** The paths below which requests are split. */
export function ownPaths({ path, paths }: OwnPaths): readonly string[] {
  return paths ?? [path ?? '/'];
}

/** What is wrong with the paths of a route that is to be written. */
export function ownPathProblems({ path, paths, otherRoutes }: OwnPaths): (Problem | undefined)[] {
  const all = (paths ?? []).map(withoutSlash);
  return [
    path !== undefined && paths !== undefined ? { property: 'paths', message: 'cannot be combined with path', fix: 'name all of them in paths' } : undefined,
    paths?.length === 0 ? { property: 'paths', message: 'must name at least one path, got none', fix: 'leave it out for all of them' } : undefined,
    plainPath('path', path),
    ...(paths ?? []).map((each, index) => plainPath(`paths[${index}]`, each)),
    ...(paths ?? []).map((each, index) => all.indexOf(all[index]) === index ? undefined : {
      property: `paths[${index}]`, message: `must be another path, got ${show(each)} again`, fix: 'drop it',
    }),
    ...otherRouteProblems(otherRoutes, ownPaths({ path, paths })),
  ];
}

/** Where a prefix ends anywhere, also within a word, `/shop` alone would take `/shopping` as well. */
export function belowPath(path: string): readonly { readonly exact?: string; readonly prefix?: string }[] {
  return path.endsWith('/') ? [{ prefix: path }] : [{ exact: path }, { prefix: `${path}/` }];
}
