// Which arguments have to be plain values, by the reasons of src/pulumi/arguments/plain.ts. All others that hold a text, a number or a duration may be
// Outputs; test/pulumi/outputs.test.ts puts one into each place.
import { called } from './emit-interfaces.mjs';

const everyQuestion = ['Baseline', 'ErrorRate', 'Latency', 'Metric', 'RequestRate', 'Restart', 'Saturation', 'SuccessRate'].map(name => `${name}Options`);
const everyAction = ['HelmTestOptions', 'HttpActionOptions', 'JobAction', 'JobAnalysis', 'LoadTestOptions', 'ManualGateOptions'];
const routesWithPaths = ['Ambassador', 'Apisix', 'Contour', 'GatewayApi', 'Gloo', 'Istio', 'Kong', 'Linkerd', 'Nginx', 'Skipper', 'Traefik'].map(name => `${name}TrafficOptions`);
const of = (owners, ...members) => owners.flatMap(owner => members.map(member => `${owner}.${member}`));

const PLAIN = {
  named: [
    ...of([...everyQuestion, ...everyAction], 'name'),
    ...of(['ExistingServices'], 'stable', 'canary', 'ping', 'pong'),
    ...of(['BlueGreenServices'], 'active', 'preview'),
    'AlertChannelOptions.providerName', 'ExperimentAnalysis.name', 'ExperimentVariantOptions.name', 'VersionedConfigProps.configName',
  ],
  found: [
    ...of(['Arg'], 'name', 'field', 'variantHash', 'variantReplicaSet'),
    ...of(['AnalyzeStep', 'ExperimentStepOptions', 'Gate'], 'dryRunMetrics'),
    ...of(['AlertChannelOptions'], 'service', 'webhook'),
    ...of(['PluginSourceOptions'], 'name', 'querySetting'),
    'AlertEvent.trigger', 'AnalysisTemplateOptions.dryRun', 'CloudWatchInput.id', 'CookieAudience.name', 'ExistingAlbTraffic.rootService', 'ExistingAnalysis.metrics',
    'ExperimentAnalysis.against', 'ExperimentAnalysis.of', 'ExperimentOptions.dryRun', 'ExperimentVariant.name', 'HeaderAudience.name', 'HeaderMatch.header', 'HeadersStepOptions.route', 'MirrorStepOptions.route', 'PluginStep.name', 'PluginTrafficOptions.name',
    'ReleaseOptions.mainContainer',
  ],
  keyed: of(['AlbTrafficOptions', 'ExistingAlbTraffic', 'ExistingNginxTraffic', 'NginxTrafficOptions'], 'annotationPrefix'),
  ending: [
    ...of(routesWithPaths, 'path'), ...of(routesWithPaths, 'paths'), 'AlbTrafficOptions.path', 'OpenShiftTrafficOptions.path', 'OtherRoute.path', 'TraefikTrafficOptions.middlewares',
  ],
  fields: [
    ...of(['GatewayApiTrafficOptions', 'KongTrafficOptions'], 'routeVersion'), ...of(['PluginRoute'], 'kind', 'fields'),
    'ArgoRolloutsOptions.version', 'FlaggerOptions.version',
  ],
  objects: of(['ExistingGatewayApiTraffic', 'ExistingKongTraffic', 'GatewayApiTrafficOptions', 'GatewayRouteOptions', 'GatewayTlsOptions', 'KongTrafficOptions'], 'routeNamespace'),
  queried: [
    ...of(['MetricOptions'], 'query', 'successCondition', 'failureCondition'),
    ...of(['CustomTelemetryOptions'], 'requests', 'errors', 'duration'),
    ...of(['CustomTelemetryOptions', 'EnvoyTelemetryOptions', 'GrpcServerOptions', 'HttpRequestsOptions', 'OpenTelemetryOptions', 'SidecarTelemetryOptions'], 'namespaceLabel', 'podLabel'),
    ...of(['EnvoyTelemetryOptions'], 'cluster', 'clusterLabel'), 'GrpcServerOptions.codeLabel', 'HttpRequestsOptions.statusLabel',
    ...of(['NginxIngressTelemetryOptions'], 'namespaceLabel', 'serviceLabel'), ...of(['TraefikTelemetryOptions'], 'portName', 'serviceLabel'),
    ...of([
      'ContourTelemetryOptions', 'CustomTelemetryOptions', 'EnvoyTelemetryOptions', 'GrpcServerOptions', 'HttpRequestsOptions', 'NginxIngressTelemetryOptions',
      'OpenTelemetryOptions', 'SidecarTelemetryOptions', 'TraefikTelemetryOptions',
    ], 'scrapeInterval'),
    'SaturationOptions.containerName',
  ],
  steps: [
    ...of(['LinearRampOptions'], 'increment', 'every'), ...of(['ExponentialRampOptions'], 'start', 'factor', 'every'),
    'Gate.atStage', 'Ramp.hold', 'Stage.hold', 'Step.hold',
  ],
  read: [...of(['HttpActionOptions', 'PluginSourceOptions', 'PluginStep', 'PluginTrafficOptions'], 'json'), 'ArgoRolloutsOptions.restartAt'],
  content: of(['VersionedConfigProps'], 'data', 'binaryData', 'secretData'),
};

const reasons = new Map(Object.entries(PLAIN).flatMap(([why, places]) => places.map(place => [place, why])));

/** The model with its plain values marked. Whether something is so or not decides what is written, so that no such value can be an Output. */
export function markedPlain(model) {
  const left = new Set(reasons.keys());
  const marked = (owner, member, shape) => {
    const place = `${called(owner)}.${member}`;
    left.delete(place);
    const why = reasons.get(place);
    return shape.kind === 'leaf' && shape.type === 'boolean' ? { ...shape, plain: 'fields' } : why === undefined ? shape : plainShape(shape, why);
  };
  const all = new Map([...model].map(([name, type]) => {
    const each = member => ({ ...member, ...(member.shape === undefined ? {} : { shape: marked(name, member.member ?? member.name, member.shape) }) });
    return [name, { ...type, ...(type.members === undefined ? {} : { members: type.members.map(each) }), ...(type.beside === undefined ? {} : { beside: type.beside.map(each) }) }];
  }));
  if (left.size > 0) throw new Error(`plain.mjs names what is no argument: ${[...left].join(', ')}`);
  return all;
}

function plainShape(shape, why) {
  return shape.of === undefined ? { ...shape, plain: why } : { ...shape, of: plainShape(shape.of, why) };
}
