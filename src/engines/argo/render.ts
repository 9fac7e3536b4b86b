import { gateTemplate } from './analysis-template';
import type { RenderedTemplate } from './analysis-template';
import { fixedBy } from './arguments';
import { renderGuard } from './guard';
import { objectMeta } from './object-meta';
import { managedRoutes, rollout } from './rollout';
import { service } from './service';
import { stepGaps } from './step-gaps';
import { firstWatchedStep, renderSteps } from './steps';
import { templateName } from './template-reference';
import { awaitedAnalyses } from '../../intent/asked';
import type { AskedAnalysis } from '../../intent/asked';
import type { Problem } from '../../intent/problem';
import { withoutImpliedEnd } from '../../intent/ramp';
import type { RolloutIntent } from '../../intent/rollout';
import type { ArgoRouting } from '../../intent/router';
import type { StepIntent } from '../../intent/step';
import { known } from '../../manifests/leaf';
import type { Manifest } from '../../manifests/manifest';
import type { PartOrigin, Rendered } from '../rendered';

/** Everything that Argo Rollouts needs for one rollout. */
export function renderArgo(intent: RolloutIntent): Rendered {
  const steps = renderSteps(intent);
  const guard = renderGuard(intent, firstWatchedStep(steps));
  const routing = route(intent, managedRoutes(steps));
  const parts: { manifest: Manifest; origins: () => readonly PartOrigin[] }[] = [
    rollout(intent, steps, guard, routing),
    ...services(intent),
    ...(routing?.manifests ?? []).map(manifest => ({ manifest, origins: () => [{ path: [], property: 'traffic' }] })),
    ...gateTemplates(intent),
    ...(guard.template === undefined ? [] : [guard.template]),
  ];
  return {
    manifests: parts.map(part => part.manifest),
    origins: () => parts.flatMap((part, manifest) => part.origins().map(origin => ({ ...origin, manifest }))),
    gaps: gaps(intent, routing),
    elsewhere: [
      ...[intent.services.stable, intent.services.canary].filter(wish => wish.existing).map(({ name }) => ({ kind: 'Service', name })),
      ...routing?.elsewhere ?? [],
    ],
  };
}

function route(intent: RolloutIntent, routes: readonly string[]): ArgoRouting | undefined {
  return intent.strategy.router?.argo?.({
    rollout: intent.name,
    namespace: intent.namespace,
    stableService: intent.services.stable.name,
    canaryService: intent.services.canary.name,
    port: intent.services.ports[0]?.port ?? 80,
    managedRoutes: routes,
    metadata: name => objectMeta(name, intent),
  });
}

function services(intent: RolloutIntent) {
  const { stable, canary } = intent.services;
  if (intent.services.ports.length === 0) return [];
  return [stable, canary].filter(wish => !wish.existing).map(wish => ({
    manifest: service(wish, intent),
    origins: () => [{ path: ['metadata', 'name'], property: 'metadata.name' }, { path: ['spec', 'ports'], property: 'containers' }],
  }));
}

/** One template for each question that stands at a gate and is not shared. */
function gateTemplates(intent: RolloutIntent): readonly RenderedTemplate[] {
  const setting = { telemetry: intent.telemetry, source: intent.source, holdSeconds: shortestHold(intent) };
  const fixed = fixedBy(intent);
  return [...privateGates(intent)].map(([name, { analysis, property }]) =>
    gateTemplate(objectMeta(name, intent), analysis, setting, property, fixed));
}

function privateGates(intent: RolloutIntent): ReadonlyMap<string, AskedAnalysis> {
  const byName = new Map<string, AskedAnalysis>();
  for (const asked of awaitedAnalyses(intent.strategy).filter(({ analysis }) => analysis.published === undefined)) {
    const name = templateName(asked.analysis, intent.name);
    if (!byName.has(name)) byName.set(name, asked);
  }
  return byName;
}

/** How long the shortest stage before a gate lasts. A time that is not known may be none at all. */
function shortestHold(intent: RolloutIntent): number {
  const { course } = intent.strategy;
  const holds = course.kind === 'ramp' ? withoutImpliedEnd(course.ramp).map(stage => known(stage.holdSeconds) ?? 0) : holdsOf(course.steps);
  return holds.length === 0 ? 0 : Math.min(...holds);
}

/** The time between each weight and the next. */
function holdsOf(steps: readonly StepIntent[]): readonly number[] {
  return steps.reduce<number[]>((holds, step) => {
    if (step.kind === 'weight') return [...holds, 0];
    const seconds = step.kind === 'hold' ? known(step.seconds) ?? 0 : 0;
    return holds.map((hold, index) => index === holds.length - 1 ? hold + seconds : hold);
  }, []);
}

function gaps(intent: RolloutIntent, routing: ArgoRouting | undefined): readonly Problem[] {
  const after = intent.strategy.gates.filter(gate => gate.place.kind === 'after-promotion').map(gate => ({
    property: gate.property,
    message: 'Argo Rollouts asks nothing after a canary was promoted',
    fix: 'use Gate.beforePromotion, with a last stage at a high weight',
  }));
  const unrouted = intent.strategy.router !== undefined && routing === undefined ? [{
    property: 'traffic', message: `Argo Rollouts cannot drive ${intent.strategy.router.kind}`, fix: 'choose another router or another controller',
  }] : [];
  return [...after, ...unrouted, ...stepGaps(intent, routing)];
}
