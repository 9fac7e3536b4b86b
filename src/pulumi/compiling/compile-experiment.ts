import type { RolloutValue } from './compile-rollout';
import type { Written } from './compiled';
import { inPlaceOf } from './places';
import { ownPods } from './pods';
import { waiversOf } from './waivers';
import { renderExperiment } from '../../engines/render';
import { experimentProblems } from '../../intent/experiment-problems';
import { refuse } from '../../intent/problem';
import type { Leaf } from '../../manifests/leaf';
import { resourceName } from '../../manifests/names';
import { withUnsaid } from '../../release/defaults';
import { engineProblems, experimentIntent, experimentWishProblems } from '../../release/experiment-intent';
import type { ExperimentOptions, ExperimentVariantOptions } from '../../release/experiment-options';
import { variantLabels, variantNameProblems } from '../../release/variant-names';
import { namespaceText } from '../arguments/pending';

/** What the arguments of an experiment hold when they have been read. */
export interface ExperimentValue extends ExperimentOptions, Pick<RolloutValue, 'name' | 'namespace' | 'annotations' | 'wait' | 'waiting' | 'waive'> {
  readonly labels?: Readonly<Record<string, Leaf<string>>>;
  readonly variants: readonly (ExperimentVariantOptions & Pick<RolloutValue, 'template'>)[];
}

/** What an experiment that was written is known by. */
export interface WrittenExperiment {
  readonly name: string;
}

/** What the engine makes of the arguments of an experiment. */
export function writeExperiment(component: string, value: ExperimentValue): Written {
  refuse('Experiment', ...variantNameProblems(value));
  const { variants, labels, annotations = {}, name = component } = value;
  const namespace = namespaceText(value.namespace);
  const pods = variants.map(each => ownPods(name, each.template, variantLabels(name, each.name)));
  const defaults = withUnsaid({});
  const intent = experimentIntent({
    name, namespace, labels, annotations, pods: pods.map(each => ({ selector: { matchLabels: each.labels }, template: each.template })),
  }, value, defaults);
  return {
    rendered: renderExperiment(intent),
    origins: variants.map((_, index) => ({ manifest: 0, path: ['spec', 'templates', index, 'template'], property: placeOf(index), alikeBelow: true })),
    problems: [
      ...engineProblems((value.controller ?? defaults.controller)._intent),
      ...experimentWishProblems(value),
      ...pods.flatMap(({ problems }, index) => problems.map(problem => ({ ...problem, property: problem.property.replace(/^template/, placeOf(index)) }))),
      ...experimentProblems(intent),
    ],
    namespace,
    waivers: waiversOf(value.waive, resourceName('Experiment', namespace, name)),
    renamed: inVariant,
    value: { name } satisfies WrittenExperiment,
  };
}

function placeOf(index: number): string {
  return `variants[${index}].template`;
}

/** A variant of the constructs is a workload, as a rollout is. */
function inVariant(property: string): string {
  const [variant] = /^variants\[\d+\]\./.exec(property) ?? [''];
  return `${variant}${inPlaceOf(property.slice(variant.length))}`;
}
