/** What applies the manifests, where that needs to be told something by them. Absent: nothing, such as `kubectl apply`. */
export type DeliveryIntent = 'argo-cd' | 'flux' | 'helm';

/** Annotations that make a delivery keep an object although it is no longer among the manifests. */
export function keepingAnnotations(delivery: DeliveryIntent | undefined): Readonly<Record<string, string>> {
  switch (delivery) {
    case 'argo-cd': return { 'argocd.argoproj.io/sync-options': 'Prune=false', 'argocd.argoproj.io/compare-options': 'IgnoreExtraneous' };
    case 'flux': return { 'kustomize.toolkit.fluxcd.io/prune': 'disabled' };
    case 'helm': return { 'helm.sh/resource-policy': 'keep' };
    case undefined: return {};
  }
}

/** Waves of Argo CD: what a Rollout refers to comes before it, and the Rollout where everything is that says nothing. */
export const syncWaves = { config: -2, references: -1 } as const;

/** The annotation that puts an object into a wave. */
export function waveAnnotation(delivery: DeliveryIntent | undefined, wave: number): Readonly<Record<string, string>> {
  return delivery === 'argo-cd' ? { 'argocd.argoproj.io/sync-wave': String(wave) } : {};
}
