import type { LabelSelector } from '../../manifests/argo-rollouts.generated';
import type { Leaf, Opaque } from '../../manifests/leaf';

type Labels = Readonly<Record<string, string>>;

/** The pods of both versions: Flagger knows those of the primary by the same label with `-primary` behind its value. */
export function podsOfBoth(labels: Leaf<Labels>): LabelSelector {
  // labels are a map, which as it stands is no different from a value that is not known yet, but for what it can do
  const isLater = typeof labels.apply === 'function';
  const matchExpressions = isLater ? (labels as Opaque).apply(ofBothVersions as (value: never) => unknown) : ofBothVersions(labels as Labels);
  return { matchExpressions: matchExpressions as unknown as LabelSelector['matchExpressions'] };
}

function ofBothVersions(labels: Labels): unknown {
  return Object.entries(labels).map(([key, value]) => ({ key, operator: 'In', values: [value, `${value}-primary`] }));
}
