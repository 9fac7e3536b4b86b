import type { CanaryStep } from '../../manifests/argo-rollouts.generated';
import { mapLeaf } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';

/** Percentages as parts of another whole, where the router counts finer. */
export function partsOfTraffic(step: CanaryStep, whole: Leaf<number> | undefined): CanaryStep {
  if (whole === undefined) return step;
  const parts = (percent: Leaf<number>) => mapLeaf(percent, share => mapLeaf(whole, all => share * all / 100));
  const { setWeight, setCanaryScale: scale, experiment } = step;
  return {
    ...step,
    ...(setWeight === undefined ? {} : { setWeight: parts(setWeight) }),
    ...(scale?.weight === undefined ? {} : { setCanaryScale: { ...scale, weight: parts(scale.weight) } }),
    ...(experiment === undefined ? {} : {
      experiment: {
        ...experiment,
        templates: experiment.templates.map(template => template.weight === undefined ? template : { ...template, weight: parts(template.weight) }),
      },
    }),
  };
}
