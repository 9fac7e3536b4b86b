import type { CanaryIngressRef } from '../manifests/flagger.generated';

/** The Ingress that a Canary follows, in its own namespace. */
export function ingressReference(name: string): CanaryIngressRef {
  return { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name };
}
