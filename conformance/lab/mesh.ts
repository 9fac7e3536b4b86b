// Definitions of Istio's objects, without Istio: the controller writes them, and nothing acts on them.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { KubeObject } from '../harness/objects';

const CRDS = resolve(__dirname, '..', '..', 'test', 'crds');
/** What is stored, and what the controller asks for. */
const VERSIONS = ['v1', 'v1alpha3'];

/** As they are pinned, so that the API server judges what is written as Istio's own definitions do. */
export function meshDefinitions(): KubeObject[] {
  return ['virtual-service', 'destination-rule'].map(file => {
    const { apiVersion, kind, scope, schema } = JSON.parse(readFileSync(resolve(CRDS, `${file}.json`), 'utf8'));
    const group = apiVersion.split('/')[0];
    const plural = `${kind.toLowerCase()}s`;
    return {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: `${plural}.${group}` },
      spec: {
        group,
        scope,
        names: { kind, plural, singular: kind.toLowerCase(), listKind: `${kind}List` },
        versions: VERSIONS.map(name => ({
          name, served: true, storage: name === VERSIONS[0], schema: { openAPIV3Schema: schema }, subresources: { status: {} },
        })),
      },
    };
  });
}
