import { analysisBases } from './base-analyses';
import { rolloutBases } from './base-rollouts';
import { manifestsOf } from './case';
import type { Fields } from './case';
import type { Outcome } from './comparison';
import { editOf } from './edit-of';
import type { Change } from './edit-of';
import { foundInAnalyses } from './found-analyses';
import { foundInPods } from './found-pods';

/* What the comparison with the real code has found. Each stands here with what the real code says of it. */

export interface Found {
  readonly name: string;
  readonly base: string;
  readonly changes: readonly Change[];
  /** What the real code says. */
  readonly theirs: Outcome;
  /** Who says the same; nobody where it is accepted, or where it is broken in a way that they do not see. */
  readonly rule: string;
}

const ROUTING = 'spec.strategy.canary.trafficRouting';
export const knownBases: Readonly<Record<string, readonly Fields[]>> = { ...rolloutBases, ...analysisBases };

export const found: readonly Found[] = [
  ...foundInPods,
  ...foundInAnalyses,
  {
    name: 'Services that take turns behind a load balancer, and nginx beside it, which wants a stable and a canary Service',
    base: 'alb-ping-pong',
    changes: [[0, `${ROUTING}.nginx`, { stableIngress: 'shop' }]],
    theirs: 'refused',
    rule: 'router-services',
  },
  {
    name: 'an Ingress that nginx and a load balancer name, and that leads to the root Service',
    base: 'alb-root',
    changes: [[0, `${ROUTING}.nginx`, { stableIngresses: ['shop'] }]],
    theirs: 'refused',
    rule: 'router-ingress',
  },
  { name: 'a canary Service without a stable one beside Services that take turns', base: 'istio-ping-pong', changes: [[0, 'spec.strategy.canary.canaryService', 'shop-ping']], theirs: 'refused', rule: 'router-services' },
  { name: 'a stable Service without a canary one beside Services that take turns', base: 'istio-ping-pong', changes: [[0, 'spec.strategy.canary.stableService', 'shop-ping']], theirs: 'refused', rule: 'router-services' },
  { name: 'texts that are no numbers count as 0 pods, and both are 0 then', base: 'basic', changes: [[0, 'spec.strategy.canary.maxSurge', 'x']], theirs: 'refused', rule: 'surge' },
  { name: 'a list of Ingresses without one', base: 'nginx', changes: [[0, `${ROUTING}.nginx`, { stableIngresses: [] }]], theirs: 'accepted', rule: 'router-ingress' },
  { name: 'an Ingress, and a list of Ingresses without one', base: 'nginx', changes: [[0, `${ROUTING}.nginx.stableIngresses`, []]], theirs: 'refused', rule: 'router-ingress' },
  { name: 'an empty name in a list of Ingresses', base: 'nginx-several', changes: [[0, `${ROUTING}.nginx.stableIngresses.1`, '']], theirs: 'refused', rule: 'router-ingress' },
  { name: 'an Ingress with nothing but a rule without paths', base: 'nginx', changes: [[3, 'spec.rules', [{}]]], theirs: 'refused', rule: 'router-ingress' },
  { name: 'a VirtualService with an empty list of TLS routes', base: 'istio', changes: [[3, 'spec.tls', []]], theirs: 'broken', rule: 'istio-virtual-service' },
  { name: 'a VirtualService with an empty list of TCP routes', base: 'istio', changes: [[3, 'spec.tcp', []]], theirs: 'broken', rule: 'istio-virtual-service' },
  { name: 'an empty name of a VirtualService', base: 'istio', changes: [[0, `${ROUTING}.istio.virtualService.name`, '']], theirs: 'refused', rule: 'istio-virtual-service' },
  { name: 'a map of plugins without one, and a step that needs a router', base: 'plugin', changes: [[0, `${ROUTING}.plugins`, {}]], theirs: 'refused', rule: 'step-needs-router' },
  { name: 'a virtual service of App Mesh without a router', base: 'app-mesh', changes: [[3, 'spec.provider']], theirs: 'refused', rule: 'app-mesh-router' },
  { name: 'an empty name of the active Service', base: 'blue-green', changes: [[0, 'spec.strategy.blueGreen.activeService', '']], theirs: 'accepted', rule: 'services-distinct' },
  { name: 'an empty name of both Services', base: 'blue-green', changes: [[0, 'spec.strategy.blueGreen', { activeService: '' }]], theirs: 'refused', rule: 'services-distinct' },
  { name: 'an empty selector beside a reference to a workload', base: 'adopted', changes: [[0, 'spec.selector', {}]], theirs: 'accepted', rule: 'service-selector' },
  {
    name: 'an expression of a selector that the pods of a workload do not meet',
    base: 'adopted-set',
    changes: [[0, 'spec.selector', { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['shop'] }] }]],
    theirs: 'refused',
    rule: 'service-selector',
  },
  {
    name: 'a workload whose pods are not what its selector asks for',
    base: 'adopted',
    changes: [[1, 'spec.template.metadata.labels', { app: 'other' }]],
    theirs: 'refused',
    rule: 'service-selector',
  },
  { name: 'a placeholder that is no argument, in an inline analysis', base: 'inline', changes: [[1, 'spec.metrics.0.successCondition', '{{inputs.x}}']], theirs: 'refused', rule: 'placeholders' },
  { name: 'a placeholder without an end, in an inline analysis', base: 'inline', changes: [[1, 'spec.metrics.0.successCondition', '{{args.limit']], theirs: 'refused', rule: 'placeholders' },
  { name: 'a reference to a template without a name', base: 'background', changes: [[0, 'spec.strategy.canary.analysis.templates', [{}]]], theirs: 'refused', rule: 'analysis-template-exists' },
  {
    name: 'an argument that is listed twice in one template, with two values',
    base: 'background',
    changes: [[1, 'spec.args', [{ name: 'limit', value: '1' }, { name: 'limit', value: '2' }, { name: 'service' }, { name: 'owner' }, { name: 'zone', value: 'a' }]]],
    theirs: 'refused',
    rule: 'argument-conflicts',
  },
  { name: 'an argument that is listed without a value', base: 'background', changes: [[0, 'spec.strategy.canary.analysis.args.1', { name: 'owner' }]], theirs: 'accepted', rule: 'analysis-arguments' },
  {
    name: 'a field that nobody can read, for an argument of an analysis before the switch whose template needs no other',
    base: 'blue-green',
    changes: [[0, 'spec.strategy.blueGreen.postPromotionAnalysis.args', [{ name: 'x', valueFrom: { fieldRef: { fieldPath: 'metadata.generation' } } }]]],
    theirs: 'broken',
    rule: 'analysis-arguments',
  },
  {
    name: 'a version of an experiment step with labels, and a selector that has none to write them into',
    base: 'experiment-step',
    changes: [[0, 'spec.strategy.canary.steps.0.experiment.templates.1.selector', {}]],
    theirs: 'broken',
    rule: 'experiment-templates',
  },
  { name: 'half a number of preview pods, which is refused and not only broken', base: 'blue-green', changes: [[0, 'spec.strategy.blueGreen.previewReplicaCount', 2.5]], theirs: 'refused', rule: 'value-types' },
  { name: 'a metric without a provider, which is refused and not only broken', base: 'lone', changes: [[0, 'spec.metrics.0.provider', null]], theirs: 'refused', rule: 'required-fields' },
  { name: 'the end of an Experiment whose duration is empty', base: 'experiment', changes: [[0, 'spec.duration', '']], theirs: 'broken', rule: 'experiment-arguments' },
  { name: 'a deadline of an Experiment below 0', base: 'experiment', changes: [[0, 'spec.progressDeadlineSeconds', -1]], theirs: 'refused', rule: 'experiment-templates' },
  { name: 'a reference without a name in a template of an Experiment', base: 'experiment', changes: [[1, 'spec.templates', [{}]]], theirs: 'broken', rule: 'analysis-template-exists' },
  { name: 'several measurements of an AnalysisRun without a time between them', base: 'run', changes: [[0, 'spec.metrics.1.interval']], theirs: 'broken', rule: 'metric-limits' },
  { name: 'an AnalysisRun whose name is none', base: 'run', changes: [[0, 'metadata.name', 'Rates']], theirs: 'refused', rule: 'name-limits' },
  { name: 'an empty name of an object', base: 'basic', changes: [[0, 'metadata.name', '']], theirs: 'refused', rule: 'required-fields' },
];

export function foundManifests({ base, changes }: Pick<Found, 'base' | 'changes'>): Fields[] {
  return manifestsOf(knownBases[base]!, changes.map(editOf));
}
