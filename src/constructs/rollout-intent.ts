import { telemetryOfGrpc } from './rollout-defaults';
import type { ResolvedDefaults } from './rollout-defaults';
import type { RolloutProps } from './rollout-props';
import { isAction, isJudged } from '../intent/analysis';
import { askedAnalyses } from '../intent/asked';
import { lastingSeconds } from '../intent/checks';
import type { GateIntent } from '../intent/gate';
import type { Problem } from '../intent/problem';
import type { CatastropheIntent, ReleaseIntent } from '../intent/release';
import type { PodsIntent, RolloutIntent, ServicePortIntent, StrategyIntent } from '../intent/rollout';
import { fewestPods, scalingProblem } from '../intent/scaling';
import { secondsOfOptional } from '../intent/seconds';
import { servicesOf } from '../intent/services';
import { questionsIn } from '../intent/template';

export const defaultReplicas = 5;

/** What the props do not say about the object itself. */
export interface ReleasedObject {
  readonly name: string;
  readonly namespace?: string;
  readonly pods: PodsIntent;
  readonly ports: readonly ServicePortIntent[];
}

/** The wish behind the props, whichever engine runs it. */
export function rolloutIntent(object: ReleasedObject, props: RolloutProps, defaults: ResolvedDefaults): RolloutIntent {
  const controller = (props.controller ?? defaults.controller)._intent;
  return {
    name: object.name,
    namespace: object.namespace,
    labels: { ...defaults.labels, ...props.metadata?.labels },
    annotations: props.metadata?.annotations ?? {},
    pods: object.pods,
    scaling: props.scaling?._intent,
    disruptionBudget: props.disruptionBudget?._intent,
    protocol: props.protocol?._intent,
    services: { ...servicesOf(controller, props.strategy._plan.services(object.name)), ports: object.ports, scrape: props.scrape?._intent },
    strategy: strategy(props),
    controller,
    alerts: (props.alerts ?? defaults.alerts).map(channel => channel._intentFor(controller)),
    delivery: (props.gitOps ?? defaults.gitOps)?._intent,
    telemetry: props.telemetry ?? (props.protocol?._intent.kind === 'grpc' ? telemetryOfGrpc(defaults) : defaults.telemetry),
    source: props.source ?? defaults.source,
  };
}

/** What is wrong with the props in a way that the intent cannot hold. */
export function propProblems(props: RolloutProps): readonly Problem[] {
  return [
    ...props.strategy._plan.problems,
    props.adopt === undefined ? scalingProblem(props.replicas, props.scaling?._intent) : undefined,
    lastingSeconds('progressDeadline', secondsOfOptional(props.progressDeadline)),
    keptSeconds(secondsOfOptional(props.keepAfterAbort)),
  ].filter(problem => problem !== undefined);
}

/** Nothing is kept for no time at all: a controller reads it as for ever. */
function keptSeconds(seconds: number | undefined): Problem | undefined {
  return seconds !== 0 ? lastingSeconds('keepAfterAbort', seconds) : {
    property: 'keepAfterAbort',
    message: 'must be at least a second, got 0, which Argo Rollouts reads as for ever; with nothing kept there would be nothing to look into either',
    fix: 'leave it out, or write Duration.seconds(30)',
  };
}

function strategy(props: RolloutProps): StrategyIntent {
  const release: ReleaseIntent = {
    promotion: props.promotion?._intent ?? { kind: 'automatic' },
    freeze: props.freeze,
    gates: allGates(props),
    progressDeadlineSeconds: secondsOfOptional(props.progressDeadline),
    keepAfterAbortSeconds: secondsOfOptional(props.keepAfterAbort),
  };
  const wish = props.strategy._plan.intent(release, fewestOf(props));
  const catastrophe = props.catastrophe === undefined ? defaultCatastrophe(wish) : props.catastrophe._intent;
  return { ...wish, catastrophe };
}

/** With how many pods a ramp has to work. */
function fewestOf({ scaling, replicas }: RolloutProps): number {
  const given = scaling === undefined ? replicas : fewestPods(scaling._intent);
  return given !== undefined && Number.isInteger(given) ? given : defaultReplicas;
}

/** A question without a place stands at each of those that the strategy has for it. */
function allGates({ analyses = [], gates = [], hooks = [], strategy: { _plan } }: RolloutProps): readonly GateIntent[] {
  const short = analyses.flatMap((analysis, index) => _plan.defaultPlaces.filter(place => place.kind !== 'throughout' || !isAction(analysis._intent)).map((place): GateIntent =>
    ({ analysis: analysis._intent, args: [], dryRun: false, property: `analyses[${index}]`, place })));
  return [...short, ...hooks.map((hook, index) => ({ ...hook._intent, property: `hooks[${index}]` })), ...gates.map((gate, index) => ({ ...gate._intent, property: `gates[${index}]` }))];
}

/** Where every condition is somebody's own, nothing is added to it. */
function defaultCatastrophe(wish: StrategyIntent): CatastropheIntent | undefined {
  return askedAnalyses(wish).some(({ analysis }) => questionsIn(analysis).some(isJudged))
    ? { errorsAbovePercent: 10, restartsAbove: 2, outOfMemory: true }
    : undefined;
}
