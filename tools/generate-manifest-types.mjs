// Writes the types of the documents in src/manifests/*.generated.ts from the schemas pinned in test/crds/.
//
//   node tools/generate-manifest-types.mjs            write the files
//   node tools/generate-manifest-types.mjs --check    write nothing; fail if a committed file differs
//
// Types only: nothing here may reach the library at run time. Reads no network and no clock, so the same schemas give
// the same bytes. A type is named after the type that holds it and the property (`CanaryStrategy` + `pingPong`), which
// NAMES overrides where that reads badly or where several places hold the same thing. Two different shapes that would
// get one name stop the run. The comment above each type is the first place that holds it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, writeOrCheck } from './generated-files.mjs';

const LINE = 120;

// Type name: its places. `Type.property` is one place, `*.property` that property of any type, `Type.*` any
// other object in that type, where `*` in the name is the property. A place that no schema has stops the run too.
const NAMES = {
  // Rollout
  AnalysisHistoryLimits: ['RolloutSpec.analysis'],
  AntiAffinity: ['*.antiAffinity'],
  BackgroundAnalysis: ['CanaryStrategy.analysis'],
  CanaryStep: ['CanaryStrategy.steps'],
  LabelSelector: ['*.selector'],
  LabelSelectorRequirement: ['*.matchExpressions'],
  LabelsAndAnnotations: ['*.activeMetadata', '*.analysisRunMetadata', '*.canaryMetadata', '*.metadata',
    '*.previewMetadata', '*.stableMetadata'],
  PingPong: ['*.pingPong'],
  PreferredAntiAffinity: ['*.preferredDuringSchedulingIgnoredDuringExecution'],
  ReplicaProgressThreshold: ['*.replicaProgressThreshold'],
  RollbackWindow: ['*.rollbackWindow'],
  RolloutAnalysis: ['CanaryStep.analysis', '*.prePromotionAnalysis', '*.postPromotionAnalysis'],
  RolloutAnalysisArgument: ['RolloutAnalysis.args', 'BackgroundAnalysis.args', 'ExperimentStepAnalysis.args'],
  RolloutStrategy: ['*.strategy'],
  WorkloadReference: ['*.workloadRef'],
  '*Strategy': ['RolloutStrategy.*'],
  // Steps
  '*Step': ['CanaryStep.*'],
  CanaryScaleStep: ['*.setCanaryScale'],
  ExperimentStepAnalysis: ['ExperimentStep.analyses'],
  HeaderRouteMatch: ['HeaderRouteStep.match'],
  HeaderRouteStep: ['*.setHeaderRoute'],
  MirrorRouteMatch: ['MirrorRouteStep.match'],
  MirrorRouteStep: ['*.setMirrorRoute'],
  StringMatch: ['*.headerValue', 'MirrorRouteMatch.*'],
  // Traffic routers
  '*TrafficRouting': ['TrafficRouting.*'],
  AlbStickiness: ['*.stickinessConfig'],
  'Apisix*': ['ApisixTrafficRouting.*'],
  'AppMesh*': ['AppMeshTrafficRouting.*'],
  AppMeshVirtualNodeReference: ['AppMeshVirtualNodeGroup.*'],
  'Istio*': ['IstioTrafficRouting.*', 'IstioVirtualService.*'],
  ManagedRoute: ['*.managedRoutes'],
  TrafficRouting: ['*.trafficRouting'],
  // Analysis and experiments
  AnalysisArgument: ['AnalysisTemplateSpec.args', 'AnalysisRunSpec.args', 'ExperimentAnalysis.args'],
  AnalysisTemplateReference: ['AnalysisTemplateSpec.templates', 'RolloutAnalysis.templates',
    'BackgroundAnalysis.templates'],
  AnalysisTemplateSpec: ['ClusterAnalysisTemplate.spec'],
  DryRun: ['*.dryRun'],
  ExperimentAnalysis: ['ExperimentSpec.analyses'],
  ExperimentService: ['*.service'],
  ExperimentTemplate: ['ExperimentSpec.templates'],
  FieldReference: ['*.fieldRef'],
  MeasurementRetention: ['*.measurementRetention'],
  Metric: ['*.metrics'],
  MetricProvider: ['*.provider'],
  SecretKeyReference: ['*.secretKeyRef'],
  TtlStrategy: ['*.ttlStrategy'],
  // Metric providers
  '*Metric': ['MetricProvider.*'],
  CloudWatchDimension: ['*.dimensions'],
  CloudWatchQuery: ['*.metricDataQueries'],
  CloudWatchSeries: ['CloudWatchStatistic.metric'],
  CloudWatchStatistic: ['*.metricStat'],
  DatadogSecretReference: ['*.secretRef'],
  JobSpec: ['JobMetric.spec'],
  JobSuccessPolicy: ['*.successPolicy'],
  'Kayenta*': ['KayentaMetric.*'],
  KayentaScopeDetail: ['KayentaScope.*'],
  'Metric*': ['PrometheusMetric.*', 'WebMetric.*'],
  OAuth2: ['*.oauth2'],
  PodFailurePolicy: ['*.podFailurePolicy'],
  PodFailurePolicyCondition: ['*.onPodConditions'],
  PodFailurePolicyExitCodes: ['*.onExitCodes'],
  PrometheusRangeQuery: ['*.rangeQuery'],
  SigV4: ['*.sigv4'],
  // Kubernetes and the Gateway API, by the names they have there
  BackendObjectReference: ['*.backendRef'],
  CrossVersionObjectReference: ['*.scaleTargetRef', '*.describedObject'],
  Fraction: ['*.fraction'],
  'HTTP*Filter': ['HTTPRouteFilter.*'],
  HorizontalPodAutoscalerBehavior: ['*.behavior'],
  HPAScalingPolicy: ['*.policies'],
  HPAScalingRules: ['*.scaleUp', 'HorizontalPodAutoscalerBehavior.scaleDown'],
  HTTPBackendRef: ['HTTPRouteRule.backendRefs'],
  HTTPCORSFilter: ['*.cors'],
  HTTPHeader: ['HTTPHeaderFilter.*'],
  HTTPHeaderFilter: ['*.requestHeaderModifier', '*.responseHeaderModifier'],
  HTTPHeaderMatch: ['HTTPRouteMatch.headers'],
  HTTPIngressPath: ['*.paths'],
  HTTPIngressRuleValue: ['*.http'],
  HTTPPathMatch: ['HTTPRouteMatch.path'],
  HTTPPathModifier: ['HTTPRequestRedirectFilter.path', 'HTTPURLRewriteFilter.path'],
  HTTPQueryParamMatch: ['*.queryParams'],
  HTTPRouteFilter: ['*.filters'],
  HTTPRouteMatch: ['*.matches'],
  HTTPRouteRule: ['HTTPRouteSpec.rules'],
  HTTPRouteTimeouts: ['*.timeouts'],
  HTTPURLRewriteFilter: ['*.urlRewrite'],
  IngressBackend: ['*.backend', '*.defaultBackend'],
  IngressServiceBackend: ['IngressBackend.service'],
  IngressTLS: ['*.tls'],
  'Ingress*': ['IngressSpec.*'],
  LocalObjectReference: ['*.extensionRef'],
  MetricIdentifier: ['*.metric'],
  MetricSpec: ['HorizontalPodAutoscalerSpec.metrics'],
  '*MetricSource': ['MetricSpec.*'],
  MetricTarget: ['*.target'],
  OwnerReference: ['*.ownerReferences'],
  ParentReference: ['*.parentRefs'],
  ServiceBackendPort: ['IngressServiceBackend.port'],
  'Service*': ['ServiceSpec.*'],
  TypedLocalObjectReference: ['IngressBackend.resource'],
};

// The same for the documents of Flagger.
const FLAGGER_NAMES = {
  CanaryService: ['CanarySpec.service'],
  CanaryAnalysis: ['CanarySpec.analysis'],
  'Canary*': ['CanarySpec.*', 'CanaryService.*'],
  CanaryPrimaryReplicas: ['*.primaryScalerReplicas'],
  StringMatch: ['CanaryMatch.*', 'CanaryMatch.headers', '*.withoutHeaders', '*.queryParams', '*.allowOrigins'],
  HeaderOperations: ['CanaryHeaders.*'],
  BackendObjectReference: ['*.backendRef'],
  ServiceMetadata: ['*.apex', '*.primary', '*.canary'],
  HeaderMatch: ['AudienceMatch.headers'],
  AudienceMatch: ['CanaryAnalysis.match'],
  CanaryMetric: ['*.metrics'],
  NamespacedReference: ['*.templateRef', '*.providerRef'],
  CanaryAlert: ['*.alerts'],
  CanaryWebhook: ['*.webhooks'],
  CanarySessionAffinity: ['*.sessionAffinity'],
  ThresholdRange: ['*.thresholdRange'],
  SecretReference: ['*.secretRef'],
  MetricTemplateProvider: ['MetricTemplateSpec.provider'],
  'TrafficPolicy*': ['CanaryTrafficPolicy.*'],
  ConnectionPoolHttp: ['*.http'],
  ConsistentHash: ['*.consistentHash'],
  LocalityLoadBalancing: ['*.localityLbSetting'],
  'Locality*': ['LocalityLoadBalancing.*'],
};

// What the server writes is no part of a document that somebody renders.
const WRITTEN_BY_THE_SERVER = new Set(['creationTimestamp', 'deletionGracePeriodSeconds', 'deletionTimestamp',
  'generation', 'managedFields', 'resourceVersion', 'selfLink', 'uid']);

// The name of an object is its identity: it has to be known before anything else is, so it is never opaque.
const ALWAYS_KNOWN = new Set(['ObjectMeta.name']);

const HEADER = (sources) => [
  '// Generated by tools/generate-manifest-types.mjs; changes made here are lost.',
  ...sources.map((source) => `// From ${source}, as pinned in test/crds/.`),
  '// To regenerate: npx projen crds:types',
];

const POD_TEMPLATE = [
  '/** A pod template. Its insides are Kubernetes\' own and pass through as they are. */',
  'export interface PodTemplate {',
  '  readonly metadata?: {',
  '    readonly annotations?: Readonly<Record<string, Leaf<string>>>;',
  '    readonly labels?: Readonly<Record<string, Leaf<string>>>;',
  '  };',
  '  readonly spec?: Readonly<Record<string, unknown>>;',
  '}',
];

const INT_OR_STRING = [
  '/** A count, or a text such as a percentage or a duration. */',
  'export type IntOrString = number | string;',
];

/** Every generated file: its path in the repository and its text. */
export function generate() {
  const pinned = (name) => JSON.parse(readFileSync(join(root, 'test/crds', `${name}.json`), 'utf8'));
  const argo = ['rollout', 'analysis-template', 'cluster-analysis-template', 'analysis-run', 'experiment'].map(pinned);
  const kubernetes = ['http-route', 'service', 'ingress', 'horizontal-pod-autoscaler', 'pod-disruption-budget'].map(pinned);
  const objectMeta = pinned('object-meta');
  const sources = (documents) => [...new Set(documents.map(({ source, version }) => `${source} ${version}`))];

  const common = new Types();
  const written = without(objectMeta.schema.properties, WRITTEN_BY_THE_SERVER);
  common.define('ObjectMeta', { ...objectMeta.schema, properties: written }, 'metadata');
  kubernetes.forEach((document) => common.root(document));
  const own = new Types();
  argo.forEach((document) => own.root(document));
  const flagger = ['canary', 'metric-template', 'alert-provider'].map(pinned);
  const ofFlagger = new Types(flaggerNames);
  flagger.forEach((document) => ofFlagger.root(document));

  const unused = [names, flaggerNames].flatMap((each) => each.unused());
  if (unused.length > 0) throw new Error(`no schema has ${unused.join(', ')}: take it out of NAMES of the generator`);

  return {
    'src/manifests/kubernetes.generated.ts': [
      ...HEADER(sources([...kubernetes, objectMeta])), '',
      'import type { Leaf } from \'./leaf\';', '',
      ...INT_OR_STRING, '', ...POD_TEMPLATE, '',
      ...common.lines(),
    ].join('\n'),
    'src/manifests/argo-rollouts.generated.ts': [
      ...HEADER(sources(argo)), '',
      'import type { IntOrString, ObjectMeta, PodTemplate } from \'./kubernetes.generated\';',
      'import type { Leaf } from \'./leaf\';', '',
      'export type { IntOrString, ObjectMeta, PodTemplate };', '',
      ...own.lines(),
    ].join('\n'),
    'src/manifests/flagger.generated.ts': [
      ...HEADER(sources(flagger)), '',
      'import type { IntOrString, ObjectMeta } from \'./kubernetes.generated\';',
      'import type { Leaf } from \'./leaf\';', '',
      ...ofFlagger.lines(),
    ].join('\n'),
  };
}

/** The interfaces of one file, in the order in which a reader meets them from the top of a document. */
class Types {
  #found = new Map();
  #names;

  constructor(ofTypes = names) {
    this.#names = ofTypes;
  }

  root({ apiVersion, kind, schema }) {
    const fields = [
      `  readonly apiVersion: '${apiVersion}';`,
      `  readonly kind: '${kind}';`,
      '  readonly metadata: ObjectMeta;',
    ];
    this.#found.set(kind, { path: kind, fields });
    // Without a status, which the controllers write. A document without a spec says nothing, so it is always there.
    fields.push(`  readonly spec: ${this.#type(schema.properties.spec, kind, 'spec', `${kind}.spec`)};`);
  }

  define(name, schema, path) {
    const known = this.#found.get(name);
    const entry = { path, fields: [] };
    // Entered before its fields are visited, so that a type stands above the types that it holds.
    if (!known) this.#found.set(name, entry);
    for (const [property, child] of Object.entries(schema.properties)) {
      const type = this.#type(child, name, property, `${path}.${property}`);
      entry.fields.push(`  readonly ${property}${schema.required?.includes(property) ? '' : '?'}: ${type};`);
    }
    if (known && known.fields.join() !== entry.fields.join()) {
      throw new Error(`${known.path} and ${path} differ, but both would be called ${name}: `
        + 'give one of them a line in NAMES of tools/generate-manifest-types.mjs');
    }
  }

  #type(schema, parent, property, path, inList = false) {
    if (schema['x-kubernetes-int-or-string']) return 'Leaf<IntOrString>';
    if (schema.type === 'array') return `readonly ${this.#type(schema.items, parent, property, `${path}[]`, true)}[]`;
    if (schema.type === 'object' && schema.properties) {
      if (schema.properties.spec?.properties?.containers) return 'PodTemplate';
      const name = this.#names.of(parent, property, inList);
      this.define(name, schema, path);
      return name;
    }
    if (schema.additionalProperties) {
      return `Readonly<Record<string, ${this.#type(schema.additionalProperties, parent, property, `${path}{}`)}>>`;
    }
    if (schema['x-kubernetes-preserve-unknown-fields']) return 'Readonly<Record<string, unknown>>';
    // The server drops every field of an object that declares none: being there is all that it says.
    if (schema.type === 'object') return 'Readonly<Record<string, never>>';
    const plain = schema.enum?.map((value) => typeof value === 'string' ? `'${value}'` : value).join(' | ')
      ?? { string: 'string', boolean: 'boolean', integer: 'number', number: 'number' }[schema.type];
    if (!plain) throw new Error(`${path}: no type for ${JSON.stringify(schema)}`);
    return ALWAYS_KNOWN.has(`${parent}.${property}`) ? plain : `Leaf<${plain}>`;
  }

  lines() {
    return [...this.#found].flatMap(([name, { path, fields }]) => [
      `/** \`${path}\` */`, `export interface ${name} {`, ...fields.map(wrapped), '}', '',
    ]);
  }
}

/** What the types of some documents are called. */
class Names {
  #byPlace;
  #seen = new Set();

  constructor(places) {
    this.#byPlace = new Map(Object.entries(places).flatMap(([name, list]) => list.map((place) => [place, name])));
  }

  /** A property that holds a list is in the plural, and the type of one item is not. */
  of(parent, property, inList) {
    const word = property[0].toUpperCase() + property.slice(1);
    const one = inList ? word.replace(/s$/, '') : word;
    const place = [`${parent}.${property}`, `*.${property}`, `${parent}.*`].find((known) => this.#byPlace.has(known));
    if (place) this.#seen.add(place);
    return place ? this.#byPlace.get(place).replace('*', one) : parent + one;
  }

  unused() {
    return [...this.#byPlace.keys()].filter((place) => !this.#seen.has(place));
  }
}

const names = new Names(NAMES);
const flaggerNames = new Names(FLAGGER_NAMES);

/** A long union of values goes one value to a line. */
function wrapped(line) {
  if (line.length <= LINE) return line;
  return line.replace('Leaf<', 'Leaf<\n    | ').replace(/' \| '/g, '\'\n    | \'').replace(/>((\[\])?;)$/, '\n  >$1');
}

function without(properties, names) {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !names.has(name)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeOrCheck('generate-manifest-types.mjs', generate());
