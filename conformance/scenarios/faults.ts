// Faults that are seeded on purpose: manifests that read well and gate nothing. The suite must turn red on each, and say why.
import { scenarios as nginx } from './nginx';
import { scenarios as quickstart } from './quickstart';
import type { Fields, KubeObject } from '../harness/objects';
import type { Scenario } from '../harness/scenario';

const [good, badAt40] = [named(quickstart, 'quickstart/good'), named(quickstart, 'quickstart/bad-at-40')];

export const scenarios: readonly Scenario[] = [
  {
    ...named(nginx, 'nginx/approved'),
    id: 'fault/services-swapped',
    why: 'stable and canary Service changed places: the weight that is meant for the new version goes to the old one',
    fault: { seed: swapServices, found: /^pods of Service approval: expected "old", got "new"$/ },
  },
  {
    ...badAt40,
    id: 'fault/condition-dropped',
    why: 'a guard that has lost a condition watches and never says anything',
    fault: { seed: objects => dropCondition(objects, 'success-rate'), found: /^analysis that aborted it: expected "Background", got "Step"$/ },
  },
  {
    ...good,
    id: 'fault/query-unscoped',
    why: 'a query over all pods averages the versions, and a bad one hides behind the good',
    fault: { seed: unscope, found: /^no pattern for pods, in / },
  },
];

function named(group: readonly Scenario[], wanted: string): Scenario {
  return group.find(({ id }) => id === wanted)!;
}

function ofKind(objects: readonly KubeObject[], kind: string): KubeObject[] {
  return objects.filter(object => object.kind === kind);
}

/** Everywhere, so that the controller has nothing to complain of. */
function swapServices(objects: readonly KubeObject[]): void {
  const { canary } = ofKind(objects, 'Rollout')[0]!.spec.strategy;
  [canary.stableService, canary.canaryService] = [canary.canaryService, canary.stableService];
  for (const { spec } of ofKind(objects, 'Ingress')) {
    for (const { http } of spec.rules) for (const { backend } of http.paths) backend.service.name = canary.stableService;
  }
}

function dropCondition(objects: readonly KubeObject[], metric: string): void {
  for (const { metadata, spec } of ofKind(objects, 'AnalysisTemplate')) {
    if (metadata.name.endsWith('-guard')) delete spec.metrics.find((one: Fields) => one.name === metric).failureCondition;
  }
}

function unscope(objects: readonly KubeObject[]): void {
  for (const { spec } of ofKind(objects, 'AnalysisTemplate')) {
    for (const { provider: { prometheus } } of spec.metrics) prometheus.query = prometheus.query.replace(/,?\s*pod=~"[^"]*"/g, '');
  }
}
