import { Chart, Lazy } from 'cdk8s';
import type { ApiObject } from 'cdk8s';
import type { Workload } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { podTemplate } from './pod-template';
import { RolloutDefaults } from './rollout-defaults';
import { defaultReplicas, propProblems, rolloutIntent } from './rollout-intent';
import type { RolloutProps } from './rollout-props';
import { lockedProblems, lockedQuestionProblems, publishedBy, strangerProblems, strangers } from './scope-problems';
import { portProblems, servicePorts } from './service-ports';
import { ServiceReference } from './service-reference';
import { checkAtSynth } from './synth-checks';
import { writeManifests, writeObject } from './written-manifests';
import { render, renderAnalysis } from '../engines/render';
import type { AnalysisIntent } from '../intent/analysis';
import { refuse } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { rolloutProblems } from '../intent/rollout-problems';
import { sourceProblems } from '../intent/source-problems';
import { questionsIn } from '../intent/template';
import type { Opaque } from '../manifests/leaf';

/*
 * All that building a construct takes and importing the library does not: the engine, the checks of whole intents, what
 * writes the objects. The constructs load this file when the first of them is built.
 */

/** A workload whose number of pods may be left to an autoscaler. */
export type ScaledWorkload = Workload & { readonly hasAutoscaler: boolean };

/** What a program that is not type-checked can leave out. */
const noStrategy: Problem = { property: 'strategy', message: 'must be given, got none', fix: 'write Strategy.canary() or Strategy.blueGreen()' };

/** What a rollout wrote. */
export interface BuiltRollout {
  readonly apiObject: ApiObject;
  readonly mainService: ServiceReference;
  readonly nextService: ServiceReference;
}

/** Writes the objects of a rollout, and has them judged at synth. */
export function buildRollout(
  workload: ScaledWorkload, name: string, labels: Readonly<Record<string, string>>, props: RolloutProps,
): BuiltRollout {
  refuse('Rollout', props.strategy === undefined ? noStrategy : undefined);
  const { portReason } = props.strategy._plan;
  const intent = rolloutIntent({
    name,
    namespace: props.metadata?.namespace ?? Chart.of(workload).namespace,
    pods: {
      replicas: props.replicas ?? defaultReplicas,
      selector: labels,
      template: later(() => podTemplate(workload)),
    },
    ports: servicePorts(workload.containers, portReason),
  }, props, RolloutDefaults._resolve(workload));
  const rendered = render(intent);

  const [rollout, ...others] = rendered.manifests;
  const spec = rollout.spec as Record<string, unknown>;
  const apiObject = writeObject(workload, 'Resource', {
    ...rollout,
    metadata: { ...props.metadata, ...rollout.metadata },
    spec: { ...spec, replicas: later(() => workload.hasAutoscaler ? undefined : spec.replicas), selector: later(() => workload._toLabelSelector()) },
  });
  const written = writeManifests(workload, others);
  checkAtSynth(workload, {
    objects: [apiObject, ...written.objects],
    origins: () => render(intent).origins(), // again, since most rollouts need them never
    elsewhere: [...rendered.elsewhere, ...strangers(workload, intent)],
    problems: [
      ...propProblems(props),
      ...portProblems(workload.containers, portReason),
      ...lockedProblems(workload, props, intent),
      ...strangerProblems(workload, intent),
      ...rolloutProblems(intent),
      ...rendered.gaps,
    ],
  });
  const { main, next } = intent.services;
  return {
    apiObject,
    mainService: new ServiceReference(main.name, written.services.get(main.name)),
    nextService: new ServiceReference(next.name, written.services.get(next.name)),
  };
}

/** Writes a question as an object of its own, and has it judged at synth. */
export function buildPublished(construct: Construct, analysis: AnalysisIntent): ApiObject {
  publishedBy(analysis, construct);
  const { controller, ...defaults } = RolloutDefaults._resolve(construct);
  const rendered = renderAnalysis(analysis, controller._intent, { namespace: Chart.of(construct).namespace, ...defaults });
  const template = writeObject(construct, 'Resource', rendered.manifests[0]);
  checkAtSynth(construct, {
    objects: [template],
    origins: rendered.origins,
    elsewhere: rendered.elsewhere,
    problems: [...lockedQuestionProblems(construct, analysis), ...questionsIn(analysis).flatMap(each => sourceProblems(each, defaults))],
  });
  return template;
}

/** A value that cdk8s asks for when it writes the manifest, and that no engine looks at. */
function later(produce: () => unknown): Opaque {
  return Lazy.any({ produce }) as Opaque;
}
