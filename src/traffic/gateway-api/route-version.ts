/** The versions of an HTTPRoute that Flagger can write. */
export const routeVersions = ['v1', 'v1beta1'] as const;

export function isRouteVersion(text: string): text is typeof routeVersions[number] {
  return routeVersions.some(version => version === text);
}
