import { analysisStep } from './analysis-step';
import { experimentStep } from './experiment-step';
import { pauseStep } from './pause-step';
import type { RenderedStep } from './rendered-step';
import type { ArgoRolloutIntent } from '../../intent/rollout';
import type { HeaderMatchIntent, MirrorMatchIntent, ScaleIntent, StepIntent, TextMatchIntent } from '../../intent/step';
import type { CanaryScaleStep, CanaryStep, HeaderRouteMatch, MirrorRouteMatch, StringMatch } from '../../manifests/argo-rollouts.generated';

/** One step that its author spelled out. */
export function spelledOutStep(step: StepIntent, property: string, intent: ArgoRolloutIntent): RenderedStep {
  if (step.kind === 'analyze') {
    const { kind: _, analyses, ...asking } = step;
    return analysisStep(analyses.map(analysis => ({ ...asking, place: { kind: 'each-stage' } as const, analysis, property })), intent);
  }
  return { step: plainStep(step, intent), origins: () => [{ path: [], property }] };
}

function plainStep(step: Exclude<StepIntent, { kind: 'analyze' }>, intent: ArgoRolloutIntent): CanaryStep {
  switch (step.kind) {
    case 'weight': return { setWeight: step.weight };
    case 'hold': return pauseStep(step.seconds);
    case 'approval': return { pause: {} };
    case 'scale': return { setCanaryScale: canaryScale(step.scale) };
    case 'headers': return { setHeaderRoute: { name: step.route, ...someMatches(step.matches.map(headerMatch)) } };
    case 'mirror': return {
      setMirrorRoute: {
        name: step.route,
        ...(step.percent === undefined ? {} : { percentage: step.percent }),
        ...someMatches(step.matches.map(mirrorMatch)),
      },
    };
    case 'experiment': return { experiment: experimentStep(step.experiment, intent) };
    case 'plugin': return { plugin: { name: step.name, ...(step.config === undefined ? {} : { config: step.config }) } };
  }
}

export function canaryScale(intent: ScaleIntent): CanaryScaleStep {
  switch (intent.kind) {
    case 'replicas': return { replicas: intent.replicas };
    case 'percent': return { weight: intent.percent };
    case 'match-traffic': return { matchTrafficWeight: true };
  }
}

/** A route without matches is taken away. */
function someMatches<T>(match: readonly T[]): { readonly match?: readonly T[] } {
  return match.length === 0 ? {} : { match };
}

export function headerMatch(match: HeaderMatchIntent): HeaderRouteMatch {
  return { headerName: match.header, headerValue: textMatch(match.value) };
}

function mirrorMatch(match: MirrorMatchIntent): MirrorRouteMatch {
  return {
    ...(match.method === undefined ? {} : { method: textMatch(match.method) }),
    ...(match.path === undefined ? {} : { path: textMatch(match.path) }),
    ...(match.headers === undefined ? {} : { headers: Object.fromEntries(match.headers.map(header => [header.header, textMatch(header.value)])) }),
  };
}

function textMatch(match: TextMatchIntent): StringMatch {
  return { [match.kind]: match.text };
}
