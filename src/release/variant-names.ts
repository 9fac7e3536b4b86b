import type { ExperimentVariantOptions } from './experiment-options';
import { nameProblem } from '../intent/checks';
import { show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { labelValueOf } from '../manifests/names';

interface Variants {
  readonly variants?: readonly ExperimentVariantOptions[];
}

/** Names under which no variant of an experiment could be found. */
export function variantNameProblems({ variants = [] }: Variants): readonly (Problem | undefined)[] {
  return variants.flatMap(({ name }, index) => [
    nameProblem(`variants[${index}].name`, name),
    variants.findIndex(other => other.name === name) === index ? undefined : {
      property: `variants[${index}].name`, message: `must be a name of its own, and another variant has the name ${show(name)}`, fix: `write ${show(`${name}-2`)}`,
    },
  ]);
}

/** Labels by which no Service of anybody else knows the pods of a variant. */
export function variantLabels(experiment: string, variant: string): Readonly<Record<string, string>> {
  return { 'rolloutkit.dev/experiment': labelValueOf(experiment), 'rolloutkit.dev/variant': variant };
}
