import { Chart, Lazy } from 'cdk8s';
import type { ApiObject } from 'cdk8s';
import type { Workload } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { canaryIntent, defaultReplicas, propProblems } from './canary-intent';
import type { CanaryRolloutProps } from './canary-rollout-props';
import { podTemplate } from './pod-template';
import { RolloutDefaults } from './rollout-defaults';
import { lockedProblems, lockedQuestionProblems, publishedBy, strangerProblems, strangers } from './scope-problems';
import { portProblems, servicePorts } from './service-ports';
import { ServiceReference } from './service-reference';
import { checkAtSynth } from './synth-checks';
import { writeManifests, writeObject } from './written-manifests';
import { render, renderAnalysis } from '../engines/render';
import type { AnalysisIntent } from '../intent/analysis';
import { rolloutProblems } from '../intent/rollout-problems';
import type { Opaque } from '../manifests/leaf';

/*
 * All that building a construct takes and importing the library does not: the engine, the checks of whole intents, what
 * writes the objects. The constructs load this file when the first of them is built.
 */

/** A workload whose number of pods may be left to an autoscaler. */
export type ScaledWorkload = Workload & { readonly hasAutoscaler: boolean };

/** What a rollout wrote. */
export interface BuiltRollout {
  readonly apiObject: ApiObject;
  readonly stableService: ServiceReference;
  readonly canaryService: ServiceReference;
}

/** Writes the objects of a rollout, and has them judged at synth. */
export function buildRollout(
  workload: ScaledWorkload, name: string, labels: Readonly<Record<string, string>>, props: CanaryRolloutProps,
): BuiltRollout {
  const intent = canaryIntent({
    name,
    namespace: props.metadata?.namespace ?? Chart.of(workload).namespace,
    pods: {
      replicas: props.replicas ?? defaultReplicas,
      selector: labels,
      template: later(() => podTemplate(workload)),
    },
    ports: servicePorts(workload.containers, props.traffic !== undefined),
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
      ...portProblems(workload.containers, props.traffic),
      ...lockedProblems(workload, props, intent),
      ...strangerProblems(workload, intent),
      ...rolloutProblems(intent),
      ...rendered.gaps,
    ],
  });
  const { stable, canary } = intent.services;
  return {
    apiObject,
    stableService: new ServiceReference(stable.name, written.services.get(stable.name)),
    canaryService: new ServiceReference(canary.name, written.services.get(canary.name)),
  };
}

/** Writes a question as an object of its own, and has it judged at synth. */
export function buildPublished(construct: Construct, analysis: AnalysisIntent): ApiObject {
  publishedBy(analysis, construct);
  const { controller, ...defaults } = RolloutDefaults._resolve(construct);
  const rendered = renderAnalysis(analysis, controller._intent, { namespace: Chart.of(construct).namespace, ...defaults });
  const template = writeObject(construct, 'Resource', rendered.manifests[0]);
  checkAtSynth(construct, { objects: [template], origins: rendered.origins, elsewhere: [], problems: lockedQuestionProblems(construct, analysis) });
  return template;
}

/** A value that cdk8s asks for when it writes the manifest, and that no engine looks at. */
function later(produce: () => unknown): Opaque {
  return Lazy.any({ produce }) as Opaque;
}
