import type { Manifest } from '../../manifests/manifest';

/** Of Kubernetes itself, and of what is installed nearly everywhere. */
const known = new Set([
  'APIService', 'CSIDriver', 'CSINode', 'CertificateSigningRequest', 'ComponentStatus', 'CustomResourceDefinition', 'DeviceClass', 'FlowSchema', 'GatewayClass', 'IPAddress',
  'IngressClass', 'MutatingAdmissionPolicy', 'MutatingAdmissionPolicyBinding', 'MutatingWebhookConfiguration', 'Namespace', 'Node', 'PersistentVolume', 'PodSecurityPolicy',
  'PriorityClass', 'PriorityLevelConfiguration', 'ResourceSlice', 'RuntimeClass', 'ServiceCIDR', 'StorageClass', 'ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration', 'VolumeAttachment', 'VolumeAttributesClass', 'VolumeSnapshotClass',
]);

/** Some that are called so and have a namespace all the same. */
const namespaced = new Set(['ClusterClass', 'ClusterResourceSet', 'ClusterServiceVersion']);

interface Definition {
  readonly group?: unknown;
  readonly scope?: unknown;
  readonly names?: { readonly kind?: unknown };
}

/** Whether objects belong to no namespace: as their definition among the manifests says, or as their kind is known or called. */
export function clusterWideAmong(manifests: readonly Manifest[]): (manifest: Manifest) => boolean {
  const scopes = new Map(manifests.filter(({ kind }) => kind === 'CustomResourceDefinition').map(({ spec }) => {
    const { group, scope, names } = (spec ?? {}) as Definition;
    return [`${String(group)}/${String(names?.kind)}`, scope];
  }));
  return ({ apiVersion, kind }) => {
    const scope = scopes.get(`${apiVersion.split('/')[0]}/${kind}`);
    return scope === undefined ? known.has(kind) || (/^Cluster[A-Z]/.test(kind) && !namespaced.has(kind)) : scope === 'Cluster';
  };
}
