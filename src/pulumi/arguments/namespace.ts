import type * as pulumi from '@pulumi/pulumi';

/** Stands where the name of a namespace becomes part of texts before it is known. No namespace is called so. */
const standIn = 'namespace-not-known-yet';
const standIns = new RegExp(`${standIn}-\\d+`, 'g');

/** By its stand-in. A text goes to other components as well, where it is still this namespace that is meant. */
const toCome = new Map<string, pulumi.Output<unknown>>();

/** What stands in texts for a namespace that is known later. */
export function standInFor(namespace: pulumi.Output<unknown>): string {
  const [known] = [...toCome].find(([, output]) => output === namespace) ?? [`${standIn}-${toCome.size + 1}`];
  toCome.set(known, namespace);
  return known;
}

/** The namespaces that a text waits for, each by its stand-in. */
export function namespacesIn(text: string): ReadonlyMap<string, pulumi.Output<unknown>> {
  return new Map((text.match(standIns) ?? []).flatMap(each => toCome.has(each) ? [[each, toCome.get(each)!] as const] : []));
}

/** The text with one namespace for all that are not known. */
export function withNamespaceFor(text: string, namespace: string): string {
  return text.replace(standIns, namespace);
}

/** The text as it is told to people. */
export function withoutStandIns(text: string): string {
  const [inOne, inPath] = [`(?<= in )${standIns.source}`, `${standIns.source}/`].map(pattern => new RegExp(pattern, 'g'));
  return text.replace(inPath, '').replace(inOne, 'one that is not known yet').replace(standIns, '(namespace)');
}
