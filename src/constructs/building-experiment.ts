import { Chart } from 'cdk8s';
import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ExperimentPods } from './experiment-pods';
import type { ExperimentProps } from './experiment-props';
import { later } from './later';
import { podTemplate } from './pod-template';
import { RolloutDefaults } from './rollout-defaults';
import { lockedAmong, strangerProblemsAmong, strangersAmong } from './scope-problems';
import { checkAtSynth } from './synth-checks';
import { writeManifests, writeObject } from './written-manifests';
import { renderExperiment } from '../engines/render';
import { experimentProblems } from '../intent/experiment-problems';
import type { Problem } from '../intent/problem';
import { engineProblems, experimentIntent, experimentWishProblems } from '../release/experiment-intent';

/** Writes the objects of an experiment, and has them judged at synth. Loaded when the first of them is built. */
export function buildExperiment(construct: Construct, name: string, pods: readonly ExperimentPods[], props: ExperimentProps): ApiObject {
  const namespace = props.metadata?.namespace ?? Chart.of(construct).namespace;
  const defaults = RolloutDefaults._resolve(construct);
  const intent = experimentIntent({
    name,
    namespace,
    labels: props.metadata?.labels,
    annotations: props.metadata?.annotations ?? {},
    pods: pods.map(each => ({ selector: later(() => each._toLabelSelector()), template: later(() => podTemplate(each)) })),
  }, props, defaults);
  const rendered = renderExperiment(intent);
  const [experiment, ...others] = rendered.manifests;
  const apiObject = writeObject(construct, 'Resource', { ...experiment, metadata: { ...props.metadata, ...experiment.metadata } });
  const asked = intent.questions.map(({ analysis, property }) => ({ analysis, property: `${property}.analysis` }));
  checkAtSynth(construct, {
    objects: [apiObject, ...writeManifests(construct, others).objects],
    origins: rendered.origins,
    elsewhere: [...rendered.elsewhere, ...strangersAmong(construct, asked)],
    problems: [
      ...engineProblems((props.controller ?? defaults.controller)._intent),
      ...experimentWishProblems(props),
      ...metadataProblems(props),
      ...lockedAmong(construct, (['controller', 'source', 'telemetry'] as const).filter(each => props[each] !== undefined), asked, 'experiment'),
      ...strangerProblemsAmong(construct, asked),
      ...experimentProblems(intent),
      ...rendered.gaps,
    ],
  });
  return apiObject;
}

/** Of all properties of a workload this one is about the object that it would be. */
function metadataProblems({ variants }: ExperimentProps): readonly Problem[] {
  return variants.flatMap(({ metadata }, index) => metadata === undefined ? [] : [{
    property: `variants[${index}].metadata`,
    message: 'must not be given: a variant is a part of the experiment and no object of its own',
    fix: 'write podMetadata for its pods, or metadata at the experiment',
  }]);
}
