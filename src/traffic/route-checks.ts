import type { Problem } from '../intent/problem';
import { show } from '../intent/problem';
import { fits, isOpaque } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';
import { isLabelKey } from '../manifests/names';

const host = /^(\*\.)?([a-z0-9]([-a-z0-9]*[a-z0-9])?\.)*[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** The hosts a route answers for, each of which has to be a host name. */
export function hostProblems(hosts: readonly Leaf<string>[]): (Problem | undefined)[] {
  const none = { property: 'hosts', message: 'must name at least one host', fix: 'write for example ["shop.example.com"]' };
  const isHost = (name: string) => host.test(name) && name.length <= 253;
  return [hosts.length > 0 ? undefined : none, ...hosts.map((name, index) => fits(name, isHost) ? undefined : {
    property: `hosts[${index}]`,
    message: `must be a host name, got ${show(name)}`,
    fix: 'write it in lower case without http://, port or path, such as "shop.example.com"',
  })];
}

/** The name of an object that exists. */
export function objectName(property: string, name: Leaf<string>): Problem | undefined {
  return fits(name, known => /^[a-z0-9]([-.a-z0-9]{0,251}[a-z0-9])?$/.test(known)) ? undefined : {
    property, message: `must be the name of an object, got ${show(name)}`, fix: 'write its metadata.name',
  };
}

/** A path as requests have it; what else routers read into it, such as wildcards, differs from one to the next. */
export function plainPath(property: string, path: string | undefined): Problem | undefined {
  if (path === undefined || plain.test(path)) return undefined;
  return plain.test(`/${path}`) ? {
    property, message: `must begin with a slash, got ${show(path)}`, fix: `write ${show(`/${path}`)}`,
  } : {
    property,
    message: `must be a path without spaces, wildcards and queries, beginning with a slash, got ${show(path)}`,
    fix: 'write the part that all of the requests have in common, such as "/shop"',
  };
}

const plain = /^\/[\w/.~!$&'()+,;=:@%-]*$/;

/** A port that something listens on. */
export function portProblem(property: string, port: number | undefined): Problem | undefined {
  return port === undefined || isOpaque(port) || (Number.isInteger(port) && port >= 1 && port <= 65535) ? undefined : {
    property, message: `must be a whole number from 1 to 65535, got ${show(port)}`, fix: 'write a port such as 8080',
  };
}

/** Keys of annotations, whose values may be anything. */
export function annotationProblems(property: string, annotations: Readonly<Record<string, string>> = {}): (Problem | undefined)[] {
  return Object.keys(annotations).map(key => isLabelKey(key) ? undefined : {
    property: `${property}[${show(key)}]`, message: `must be the key of an annotation, got ${show(key)}`, fix: 'write for example "example.com/owner"',
  });
}

/** Objects of which each is named once; the first of them is the main one. */
export function sameNameProblems(property: string, [main, ...others]: readonly string[], what: string): (Problem | undefined)[] {
  return others.map((name, index) => ![main, ...others.slice(0, index)].includes(name) ? undefined : {
    property: `${property}[${index}]`, message: `must be another ${what}, got ${show(name)} again`, fix: 'drop it',
  });
}
