import type { YamlDocument } from '../manifests/yaml';

/** Some Helm templates are YAML by accident, and mean nothing. */
const HELM = /\{\{-?\s*(\.(Values|Release|Chart)\.|include\s+"|if\s+\.Values\.)/;
/** What makes a text one for Kubernetes; of others in a folder, such as values.yaml or package.json, nothing is said. */
const FOR_KUBERNETES = /^[\s{,-]*["']?apiVersion["']?\s*:/m;

export function isHelmTemplate(text: string): boolean {
  return HELM.test(text);
}

export function isForKubernetes(text: string): boolean {
  return FOR_KUBERNETES.test(text) || text.includes('"apiVersion"');
}

/** Whether a document is an object of Kubernetes, as far as that can be told of any. */
export function isObject({ manifest }: Pick<YamlDocument, 'manifest'>): boolean {
  const { apiVersion, kind }: { apiVersion?: unknown; kind?: unknown } = manifest;
  return typeof apiVersion === 'string' && typeof kind === 'string';
}
