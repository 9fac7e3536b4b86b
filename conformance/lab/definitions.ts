// Definitions of what routers follow, without the routers: the controller writes these objects, and nothing acts on them.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { KubeObject } from '../harness/objects';

const CRDS = resolve(__dirname, '..', '..', 'test', 'crds');
/** Kinds whose definitions are not pinned: whatever is in them is taken. */
const PERMISSIVE = resolve(__dirname, '..', 'scenarios', 'flagger', 'permissive-definitions.json');
/** Groups of the API server itself, and those whose own definitions are taken as they are released. */
const OTHERWISE = /^(argoproj\.io|flagger\.app|networking\.k8s\.io|policy|apps|autoscaling|v1)$/;
/** Versions that controllers ask for, beside the one that is stored. */
const ALSO_SERVED: Readonly<Record<string, readonly string[]>> = {
  'networking.istio.io': ['v1alpha3', 'v1beta1'], 'getambassador.io': ['v2', 'v3alpha1'], 'gateway.networking.k8s.io': ['v1alpha2', 'v1beta1'],
};

interface Pinned {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly scope?: string;
  readonly schema: unknown;
}

/** As they are pinned, so that the API server judges what is written as the products' own definitions do. */
export function routeDefinitions(): KubeObject[] {
  const all = readdirSync(CRDS).filter(file => file.endsWith('.json')).sort();
  // where two channels of a product define a kind, the one with more fields
  const files = all.filter(file => !all.includes(file.replace('.json', '-experimental.json')));
  const pinned = files.map(file => JSON.parse(readFileSync(resolve(CRDS, file), 'utf8')) as Pinned);
  return [...pinned, ...JSON.parse(readFileSync(PERMISSIVE, 'utf8')) as Pinned[]].flatMap(definitionOf);
}

function definitionOf({ apiVersion = '', kind = '', scope, schema }: Pinned): KubeObject[] {
  const [group, stored] = apiVersion.split('/') as [string, string?];
  if (stored === undefined || OTHERWISE.test(group)) return [];
  const plural = pluralOf(kind);
  const versions = [stored, ...(ALSO_SERVED[group] ?? []).filter(version => version !== stored)];
  return [{
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    // without the annotation nobody but Kubernetes may define what is in its groups
    metadata: { name: `${plural}.${group}`, annotations: { 'api-approved.kubernetes.io': 'unapproved, a copy for tests' } },
    spec: {
      group,
      scope,
      names: { kind, plural, singular: kind.toLowerCase(), listKind: `${kind}List` },
      versions: versions.map((name, index) => ({
        name, served: true, storage: index === 0, schema: { openAPIV3Schema: schema }, subresources: { status: {} },
      })),
    },
  }];
}

/** Where a kind is found below its group. */
export function pluralOf(kind: string): string {
  return `${kind.toLowerCase()}s`.replace(/ys$/, 'ies').replace(/gatewaies$/, 'gateways');
}
