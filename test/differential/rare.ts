import type { Case } from './case';
import { editOf } from './edit-of';
import type { Change } from './edit-of';

/* What chance would hardly come upon. */

const ROUTING = 'spec.strategy.canary.trafficRouting';
const STEP = 'spec.strategy.canary.steps.0';
const match = (headerValue: unknown): unknown => [{ headerName: 'x', headerValue }];
const version = (more: Record<string, unknown>): unknown => ({ experiment: { templates: [{ name: 'a', specRef: 'canary', ...more }] } });
const metric = (more: Record<string, unknown>): unknown => ({ name: 'more', provider: { web: { url: 'http://checks' } }, ...more });
const routes = (port: number): unknown => [port, port + 1].map(one => ({ match: [{ port: one, sniHosts: ['x.example'] }], route: ['shop', 'shop-canary'].map(host => ({ destination: { host } })) }));

const changes: readonly (readonly [base: string, ...Change[]])[] = [
  ['alb', [0, `${STEP}.setHeaderRoute.match`, match({ regex: 'x' })]],
  ['alb', [0, `${STEP}.setHeaderRoute.match`, match({ exact: '' })]],
  ['istio', [0, 'spec.strategy.canary.steps.1.setHeaderRoute.match', match({ exact: 'x', regex: 'x' })]],
  ['istio', [0, 'spec.strategy.canary.steps.2.setMirrorRoute.match', [{ path: { exact: 'x', regex: 'x' } }]]],
  ['basic', [0, STEP, version({ weight: 5 })]],
  ['nginx', [0, STEP, version({ weight: 5 })]],
  ['basic', [0, 'spec.template.spec.restartPolicy', 'Never']],
  ['ambassador', [3, 'spec.weight', 10]],
  ['istio', [0, 'spec.strategy.canary.steps.2.setMirrorRoute.name', 'nobody']],
  ['alb-ping-pong', [0, `${ROUTING}.alb.rootService`]],
  ['plugin', [0, 'spec.strategy.canary.scaleDownDelaySeconds', 30]],
  ['blue-green', [0, 'spec.strategy.blueGreen.scaleDownDelayRevisionLimit', 11]],
  ['nested', [1, 'spec.templates', [{ templateName: 'outer' }]]],
  ['inline', [1, 'spec.templates', [{ templateName: 'limits' }]]],
  ['istio', [3, 'spec.http', [5]]],
  ['istio', [3, 'spec.tls', [5]]],
  ['istio', [3, 'spec.tcp', [5]]],
  ['istio', [3, 'spec.tls', routes(443)]],
  ['istio', [3, 'spec.tcp', routes(9000)]],
  ['istio-tls', [0, `${ROUTING}.istio.virtualService.tcpRoutes`, [{ port: 1 }]]],
  ['istio-tls', [0, `${ROUTING}.istio.virtualService.tlsRoutes`, [{ port: 1 }]]],
  ['istio-several', [0, `${ROUTING}.istio.virtualServices.0`, { name: 'shop' }]],
  ['istio-several', [0, `${ROUTING}.istio.virtualServices.0.routes`, ['nobody']]],
  ['istio', [3, 'spec', {}]],
  ['istio-subsets', [0, `${ROUTING}.istio.destinationRule.stableSubsetName`, 'nobody']],
  ['app-mesh', [4, 'spec.routes', []]],
  ['app-mesh', [0, `${ROUTING}.appMesh.virtualService`]],
  ['app-mesh', [3, 'spec.provider']],
  ['lone', [0, 'spec.metrics.2', metric({ count: 2, interval: '1m', failureLimit: -1, consecutiveSuccessLimit: 5 })]],
  ['lone', [0, 'spec.metrics.2', metric({ failureLimit: -1 })]],
  ['lone', [0, 'spec.metrics.2', metric({ failureLimit: -2 })]],
  ['lone', [0, 'spec.metrics.2', metric({ consecutiveSuccessLimit: -1 })]],
  ['lone', [0, 'spec.metrics.2', metric({ inconclusiveLimit: -1 })]],
  ['run', [0, 'spec.metrics.1.name', 'seen']],
  ['inline', [1, 'spec.metrics.0.name', 'nested']],
  ['inline', [1, 'spec.args.3', { name: 'interval', value: '1m', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }]],
  ['inline', [1, 'spec.metrics.0.count', '{{args.limit'], [1, 'spec.metrics.0.interval', '1m']],
  ['inline', [0, 'spec.strategy.canary.steps.1.analysis.args.1.valueFrom', { fieldRef: { fieldPath: 'metadata.generation' } }]],
  ['inline', [0, 'spec.strategy.canary.steps.1.analysis.args.2.valueFrom.fieldRef.fieldPath', 'spec.nothing']],
  ['inline', [1, 'spec.dryRun', [{ metricName: 'limits' }]]],
  ['inline', [1, 'spec.measurementRetention', [{ metricName: '.*', limit: 1 }]]],
  ['experiment', [0, 'spec.templates.0.minReadySeconds', 400]],
  ['experiment', [0, 'spec.templates.0.selector', {}]],
  ['experiment', [0, 'spec.templates.0.selector']],
  ['experiment', [0, 'spec.templates.1.name', 'old']],
  ['pods', [0, 'spec.template.spec.volumes.0', { name: 'cache', gcePersistentDisk: { pdName: 'x' } }]],
];

export const rare: readonly Case[] = changes.map(([base, ...edits]) => ({ base, edits: edits.map(editOf) }));
