// What a Canary names and somebody else has applied, as those that write a Canary have it.
import type { Fields } from '../../harness/objects';

const HOST = 'app.example.com';
/** What a store, or whoever is told of a release, wants to know, under the names that Flagger looks for. */
const CREDENTIALS = [
  'token', 'org', 'username', 'password', 'datadog_api_key', 'datadog_application_key', 'newrelic_account_id', 'newrelic_query_key',
  'dynatrace_token', 'project', 'serviceAccountKey', 'sf_token_key',
];
const ADDRESS = 'https://hooks.example/deploys';

/** What these name and is neither among them nor among what else is there is made. */
export function missingOf(objects: readonly Fields[], others: readonly Fields[] = []): Fields[] {
  const all = [...objects];
  const provide = (wanted: Fields): void => {
    if (all.some(object => isSame(object, wanted))) return;
    const kept = others.find(object => isSame(object, wanted));
    const one = kept ?? wanted;
    all.push(one);
    if (kept) namedBy(kept).forEach(provide);
  };
  objects.flatMap(namedBy).forEach(provide);
  // what was added names Secrets
  all.slice(objects.length).flatMap(namedBy).forEach(provide);
  return all.slice(objects.length);
}

function isSame(one: Fields, other: Fields): boolean {
  const [mine, its] = [one, other].map(({ metadata }) => metadata.namespace ?? 'default');
  return one.kind === other.kind && one.metadata.name === other.metadata.name && mine === its;
}

function namedBy({ kind, metadata: { namespace }, spec = {} }: Fields): Fields[] {
  const named = (apiVersion: string, what: string, name: string, more: Fields, where: string = namespace): Fields => (
    { apiVersion, kind: what, metadata: { name, ...where !== undefined && { namespace: where } }, ...more }
  );
  const secret = (name: string | undefined): Fields[] => name === undefined ? [] : [named('v1', 'Secret', name, {
    stringData: { ...Object.fromEntries(CREDENTIALS.map(key => [key, 'x'])), address: ADDRESS },
  })];
  switch (kind) {
    case 'AlertProvider': return secret(spec.secretRef?.name);
    case 'MetricTemplate': return secret(spec.provider?.secretRef?.name);
    case 'Canary': return ofCanary(spec, named);
    default: return [];
  }
}

type Named = (apiVersion: string, kind: string, name: string, more: Fields, namespace?: string) => Fields;

function ofCanary({ targetRef, autoscalerRef, ingressRef, routeRef, upstreamRef, service, analysis = {} }: Fields, named: Named): Fields[] {
  if (!targetRef?.name) return [];
  const apex = service?.name ?? targetRef.name;
  const port = service?.port ?? 80;
  return [
    targetOf(targetRef, service, named),
    ...ingressRef ? [named('networking.k8s.io/v1', 'Ingress', ingressRef.name, {
      spec: { rules: [{ host: HOST, http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: apex, port: { number: port } } } }] } }] },
    })] : [],
    ...routeRef ? [named(routeRef.apiVersion, routeRef.kind, routeRef.name, {
      spec: { http: [{ name: 'app', match: { hosts: [HOST], paths: ['/*'] }, backends: [{ serviceName: apex, servicePort: port }] }] },
    })] : [],
    ...upstreamRef ? [named(upstreamRef.apiVersion, upstreamRef.kind, upstreamRef.name, {
      spec: { static: { hosts: [{ addr: HOST, port: 80 }] } },
    }, upstreamRef.namespace)] : [],
    ...autoscalerRef ? [scalerOf(autoscalerRef, targetRef, named)] : [],
    ...(analysis.metrics ?? []).filter(({ templateRef }: Fields) => templateRef).map(({ templateRef: { name, namespace } }: Fields) =>
      named('flagger.app/v1beta1', 'MetricTemplate', name, { spec: { provider: { type: 'prometheus', address: 'http://prometheus:9090' }, query: 'sum(up)' } }, namespace)),
    ...(analysis.alerts ?? []).filter(({ providerRef }: Fields) => providerRef).map(({ providerRef: { name, namespace } }: Fields) =>
      named('flagger.app/v1beta1', 'AlertProvider', name, { spec: { type: 'slack', address: ADDRESS } }, namespace)),
  ];
}

function targetOf({ apiVersion, kind, name }: Fields, service: Fields | undefined, named: Named): Fields {
  const containerPort = typeof service?.targetPort === 'number' ? service.targetPort : 9898;
  const container = { name: 'app', image: 'registry.example/app:1', ports: [{ name: typeof service?.targetPort === 'string' ? service.targetPort : 'http', containerPort }] };
  switch (kind) {
    case 'Service': return named(apiVersion ?? 'v1', kind, name, /^serving\.knative/.test(apiVersion)
      ? { spec: { template: { spec: { containers: [container] } } }, status: { latestCreatedRevisionName: `${name}-1`, latestReadyRevisionName: `${name}-1` } }
      : { spec: { selector: { app: name }, ports: [{ port: service?.port ?? 80 }] } });
    default: return named('apps/v1', kind, name, { spec: { selector: { matchLabels: { app: name } }, template: { metadata: { labels: { app: name } }, spec: { containers: [container] } } } });
  }
}

function scalerOf({ apiVersion, kind, name }: Fields, { apiVersion: its, kind: what, name: whose }: Fields, named: Named): Fields {
  return kind === 'ScaledObject'
    ? named(apiVersion ?? 'keda.sh/v1alpha1', kind, name, { spec: { scaleTargetRef: { name: whose }, triggers: [{ type: 'cpu', metadata: { value: '60' } }] } })
    : named(apiVersion ?? 'autoscaling/v2', kind, name, { spec: { scaleTargetRef: { apiVersion: its ?? 'apps/v1', kind: what, name: whose }, minReplicas: 1, maxReplicas: 4 } });
}
