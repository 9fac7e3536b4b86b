import type { CanaryRolloutProps } from './canary-rollout-props';
import type { ResolvedDefaults } from './rollout-defaults';
import { askedAnalyses } from '../intent/asked';
import { lastingSeconds, nameProblem, positiveNumber } from '../intent/checks';
import type { GateIntent } from '../intent/gate';
import type { Problem } from '../intent/problem';
import { defaultRamp } from '../intent/ramp';
import type { CanaryIntent, CatastropheIntent, CourseIntent, PodsIntent, RolloutIntent, ServicePortIntent } from '../intent/rollout';
import { secondsOf, secondsOfOptional } from '../intent/seconds';

export const defaultReplicas = 5;
const defaultDeadlineSeconds = 600;
const canaryPods = 2;

/** What the props do not say about the object itself. */
export interface CanaryObject {
  readonly name: string;
  readonly namespace?: string;
  readonly pods: PodsIntent;
  readonly ports: readonly ServicePortIntent[];
}

/** The wish behind the props, whichever engine runs it. */
export function canaryIntent(object: CanaryObject, props: CanaryRolloutProps, defaults: ResolvedDefaults): RolloutIntent {
  const { stable, canary } = props.services ?? {};
  return {
    name: object.name,
    namespace: object.namespace,
    labels: { ...defaults.labels, ...props.metadata?.labels },
    annotations: props.metadata?.annotations ?? {},
    pods: object.pods,
    services: {
      stable: { name: stable ?? object.name, existing: stable !== undefined },
      canary: { name: canary ?? canaryName(object.name), existing: canary !== undefined },
      ports: object.ports,
    },
    strategy: strategy(props),
    controller: (props.controller ?? defaults.controller)._intent,
    telemetry: props.telemetry ?? defaults.telemetry,
    source: props.source ?? defaults.source,
  };
}

/** What is wrong with the props in a way that the intent cannot hold. */
export function propProblems(props: CanaryRolloutProps): readonly Problem[] {
  return [
    props.ramp !== undefined && props.steps !== undefined ? {
      property: 'steps', message: 'cannot be combined with ramp', fix: 'keep the ramp, or spell every step out',
    } : undefined,
    props.steps?.length === 0 ? {
      property: 'steps', message: 'must hold at least one step, got none', fix: 'begin with Step.weight(20), or leave it out for the default ramp',
    } : undefined,
    serviceName('services.stable', props.services?.stable),
    serviceName('services.canary', props.services?.canary),
    lastingSeconds('progressDeadline', secondsOfOptional(props.progressDeadline)),
    lastingSeconds('keepAfterAbort', secondsOfOptional(props.keepAfterAbort)),
    positiveNumber('minimumCanaryPods', props.minimumCanaryPods),
  ].filter(problem => problem !== undefined);
}

/** Service names end at 63 characters. */
function canaryName(rollout: string): string {
  const ending = '-canary';
  return `${rollout.slice(0, 63 - ending.length)}${ending}`;
}

function strategy(props: CanaryRolloutProps): CanaryIntent {
  const withoutCatastrophe: CanaryIntent = {
    kind: 'canary',
    course: course(props),
    router: props.traffic?._router,
    promotion: props.promotion?._intent ?? { kind: 'automatic' },
    gates: allGates(props),
    progressDeadlineSeconds: props.progressDeadline ? secondsOf(props.progressDeadline) : defaultDeadlineSeconds,
    keepAfterAbortSeconds: secondsOfOptional(props.keepAfterAbort),
    minimumCanaryPods: props.minimumCanaryPods ?? Math.min(canaryPods, props.replicas ?? defaultReplicas),
  };
  const catastrophe = props.catastrophe === undefined ? defaultCatastrophe(withoutCatastrophe) : props.catastrophe._intent;
  return { ...withoutCatastrophe, catastrophe };
}

function course(props: CanaryRolloutProps): CourseIntent {
  if (props.steps !== undefined) return { kind: 'steps', steps: props.steps.map(step => step._intent) };
  const replicas = Number.isInteger(props.replicas) ? props.replicas : undefined;
  return { kind: 'ramp', ramp: props.ramp?._intent ?? defaultRamp(props.traffic !== undefined, replicas ?? defaultReplicas) };
}

/** The short form asks every question twice: throughout, and after each hold. */
function allGates(props: CanaryRolloutProps): readonly GateIntent[] {
  const short = (props.analyses ?? []).flatMap((analysis, index): GateIntent[] => {
    const common = { analysis: analysis._intent, args: [], dryRun: false, property: `analyses[${index}]` };
    return [{ ...common, place: { kind: 'throughout' } }, { ...common, place: { kind: 'each-stage' } }];
  });
  return [...short, ...(props.gates ?? []).map((gate, index) => ({ ...gate._intent, property: `gates[${index}]` }))];
}

/** Where every condition is somebody's own, nothing is added to it. */
function defaultCatastrophe(canary: CanaryIntent): CatastropheIntent | undefined {
  return askedAnalyses(canary).some(({ analysis }) => analysis.question.kind !== 'verbatim')
    ? { errorsAbovePercent: 10, restartsAbove: 2, outOfMemory: true }
    : undefined;
}

function serviceName(property: string, name: string | undefined): Problem | undefined {
  return name === undefined ? undefined : nameProblem(property, name);
}
