/** The part of a structural schema that says which fields there are. */
export interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** Paths of all fields that a schema knows, lists without positions; where names are free, the place of the names stands for all. */
export function leavesOf(schema: Schema, path: string, isWhole: (path: string) => boolean = () => false): string[] {
  if (isWhole(path)) return [path];
  if (schema.items) return leavesOf(schema.items, `${path}[]`, isWhole);
  const fields = Object.entries(schema.properties ?? {});
  return fields.length === 0 ? [path] : fields.flatMap(([name, field]) => leavesOf(field, path === '' ? name : `${path}.${name}`, isWhole));
}

/** Paths of everything that is written, each place on the way included. */
export function pathsIn(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Array.isArray(value) ? value.map(child => [`${path}[]`, child] as const)
    : Object.entries(value).map(([name, child]) => [path === '' ? name : `${path}.${name}`, child] as const);
  return [...(path === '' ? [] : [path]), ...below.flatMap(([place, child]) => pathsIn(child, place))];
}

/** The schema at a place: `spec.metrics[].provider`. */
export function schemaAt(schema: Schema, path: string): Schema {
  return path.split('.').reduce((found, name) => {
    const field = found.properties![name.replace('[]', '')];
    return name.endsWith('[]') ? field.items! : field;
  }, schema);
}
