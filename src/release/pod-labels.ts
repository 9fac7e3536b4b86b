import type { Problem } from '../intent/problem';
import { labelValueOf } from '../manifests/names';

type Labels = Readonly<Record<string, string>>;

/** By this label a rollout knows its pods where nothing else is said. It cannot be changed once the rollout was applied. */
const nameLabel = 'app.kubernetes.io/name';

/** The labels by which a rollout knows pods of its own. */
export function podLabels(name: string, selector: Labels | undefined): Labels {
  return selector ?? { [nameLabel]: labelValueOf(name) };
}

export function selectorProblems(selector: Labels | undefined): readonly Problem[] {
  return selector === undefined || Object.keys(selector).length > 0 ? [] : [{
    property: 'selector', message: 'must hold a label, got none: every pod of the namespace would be meant', fix: 'leave it out, or write the labels of the pods',
  }];
}
