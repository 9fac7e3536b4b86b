// Whether a query asks about the pods of one version and no others, judged by the pods that there really were.

export interface Scope {
  /** Every pod there was, with the hash of its version. */
  readonly pods: ReadonlyMap<string, string | undefined>;
  readonly hash: string;
  readonly namespace: string;
}

/** A selector that cannot tell the versions apart averages them, and a bad canary hides behind the good pods. */
export function scopeProblems(query: string, { pods, hash, namespace }: Scope): string[] {
  const selectors = [...query.matchAll(/\{([^{}]*)\}/g)].map(([, labels]) => labels!);
  if (selectors.length === 0) return ['no selector'];
  return selectors.flatMap(labels => {
    const problems = labels.includes(`namespace="${namespace}"`) ? [] : [`not the namespace ${namespace}`];
    const pattern = /pod=~"([^"]*)"/.exec(labels)?.[1];
    if (pattern === undefined) return [...problems, 'no pattern for pods'];
    // As the metric store does, on the whole name.
    const regex = new RegExp(`^(?:${pattern})$`);
    const wrong = [...pods].filter(([name, of]) => regex.test(name) !== (of === hash));
    return [...problems, ...wrong.map(([name, of]) => `${of === hash ? 'misses' : 'takes in'} pod ${name}`)];
  });
}
