import { Chart } from 'cdk8s';
import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { engineProblems, experimentIntent, experimentPropProblems } from './experiment-intent';
import type { ExperimentPods } from './experiment-pods';
import type { ExperimentProps } from './experiment-props';
import { later } from './later';
import { RolloutDefaults } from './rollout-defaults';
import { lockedAmong, strangerProblemsAmong, strangersAmong } from './scope-problems';
import { checkAtSynth } from './synth-checks';
import { writeManifests, writeObject } from './written-manifests';
import { renderExperiment } from '../engines/render';
import { experimentProblems } from '../intent/experiment-problems';

/** Writes the objects of an experiment, and has them judged at synth. Loaded when the first of them is built. */
export function buildExperiment(construct: Construct, name: string, pods: readonly ExperimentPods[], props: ExperimentProps): ApiObject {
  const namespace = props.metadata?.namespace ?? Chart.of(construct).namespace;
  const defaults = RolloutDefaults._resolve(construct);
  const intent = experimentIntent({ name, namespace }, pods, props, defaults, later);
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
      ...experimentPropProblems(props),
      ...lockedAmong(construct, (['controller', 'source', 'telemetry'] as const).filter(each => props[each] !== undefined), asked, 'experiment'),
      ...strangerProblemsAmong(construct, asked),
      ...experimentProblems(intent),
      ...rendered.gaps,
    ],
  });
  return apiObject;
}
