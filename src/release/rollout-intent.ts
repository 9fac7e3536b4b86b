import { telemetryOfGrpc } from './defaults';
import type { ResolvedDefaults, ToldChannel } from './defaults';
import type { ReleaseOptions } from './release-options';
import type { PortsAsked } from './service-ports';
import { handsOver } from '../intent/adopted';
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
import type { Leaf } from '../manifests/leaf';
import type { Strategy } from '../strategy/strategy';

const defaultReplicas = 5;

/** What a rollout is told, whoever brings its objects into the cluster. */
export interface RolloutWish extends ReleaseOptions {
  readonly strategy: Strategy;
  /** Whether it takes over the pods of a workload that exists. */
  readonly adopts: boolean;
  readonly alerts?: readonly ToldChannel[];
}

/** What the wish does not say about the object itself. */
export interface ReleasedObject {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, Leaf<string>>>;
  readonly annotations?: Readonly<Record<string, Leaf<string>>>;
  readonly pods: Omit<PodsIntent, 'replicas'>;
  readonly ports: readonly ServicePortIntent[];
}

/** The wish as plain data, whichever engine runs it. */
export function rolloutIntent(object: ReleasedObject, wish: RolloutWish, defaults: ResolvedDefaults): RolloutIntent {
  const controller = (wish.controller ?? defaults.controller)._intent;
  return {
    name: object.name,
    namespace: object.namespace,
    labels: { ...defaults.labels, ...object.labels },
    annotations: object.annotations ?? {},
    pods: { ...object.pods, replicas: replicasOf(object, wish) },
    scaling: wish.scaling?._intent,
    disruptionBudget: wish.disruptionBudget?._intent,
    protocol: wish.protocol?._intent,
    services: { ...servicesOf(controller, wish.strategy._plan.services(object.name)), ports: object.ports, scrape: wish.scrape?._intent },
    strategy: strategyIntent(wish),
    controller,
    alerts: (wish.alerts ?? defaults.alerts).map(channel => channel._intentFor(controller)),
    delivery: (wish.gitOps ?? defaults.gitOps)?._intent,
    telemetry: wish.telemetry ?? (wish.protocol?._intent.kind === 'grpc' ? telemetryOfGrpc(defaults) : defaults.telemetry),
    source: wish.source ?? defaults.source,
  };
}

/** What takes pods over comes with as many, whatever scales it afterwards. */
function replicasOf({ pods: { adopted } }: ReleasedObject, { scaling, replicas }: RolloutWish): PodsIntent['replicas'] {
  return scaling === undefined || handsOver(adopted) ? replicas ?? defaultReplicas : undefined;
}

/** What is said of the ports of the pods. */
export function portsAsked({ strategy, mainContainer, protocol }: Pick<RolloutWish, 'strategy' | 'mainContainer' | 'protocol'>): PortsAsked {
  return { reason: strategy._plan.portReason, mainContainer, protocol: protocol?._intent };
}

/** What was said to a strategy is told as a part of it. */
export function toldInStrategy(property: string, { _options: options }: Strategy): string {
  return options.includes(/^\w*/.exec(property)![0]) ? `strategy.${property}` : property;
}

/** What is wrong with the wish in a way that the intent cannot hold. */
export function propProblems(wish: RolloutWish): readonly Problem[] {
  return [
    ...wish.strategy._plan.problems,
    !wish.adopts ? scalingProblem(wish.replicas, wish.scaling?._intent) : undefined,
    lastingSeconds('progressDeadline', secondsOfOptional(wish.progressDeadline)),
    keptSeconds(secondsOfOptional(wish.keepAfterAbort)),
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

function strategyIntent(wish: RolloutWish): StrategyIntent {
  const release: ReleaseIntent = {
    promotion: wish.promotion?._intent ?? { kind: 'automatic' },
    freeze: wish.freeze,
    gates: allGates(wish),
    progressDeadlineSeconds: secondsOfOptional(wish.progressDeadline),
    keepAfterAbortSeconds: secondsOfOptional(wish.keepAfterAbort),
  };
  const plan = wish.strategy._plan.intent(release, fewestOf(wish));
  const catastrophe = wish.catastrophe === undefined ? defaultCatastrophe(plan) : wish.catastrophe._intent;
  return { ...plan, catastrophe };
}

/** With how many pods a ramp has to work. */
function fewestOf({ scaling, replicas }: RolloutWish): number {
  const given = scaling === undefined ? replicas : fewestPods(scaling._intent);
  return given !== undefined && Number.isInteger(given) ? given : defaultReplicas;
}

/** A question without a place stands at each of those that the strategy has for it. */
function allGates({ analyses = [], gates = [], hooks = [], strategy: { _plan } }: RolloutWish): readonly GateIntent[] {
  const short = analyses.flatMap((analysis, index) => _plan.defaultPlaces.filter(place => place.kind !== 'throughout' || !isAction(analysis._intent)).map((place): GateIntent =>
    ({ analysis: analysis._intent, args: [], dryRun: false, property: `analyses[${index}]`, place })));
  return [...short, ...hooks.map((hook, index) => ({ ...hook._intent, property: `hooks[${index}]` })), ...gates.map((gate, index) => ({ ...gate._intent, property: `gates[${index}]` }))];
}

/** Where every condition is somebody's own, nothing is added to it. */
function defaultCatastrophe(strategy: StrategyIntent): CatastropheIntent | undefined {
  return askedAnalyses(strategy).some(({ analysis }) => questionsIn(analysis).some(isJudged))
    ? { errorsAbovePercent: 10, restartsAbove: 2, outOfMemory: true }
    : undefined;
}
