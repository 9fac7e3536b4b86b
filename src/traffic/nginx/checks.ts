import { annotationProblems, ingressHostProblems, plainPathProblem } from '../ingress-checks';
import { ownPaths } from '../own-paths';
import { canaryProblems, nginxPrefix, ownSettings } from './canary';
import { NginxPathType } from './options';
import type { NginxTrafficOptions } from './options';
import * as checks from '../../intent/checks';
import { show } from '../../intent/problem';
import type { Problem } from '../../intent/problem';
import { objectName } from '../route-checks';

type Problems = readonly (Problem | undefined)[];

/** What is wrong with an Ingress that is written. */
export function nginxProblems(options: NginxTrafficOptions): Problems {
  const { hosts, ingressClass, tlsSecret, annotations = {}, annotationPrefix = nginxPrefix } = options;
  return [
    ...ingressHostProblems(hosts),
    ...pathProblems(options),
    ingressClass === undefined ? undefined : objectName('ingressClass', ingressClass),
    tlsSecret === undefined ? undefined : objectName('tlsSecret', tlsSecret),
    ...annotationProblems(annotations, key => ownSettings.some(own => key === `${annotationPrefix}/${own}`) ? {
      message: 'would make this Ingress the one of the canary, which the controller writes', fix: 'drop it',
    } : undefined),
    ...canaryProblems(options),
  ];
}

function pathProblems({ path, paths, pathType, otherRoutes = [] }: NginxTrafficOptions): Problems {
  // ingress-nginx refuses anything else in them: https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/configmap/#strict-validate-path-type
  const plain = pathType === undefined || pathType !== NginxPathType.IMPLEMENTATION_SPECIFIC;
  const pathProblem = (property: string, each: string) => plain ? plainPathProblem(property, each)
    : each.startsWith('/') ? undefined : { property, message: `must begin with a slash, got ${show(each)}`, fix: `write ${show(`/${each}`)}` };
  const own = ownPaths({ path, paths });
  const all = [...own, ...otherRoutes.map(other => other.path)];
  const propertyOf = (index: number) => index >= own.length ? `otherRoutes[${index - own.length}].path` : paths === undefined ? 'path' : `paths[${index}]`;
  return [
    path !== undefined && paths !== undefined ? { property: 'paths', message: 'cannot be combined with path', fix: 'name all of them in paths' } : undefined,
    paths?.length === 0 ? { property: 'paths', message: 'must name at least one path, got none', fix: 'leave it out for all of them' } : undefined,
    ...all.map((each, index) => pathProblem(propertyOf(index), each)),
    ...all.map((each, index) => all.indexOf(each) === index ? undefined : {
      property: propertyOf(index), message: `must be another path, got ${show(each)} again`, fix: 'drop it',
    }),
    ...otherRoutes.flatMap(({ serviceName, portNumber }, index) => [
      checks.nameProblem(`otherRoutes[${index}].serviceName`, serviceName), checks.positiveNumber(`otherRoutes[${index}].portNumber`, portNumber),
    ]),
  ];
}
