/** Why an argument has to be known when the program runs: what would have to wait for an Output in its place. */
export const because = {
  named: 'objects are named by it',
  found: 'something else is found by it',
  keyed: 'names of annotations begin with it',
  ending: 'what is written for a path depends on how it ends',
  fields: 'which fields are written depends on it',
  objects: 'which objects are written depends on it',
  queried: 'queries are made of it, and what they name is declared',
  steps: 'the steps are counted by it',
  read: 'what is in it is read when the program runs',
  content: 'the name of the object depends on its content',
  waived: 'findings are told, or not, before anything is written',
} as const;

/** One of these reasons. */
export type Why = keyof typeof because;

/** A shape whose value cannot be an Output. */
export function plain<T extends object>(shape: T, why: Why): T & { readonly plain: Why } {
  return { ...shape, plain: why };
}
