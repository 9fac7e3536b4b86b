type Fields = Record<string, unknown>;

/** Below `template.spec`: one container, with more fields of it and of its pod. */
export function podOf(container: Fields, pod: Fields = {}): Fields {
  return { containers: [{ name: 'main', image: 'x', ...container }], ...pod };
}

/** Whatever the containers of known bundles mount, and one more volume. */
export function volumesWith(...more: readonly Fields[]): readonly Fields[] {
  return [{ name: 'cache', emptyDir: {} }, { name: 'config', emptyDir: {} }, ...more];
}
