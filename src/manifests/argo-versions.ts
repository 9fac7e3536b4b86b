/** Releases of Argo Rollouts that are known, the oldest first. */
export const argoVersions = ['1.9', '1.10'] as const;

export type ArgoVersion = (typeof argoVersions)[number];

/** The release that everything is written for where nothing is said. */
export const newestArgo: ArgoVersion = '1.10';

/** Whether a release came before another. */
export function isOlder(version: ArgoVersion, than: ArgoVersion): boolean {
  return argoVersions.indexOf(version) < argoVersions.indexOf(than);
}

export function isArgoVersion(text: string): text is ArgoVersion {
  return argoVersions.some(version => version === text);
}
