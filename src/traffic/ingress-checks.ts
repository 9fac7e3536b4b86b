import { hostProblems } from './route-checks';
import { pathProblem } from '../intent/checks';
import { show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { fits } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';
import { isLabelKey } from '../manifests/names';

type Problems = readonly (Problem | undefined)[];

/** The hosts of an Ingress: names, each once. An address is no host, which the API server refuses. */
export function ingressHostProblems(hosts: readonly Leaf<string>[]): Problems {
  return [
    ...hostProblems(hosts),
    ...hosts.map((host, index) => fits(host, known => !/^\d+(\.\d+){3}$/.test(known)) ? undefined : {
      property: `hosts[${index}]`, message: `must be a host name, and not an address, got ${show(host)}`, fix: 'write the name that leads to the load balancer',
    }),
    ...hosts.map((host, index) => hosts.indexOf(host) === index ? undefined : {
      property: `hosts[${index}]`, message: `must be another host, got ${show(host)} again`, fix: 'drop it',
    }),
  ];
}

/** The path below which requests are split. What a wildcard means is another thing behind each controller. */
export function plainPathProblem(property: string, path: string): Problem | undefined {
  const slash = pathProblem(path);
  if (slash !== undefined) return { ...slash, property };
  return /^\/[A-Za-z0-9._~/-]*$/.test(path) && !path.includes('//') ? undefined : {
    property, message: `must be letters, digits and any of . _ ~ - between slashes, got ${show(path)}`, fix: 'write the beginning of the paths, such as "/shop"',
  };
}

/** Annotations of an Ingress that is written: keys that can be, and none that somebody else writes. */
export function annotationProblems(annotations: Readonly<Record<string, string>>, reserved: (key: string) => Omit<Problem, 'property'> | undefined): Problems {
  return Object.keys(annotations).map(key => {
    const property = `annotations[${show(key)}]`;
    const taken = reserved(key);
    if (taken !== undefined) return { property, ...taken };
    return isLabelKey(key.toLowerCase()) ? undefined : {
      property,
      message: 'must be the key of an annotation: at most 63 letters, digits, dashes, dots and underscores, with an optional domain and / before them',
      fix: 'write it with its prefix, such as "alb.ingress.kubernetes.io/group.name"',
    };
  });
}

/** What an Ingress controller was told that the names of its annotations begin with. */
export function annotationPrefixProblem(prefix: string, usual: string): Problem | undefined {
  return /^[a-z0-9]([-.a-z0-9]*[a-z0-9])?$/.test(prefix) ? undefined : {
    property: 'annotationPrefix', message: `must be a domain, got ${show(prefix)}`, fix: `write it without the slash, such as ${show(usual)}`,
  };
}
