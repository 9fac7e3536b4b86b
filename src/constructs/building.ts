import { Chart } from 'cdk8s';
import type { ApiObject } from 'cdk8s';
import type { Workload } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { adoptionProblems, lateProblems } from './adopted-problems';
import { withLateParts } from './late-parts';
import { later } from './later';
import { podTemplate } from './pod-template';
import type { GrpcProbe } from './pod-template';
import { RolloutDefaults } from './rollout-defaults';
import { rolloutPods } from './rollout-pods';
import type { RolloutPods, ScaledWorkload } from './rollout-pods';
import type { RolloutProps } from './rollout-props';
import { lockedProblems, lockedQuestionProblems, publishedBy, strangerProblems, strangers } from './scope-problems';
import { ServiceReference } from './service-reference';
import { checkAtSynth } from './synth-checks';
import { writeManifests, writeObject } from './written-manifests';
import { render, renderAnalysis } from '../engines/render';
import type { AdoptedIntent } from '../intent/adopted';
import type { AnalysisIntent } from '../intent/analysis';
import { refuse } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { rolloutProblems } from '../intent/rollout-problems';
import { serviceNameProblems } from '../intent/services';
import { sourceProblems } from '../intent/source-problems';
import { questionsIn } from '../intent/template';
import type { ControllerWrites } from '../manifests/controller-writes';
import { isOfKnative, knativeProblems } from '../release/knative-template';
import { selectorProblems } from '../release/pod-labels';
import { portsAsked, propProblems, rolloutIntent, toldInStrategy } from '../release/rollout-intent';
import type { RolloutWish } from '../release/rollout-intent';
import { mainPort, portProblems, servicePorts } from '../release/service-ports';
import type { PortsAsked } from '../release/service-ports';

/*
 * All that building a construct takes and importing the library does not: the engine, the checks of whole intents, what
 * writes the objects. The constructs load this file when the first of them is built.
 */

export { applicationPart, ignoredDifferences } from './ignored-difference';
export { selectPods } from './rollout-pods';

/** What a program that is not type-checked can leave out. */
const noStrategy: Problem = { property: 'strategy', message: 'must be given, got none', fix: 'write Strategy.canary() or Strategy.blueGreen()' };

/** What a rollout wrote. */
export interface BuiltRollout {
  readonly apiObject: ApiObject;
  readonly mainService: ServiceReference;
  readonly nextService: ServiceReference;
  readonly pods: RolloutPods;
  readonly controllerWrites: readonly ControllerWrites[];
  /** What an autoscaler scales in its place; absent: the object that stands for the rollout. */
  readonly scaled?: Pick<AdoptedIntent, 'kind' | 'name'>;
}

/** Writes the objects of a rollout, and has them judged at synth. */
export function buildRollout(workload: ScaledWorkload, name: string, props: RolloutProps): BuiltRollout {
  refuse('Rollout', props.strategy === undefined ? noStrategy : undefined);
  const asked = portsAsked(props);
  const pods = rolloutPods(workload, name, props);
  const wish: RolloutWish = { ...props, adopts: props.adopt !== undefined, replicas: pods.replicas };
  const intent = rolloutIntent({
    name,
    namespace: props.metadata?.namespace ?? Chart.of(workload).namespace,
    labels: props.metadata?.labels,
    annotations: props.metadata?.annotations,
    pods: {
      selector: pods.labels,
      template: later(() => podTemplate(workload, grpcProbe(workload, asked))),
      adopted: pods.adopted?.intent,
    },
    ports: servicePorts(pods.exposing, asked),
  }, wish, RolloutDefaults._resolve(workload));
  const rendered = render(intent);

  const [main, ...others] = rendered.manifests.map(manifest => withLateParts(manifest, workload, intent));
  const apiObject = writeObject(workload, 'Resource', { ...main, metadata: { ...props.metadata, ...main.metadata } });
  const written = writeManifests(workload, others);
  const told = (property: string) => toldInStrategy(property, props.strategy);
  const problems = [
    ...propProblems({ ...wish, replicas: props.replicas }),
    ...selectorProblems(props.selector),
    ...(pods.adopted === undefined || props.adopt === undefined
      ? portProblems(workload.containers, asked)
      : adoptionProblems({
        adopt: props.adopt, pods: pods.adopted.pods, props, namespace: intent.namespace, services: intent.services, portReason: asked.reason,
      })),
    ...lockedProblems(workload, props, intent),
    ...strangerProblems(workload, intent),
    ...serviceNameProblems(intent.controller, props.strategy._plan.services(name)),
    ...rolloutProblems(intent),
    ...rendered.gaps,
  ].map(problem => ({ ...problem, property: told(problem.property) }));
  checkAtSynth(workload, {
    objects: [apiObject, ...written.objects],
    // rendered again, since most rollouts need them never
    origins: () => render(intent).origins().map(origin => ({ ...origin, property: told(origin.property) })),
    elsewhere: [...rendered.elsewhere, ...strangers(workload, intent)],
    get problems() {
      const ofKnative = isOfKnative(rendered.manifests[0]) ? knativeProblems(podTemplate(workload) as object) : [];
      return [...problems, ...lateProblems(workload, props, pods.adopted?.pods, intent.controller), ...ofKnative];
    },
  });
  const services = intent.services;
  return {
    apiObject,
    mainService: new ServiceReference(services.main.name, written.services.get(services.main.name)),
    nextService: new ServiceReference(services.next.name, written.services.get(services.next.name)),
    pods,
    controllerWrites: rendered.controllerWrites ?? [],
    // Flagger leaves a workload that exists where it is
    ...intent.controller.kind === 'flagger' && intent.pods.adopted !== undefined ? { scaled: intent.pods.adopted } : {},
  };
}

/** Writes a question as an object of its own, and has it judged at synth. */
export function buildPublished(construct: Construct, analysis: AnalysisIntent): ApiObject {
  publishedBy(analysis, construct);
  const { controller, gitOps, ...defaults } = RolloutDefaults._resolve(construct);
  const setting = { namespace: Chart.of(construct).namespace, ...defaults, delivery: gitOps?._intent };
  const rendered = renderAnalysis(analysis, controller._intent, setting);
  // a question that no engine can ask is told as a problem, and stands under its name all the same
  const [template, ...others] = rendered.manifests.map((manifest, index) => writeObject(construct, index === 0 ? 'Resource' : `Resource-${index}`, manifest));
  checkAtSynth(construct, {
    objects: [template, ...others],
    origins: rendered.origins,
    elsewhere: rendered.elsewhere,
    problems: [
      ...lockedQuestionProblems(construct, analysis), ...questionsIn(analysis).flatMap(each => sourceProblems(each, defaults)), ...rendered.gaps,
    ],
  });
  return template;
}

/** How a gRPC server is asked whether it is ready. */
function grpcProbe(workload: Workload, asked: PortsAsked): GrpcProbe | undefined {
  const main = mainPort(workload.containers, asked);
  return asked.protocol?.kind !== 'grpc' || main === undefined ? undefined : { main, service: asked.protocol.healthService };
}
