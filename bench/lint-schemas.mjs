// The pinned definitions of test/crds/ as kubeconform wants them: plain JSON schema, in which no map is open unless it says so.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const pinned = fileURLToPath(new URL('../test/crds/', import.meta.url));
const BELOW_ONE = ['items', 'additionalProperties', 'not'];
const BELOW_LIST = ['anyOf', 'oneOf', 'allOf'];

/** Writes one schema a kind, and answers with the pattern that names them. */
export function writeSchemas(folder) {
  for (const file of readdirSync(pinned).filter(name => name.endsWith('.json'))) {
    const { kind, schema } = JSON.parse(readFileSync(join(pinned, file), 'utf8'));
    if (kind !== undefined) writeFileSync(join(folder, `${kind.toLowerCase()}.json`), JSON.stringify(closed(schema)));
  }
  return join(folder, '{{ .ResourceKind }}.json');
}

function closed(schema) {
  if (typeof schema !== 'object' || schema === null) return schema;
  const plain = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') plain.properties = Object.fromEntries(Object.entries(value).map(([name, below]) => [name, closed(below)]));
    else if (BELOW_ONE.includes(key)) plain[key] = closed(value);
    else if (BELOW_LIST.includes(key)) plain[key] = value.map(closed);
    else if (key === 'x-kubernetes-int-or-string') plain.type = ['integer', 'string'];
    // formats such as int32 are unknown to JSON schema
    else if (!key.startsWith('x-kubernetes-') && key !== 'format') plain[key] = value;
  }
  const isOpen = schema['x-kubernetes-preserve-unknown-fields'] === true || 'additionalProperties' in schema || !('properties' in schema);
  return isOpen ? plain : { ...plain, additionalProperties: false };
}
