/** Releases of Flagger that are known, the oldest first. */
export const flaggerVersions = ['1.44'] as const;

export function isFlaggerVersion(text: string): boolean {
  return flaggerVersions.some(version => version === text);
}
