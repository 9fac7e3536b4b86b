// Takes the schemas in this folder out of the Go modules that define them.
//
//   node test/crds/pin.mjs
//
// Needs Go and a way to its modules, which is why it is run by hand when a version below is raised and never as part
// of a build or a test. What it writes is committed; README.md says what was changed on the way.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const APISIX = 'github.com/apache/apisix-ingress-controller@v1.8.4';
const ARGO = 'github.com/argoproj/argo-rollouts@v1.10.1';
const EMISSARY = 'github.com/emissary-ingress/emissary/v3@v3.9.1';
const FLAGGER = 'github.com/fluxcd/flagger@v1.44.0';
const GATEWAY = 'sigs.k8s.io/gateway-api@v1.6.3';
const CONTOUR = 'github.com/projectcontour/contour@v1.33.8';
const ISTIO = 'istio.io/api@v1.31.1';
const KUBERNETES = 'k8s.io/kubernetes@v1.34.1';
const OPENSHIFT = 'github.com/openshift/api@v0.0.0-20230417092139-1b2161d23365';
const TRAEFIK = 'github.com/traefik/traefik/v3@v3.7.13';

const CUSTOM_RESOURCES = [
  { module: ARGO, file: 'manifests/crds/rollout-crd.yaml', as: 'rollout' },
  { module: ARGO, file: 'manifests/crds/analysis-template-crd.yaml', as: 'analysis-template' },
  { module: ARGO, file: 'manifests/crds/cluster-analysis-template-crd.yaml', as: 'cluster-analysis-template' },
  { module: ARGO, file: 'manifests/crds/analysis-run-crd.yaml', as: 'analysis-run' },
  { module: ARGO, file: 'manifests/crds/experiment-crd.yaml', as: 'experiment' },
  { module: GATEWAY, file: 'config/crd/standard/gateway.networking.k8s.io_httproutes.yaml', as: 'http-route' },
  { module: GATEWAY, file: 'config/crd/experimental/gateway.networking.k8s.io_httproutes.yaml', as: 'http-route-experimental' },
  { module: GATEWAY, file: 'config/crd/standard/gateway.networking.k8s.io_grpcroutes.yaml', as: 'grpc-route' },
  { module: GATEWAY, file: 'config/crd/experimental/gateway.networking.k8s.io_grpcroutes.yaml', as: 'grpc-route-experimental' },
  // the version that the plugin of Argo Rollouts reads; the standard channel no longer serves it
  { module: GATEWAY, file: 'config/crd/experimental/gateway.networking.k8s.io_tcproutes.yaml', version: 'v1alpha2', as: 'tcp-route' },
  { module: GATEWAY, file: 'config/crd/experimental/gateway.networking.k8s.io_tlsroutes.yaml', version: 'v1alpha2', as: 'tls-route' },
  { module: GATEWAY, file: 'config/crd/standard/gateway.networking.k8s.io_referencegrants.yaml', as: 'reference-grant' },
  { module: CONTOUR, file: 'examples/contour/01-crds.yaml', kind: 'HTTPProxy', as: 'http-proxy' },
  { module: OPENSHIFT, file: 'route/v1/route.crd.yaml', as: 'openshift-route' },
  { module: ISTIO, file: 'kubernetes/customresourcedefinitions.gen.yaml', kind: 'VirtualService', as: 'virtual-service' },
  { module: ISTIO, file: 'kubernetes/customresourcedefinitions.gen.yaml', kind: 'DestinationRule', as: 'destination-rule' },
  { module: TRAEFIK, file: 'docs/content/reference/dynamic-configuration/traefik.io_traefikservices.yaml', as: 'traefik-service' },
  { module: TRAEFIK, file: 'docs/content/reference/dynamic-configuration/traefik.io_ingressroutes.yaml', as: 'ingress-route' },
  { module: APISIX, file: 'samples/deploy/crd/v1/ApisixRoute.yaml', as: 'apisix-route' },
  { module: APISIX, file: 'samples/deploy/crd/v1/ApisixUpstream.yaml', as: 'apisix-upstream' },
  { module: FLAGGER, file: 'artifacts/flagger/crd.yaml', kind: 'Canary', as: 'canary' },
  { module: FLAGGER, file: 'artifacts/flagger/crd.yaml', kind: 'MetricTemplate', as: 'metric-template' },
  { module: FLAGGER, file: 'artifacts/flagger/crd.yaml', kind: 'AlertProvider', as: 'alert-provider' },
  { module: EMISSARY, file: 'manifests/emissary/emissary-crds.yaml.in', kind: 'Mapping', as: 'mapping' },
];

// The last two are no kinds: they stand inside other documents, so they have no apiVersion.
const CORE = [
  { definition: 'io.k8s.api.core.v1.Service', as: 'service', apiVersion: 'v1', kind: 'Service' },
  { definition: 'io.k8s.api.networking.v1.Ingress', as: 'ingress', apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' },
  {
    definition: 'io.k8s.api.autoscaling.v2.HorizontalPodAutoscaler', as: 'horizontal-pod-autoscaler', apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
  },
  { definition: 'io.k8s.api.policy.v1.PodDisruptionBudget', as: 'pod-disruption-budget', apiVersion: 'policy/v1', kind: 'PodDisruptionBudget' },
  { definition: 'io.k8s.api.core.v1.PodTemplateSpec', as: 'pod-template-spec' },
  { definition: 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta', as: 'object-meta' },
];

// Written by Kubernetes' own generator for tools that merge documents; they say nothing about what is valid.
const NOT_VALIDATION = /^x-kubernetes-(patch|unions|group-version-kind|action)/;

const require = createRequire(import.meta.url);
require('../../scripts/from-sources.cjs');
const { readYaml } = require('../../src/manifests/yaml.ts');

const here = fileURLToPath(new URL('.', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'pin-schemas-'));
try {
  execFileSync('go', ['mod', 'init', 'pin'], { cwd: scratch, stdio: 'ignore' });
  const folders = new Map([ARGO, FLAGGER, GATEWAY, CONTOUR, OPENSHIFT, ISTIO, KUBERNETES, TRAEFIK, APISIX, EMISSARY].map((module) => [module, download(module)]));

  for (const { module, file, kind, version: wanted, as } of CUSTOM_RESOURCES) {
    const documents = documentsOf(join(folders.get(module), file));
    const { group, names, scope, versions } = documents
      .find((d) => d?.kind === 'CustomResourceDefinition' && (kind === undefined || d.spec.names.kind === kind)).spec;
    const version = versions.find((v) => wanted === undefined ? v.storage : v.name === wanted);
    const identity = { apiVersion: `${group}/${version.name}`, kind: names.kind, scope };
    pin(as, module, file, identity, withoutDescriptions(version.schema.openAPIV3Schema));
  }

  const swagger = 'api/openapi-spec/swagger.json';
  const { definitions } = JSON.parse(readFileSync(join(folders.get(KUBERNETES), swagger), 'utf8'));
  for (const { definition, as, apiVersion, kind } of CORE) {
    const identity = kind ? { apiVersion, kind, scope: 'Namespaced' } : {};
    pin(as, KUBERNETES, `${swagger}, ${definition}`, identity, withoutDescriptions(resolved(definitions, definition)));
  }
  // Not copied as a file: the module's own is read-only, and a second run could not replace it.
  writeFileSync(join(here, 'LICENSE'), readFileSync(join(folders.get(ARGO), 'LICENSE')));
  writeFileSync(join(here, 'LICENSE-traefik'), readFileSync(join(folders.get(TRAEFIK), 'LICENSE.md')));
} finally {
  rmSync(scratch, { recursive: true });
}

/** As kubectl reads them, which takes more than other readers do. */
function documentsOf(path) {
  const { documents, problems } = readYaml(readFileSync(path, 'utf8'), path);
  if (problems.length > 0) throw new Error(`${path}: ${problems[0].message}`);
  return documents.map(({ manifest }) => manifest);
}

function download(module) {
  const answer = execFileSync('go', ['mod', 'download', '-json', module], {
    cwd: scratch, env: { ...process.env, GOFLAGS: '-mod=mod' }, encoding: 'utf8',
  });
  return JSON.parse(answer).Dir;
}

function pin(as, module, file, identity, schema) {
  const [name, version] = module.split('@');
  const document = {
    $comment: `From ${name} ${version}, ${file}. ${module === TRAEFIK ? 'MIT, see LICENSE-traefik' : 'Apache-2.0, see LICENSE'}. Changed: descriptions removed; see README.md.`,
    source: name,
    version,
    ...identity,
    schema,
  };
  writeFileSync(join(here, `${as}.json`), `${compact(document)}\n`);
}

/** Removes the text, and only the text: a field that is itself called `description` is an object here, and stays. */
function withoutDescriptions(node) {
  if (Array.isArray(node)) return node.map(withoutDescriptions);
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(Object.entries(node)
    .filter(([key, value]) => !(key === 'description' && typeof value === 'string') && !NOT_VALIDATION.test(key))
    .map(([key, value]) => [key, withoutDescriptions(value)]));
}

/** The definition with its references written out, and in the vocabulary that CRDs use, so that one reader does for both. */
function resolved(definitions, name) {
  if (name.endsWith('.IntOrString') || name.endsWith('.Quantity')) return { 'x-kubernetes-int-or-string': true };
  const expand = (node) => {
    if (Array.isArray(node)) return node.map(expand);
    if (node === null || typeof node !== 'object') return node;
    if (typeof node.$ref === 'string') return resolved(definitions, node.$ref.replace('#/definitions/', ''));
    const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, expand(value)]));
    // Here an object without declared fields is a free one; in a CRD it would be an empty one.
    const free = copy.type === 'object' && !copy.properties && !copy.additionalProperties;
    return free ? { ...copy, 'x-kubernetes-preserve-unknown-fields': true } : copy;
  };
  return expand(definitions[name]);
}

/** JSON in lines of about 110 columns, not indented: nesting is deep, and indenting would double the size. */
function compact(value) {
  const flat = JSON.stringify(value);
  if (value === null || typeof value !== 'object' || flat.length <= 110) return flat;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const parts = Array.isArray(value)
    ? value.map(compact)
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${compact(item)}`);
  return `${open}\n${parts.join(',\n')}\n${close}`;
}
