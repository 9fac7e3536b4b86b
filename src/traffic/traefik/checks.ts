import { ownPathProblems } from '../own-paths';
import { hostProblems, objectName } from '../route-checks';
import type { TraefikTrafficOptions } from './options';
import { show } from '../../intent/problem';
import type { Problem } from '../../intent/problem';
import { fits } from '../../manifests/leaf';

/** What is wrong with a route that is to be written for Traefik. */
export function traefikProblems(options: TraefikTrafficOptions): readonly (Problem | undefined)[] {
  const { hosts, entryPoints, middlewares = [], tlsSecret, certResolver, ingressClass } = options;
  return [
    ...hostProblems(hosts),
    ...ownPathProblems(options),
    ingressClass === undefined ? undefined : objectName('ingressClass', ingressClass),
    entryPoints?.length === 0
      ? { property: 'entryPoints', message: 'must name at least one entry point, got none', fix: 'leave it out for all of them' } : undefined,
    ...(entryPoints ?? []).map((name, index) => settingName(`entryPoints[${index}]`, name, 'an entry point', '"websecure"')),
    ...middlewares.map((name, index) => middlewareProblem(`middlewares[${index}]`, name)),
    tlsSecret === undefined ? undefined : objectName('tlsSecret', tlsSecret),
    certResolver === undefined ? undefined : settingName('certResolver', certResolver, 'a certificate resolver', '"letsencrypt"'),
    tlsSecret !== undefined && certResolver !== undefined
      ? { property: 'certResolver', message: 'cannot be combined with tlsSecret, which holds a certificate already', fix: 'drop one of them' } : undefined,
  ];
}

/** Something that the configuration of Traefik itself names. */
function settingName(property: string, name: string, what: string, example: string): Problem | undefined {
  return fits(name, known => /^[\w-]+$/.test(known)) ? undefined : {
    property, message: `must be the name of ${what}, got ${show(name)}`, fix: `write it as the configuration of Traefik does, such as ${example}`,
  };
}

function middlewareProblem(property: string, written: string): Problem | undefined {
  const parts = written.split('/');
  return parts.length <= 2 && parts.every(part => objectName(property, part) === undefined) ? undefined : {
    property, message: `must be the name of a Middleware, got ${show(written)}`, fix: 'write its metadata.name, or namespace/name',
  };
}
