import type { Problem } from '../intent/problem';
import { show } from '../intent/problem';

const host = /^(\*\.)?([a-z0-9]([-a-z0-9]*[a-z0-9])?\.)*[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** The hosts a route answers for, each of which has to be a host name. */
export function hostProblems(hosts: readonly string[]): (Problem | undefined)[] {
  const none = { property: 'hosts', message: 'must name at least one host', fix: 'write for example ["shop.example.com"]' };
  return [hosts.length > 0 ? undefined : none, ...hosts.map((name, index) => host.test(name) && name.length <= 253 ? undefined : {
    property: `hosts[${index}]`,
    message: `must be a host name, got ${show(name)}`,
    fix: 'write it in lower case without http://, port or path, such as "shop.example.com"',
  })];
}

/** The name of an object that exists. */
export function objectName(property: string, name: string): Problem | undefined {
  return /^[a-z0-9]([-.a-z0-9]{0,251}[a-z0-9])?$/.test(name) ? undefined : {
    property, message: `must be the name of an object, got ${show(name)}`, fix: 'write its metadata.name',
  };
}

