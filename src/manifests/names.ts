/** Longest name of a Service, a label's name part, a container: one DNS label. */
export const LONGEST_LABEL = 63;
/** Longest name of most other objects: a DNS subdomain. */
export const LONGEST_SUBDOMAIN = 253;
/** Longest port name. */
export const LONGEST_PORT_NAME = 15;
/** The API server keeps this much of a `generateName` and appends five characters of its own. */
const LONGEST_GENERATED_BASE = 58;
/** Longest name of a ReplicaSet whose pods still carry all of it in their names, with the hyphen behind it. */
export const LONGEST_REPLICA_SET_NAME = LONGEST_GENERATED_BASE - 1;
/** The label by which the controller tells the pods of one version, and narrows Services to them. */
export const POD_HASH_LABEL = 'rollouts-pod-template-hash';
/** A hash is a number of 32 bits, written in letters and digits. */
export const LONGEST_POD_HASH = 10;
/** `-` and the pod template hash, which Argo puts between a Rollout's name and a pod's own five characters. */
const HASH_PART = '-6c5f9d8b7c-'.length;
/** Longest Rollout name whose pods still carry the whole pod template hash in their name. */
export const LONGEST_NAME_BEFORE_HASH = LONGEST_GENERATED_BASE - HASH_PART;

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const LABEL_1035 = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const QUALIFIED = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const PORT = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** DNS-1123 label: containers, namespaces. */
export function isDnsLabel(text: string): boolean {
  return text.length <= LONGEST_LABEL && LABEL.test(text);
}

/** DNS-1035 label, which must begin with a letter: Services. */
export function isDns1035Label(text: string): boolean {
  return text.length <= LONGEST_LABEL && LABEL_1035.test(text);
}

/** DNS-1123 subdomain: most objects. */
export function isDnsSubdomain(text: string): boolean {
  return text.length <= LONGEST_SUBDOMAIN && SUBDOMAIN.test(text);
}

/** The value of a label; the empty one is allowed. */
export function isLabelValue(text: string): boolean {
  return text === '' || (text.length <= LONGEST_LABEL && QUALIFIED.test(text));
}

/** A name as the value of a label: values end at 63 characters, names of objects do not. */
export function labelValueOf(name: string): string {
  return name.slice(0, LONGEST_LABEL).replace(/[^a-z0-9]+$/, '');
}

/** The key of a label or annotation: an optional DNS subdomain and `/`, then a name. */
export function isLabelKey(text: string): boolean {
  const parts = text.split('/');
  const name = parts.pop() ?? '';
  return parts.length <= 1 && parts.every(isDnsSubdomain) && name.length <= LONGEST_LABEL && QUALIFIED.test(name);
}

/** The name of a container's port: lower case, at least one letter, no two hyphens in a row. */
export function isPortName(text: string): boolean {
  return text.length <= LONGEST_PORT_NAME && PORT.test(text) && /[a-z]/.test(text) && !text.includes('--');
}

/** An object as messages name it: `Rollout shop/checkout`. */
export function resourceName(kind: string, namespace: string | undefined, name: string): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

/** What Argo Rollouts calls the Mapping of a canary: names end at 253 characters, and it keeps room for its ending. */
export function canaryMappingName(mapping: string): string {
  return `${mapping.slice(0, 246)}-canary`;
}
