// A client for the API server: requests over kept connections, and watches.
import type { ClientRequest } from 'node:http';
import { Agent, request } from 'node:https';
import type { RequestOptions } from 'node:https';
import type { Fields, KubeObject } from './objects';

/** What Knative calls a Service as well. */
export const KNATIVE_SERVICE = 'KnativeService';
/** What Gloo calls a VirtualService as well. */
const GLOO_VIRTUAL_SERVICE = 'GlooVirtualService';

/** Where objects of a kind are found. Only kinds that scenarios use. */
const PLACES: Readonly<Record<string, readonly [version: string, plural: string, scope?: 'cluster']>> = {
  Namespace: ['api/v1', 'namespaces', 'cluster'],
  Node: ['api/v1', 'nodes', 'cluster'],
  Service: ['api/v1', 'services'],
  Secret: ['api/v1', 'secrets'],
  ConfigMap: ['api/v1', 'configmaps'],
  Pod: ['api/v1', 'pods'],
  Event: ['api/v1', 'events'],
  Deployment: ['apis/apps/v1', 'deployments'],
  DaemonSet: ['apis/apps/v1', 'daemonsets'],
  ReplicaSet: ['apis/apps/v1', 'replicasets'],
  HorizontalPodAutoscaler: ['apis/autoscaling/v2', 'horizontalpodautoscalers'],
  PodDisruptionBudget: ['apis/policy/v1', 'poddisruptionbudgets'],
  Ingress: ['apis/networking.k8s.io/v1', 'ingresses'],
  CustomResourceDefinition: ['apis/apiextensions.k8s.io/v1', 'customresourcedefinitions', 'cluster'],
  VirtualService: ['apis/networking.istio.io/v1', 'virtualservices'],
  DestinationRule: ['apis/networking.istio.io/v1', 'destinationrules'],
  HTTPRoute: ['apis/gateway.networking.k8s.io/v1', 'httproutes'],
  GRPCRoute: ['apis/gateway.networking.k8s.io/v1', 'grpcroutes'],
  TLSRoute: ['apis/gateway.networking.k8s.io/v1alpha2', 'tlsroutes'],
  TCPRoute: ['apis/gateway.networking.k8s.io/v1alpha2', 'tcproutes'],
  ReferenceGrant: ['apis/gateway.networking.k8s.io/v1beta1', 'referencegrants'],
  TraefikService: ['apis/traefik.io/v1alpha1', 'traefikservices'],
  IngressRoute: ['apis/traefik.io/v1alpha1', 'ingressroutes'],
  ApisixRoute: ['apis/apisix.apache.org/v2', 'apisixroutes'],
  Mapping: ['apis/getambassador.io/v2', 'mappings'],
  HTTPProxy: ['apis/projectcontour.io/v1', 'httpproxies'],
  Route: ['apis/route.openshift.io/v1', 'routes'],
  TrafficRoute: ['apis/kuma.io/v1alpha1', 'trafficroutes', 'cluster'],
  TrafficSplit: ['apis/split.smi-spec.io/v1alpha1', 'trafficsplits'],
  RouteTable: ['apis/gateway.solo.io/v1', 'routetables'],
  [GLOO_VIRTUAL_SERVICE]: ['apis/gateway.solo.io/v1', 'virtualservices'],
  Upstream: ['apis/gloo.solo.io/v1', 'upstreams'],
  [KNATIVE_SERVICE]: ['apis/serving.knative.dev/v1', 'services'],
  Revision: ['apis/serving.knative.dev/v1', 'revisions'],
  Rollout: ['apis/argoproj.io/v1alpha1', 'rollouts'],
  Experiment: ['apis/argoproj.io/v1alpha1', 'experiments'],
  AnalysisRun: ['apis/argoproj.io/v1alpha1', 'analysisruns'],
  AnalysisTemplate: ['apis/argoproj.io/v1alpha1', 'analysistemplates'],
  ClusterAnalysisTemplate: ['apis/argoproj.io/v1alpha1', 'clusteranalysistemplates', 'cluster'],
  Canary: ['apis/flagger.app/v1beta1', 'canaries'],
  MetricTemplate: ['apis/flagger.app/v1beta1', 'metrictemplates'],
  AlertProvider: ['apis/flagger.app/v1beta1', 'alertproviders'],
};

export type WatchEvent = 'ADDED' | 'MODIFIED' | 'DELETED';

/** What the server refused, with its own words. */
class Refused extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

export class Api {
  private readonly agent = new Agent({ keepAlive: true });
  private readonly options: RequestOptions;
  private readonly watches = new Set<ClientRequest>();
  private closed = false;

  constructor({ port, token, ca }: { port: number; token: string; ca: Buffer }) {
    this.options = { host: '127.0.0.1', port, ca, headers: { authorization: `Bearer ${token}` } };
  }

  get(kind: string, namespace?: string, name?: string): Promise<Fields> {
    return this.send('GET', pathOf(kind, namespace, name));
  }

  /** Creates an object as strictly as the server can: a field it does not know is an error. With `dryRun` it only judges. */
  create(object: KubeObject, { dryRun = false } = {}): Promise<Fields> {
    const query = `fieldValidation=Strict${dryRun ? '&dryRun=All' : ''}`;
    return this.send('POST', `${pathOf(kindOf(object), object.metadata.namespace)}?${query}`, object);
  }

  createYaml(kind: string, yaml: string): Promise<Fields> {
    return this.send('POST', pathOf(kind), yaml, 'application/yaml');
  }

  /** Merges into an object; `part` is "status" for what only the subresource may write, and "scale" for what an autoscaler writes. */
  merge(kind: string, namespace: string, name: string, patch: Fields, part?: 'status' | 'scale'): Promise<Fields> {
    return this.send('PATCH', pathOf(kind, namespace, name) + (part ? `/${part}` : ''), patch, 'application/merge-patch+json');
  }

  delete(kind: string, namespace: string | undefined, name: string): Promise<Fields> {
    return this.send('DELETE', pathOf(kind, namespace, name));
  }

  /** Whether a plain path answers with 200; false as well while nobody listens. */
  answers(path: string): Promise<boolean> {
    return this.send('GET', path).then(() => true, () => false);
  }

  private async send(method: string, path: string, body?: Fields | string, type = 'application/json'): Promise<Fields> {
    const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
    const headers = { ...this.options.headers, accept: 'application/json', ...text === undefined ? {} : { 'content-type': type } };
    const { status, data } = await new Promise<{ status: number; data: string }>((resolve, reject) => {
      const sent = request({ ...this.options, agent: this.agent, method, path: `/${path}`, headers }, response => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode!, data: Buffer.concat(chunks).toString() }));
      });
      sent.on('error', reject).end(text);
    });
    if (status >= 300) throw new Refused(status, `${method} /${path}: ${status} ${messageOf(data)}`);
    return data.startsWith('{') ? JSON.parse(data) as Fields : { text: data };
  }

  /** Calls `see` for every object of a kind, in all namespaces, now and whenever one changes. */
  watch(kind: string, see: (type: WatchEvent, object: KubeObject) => void): void {
    const open = (): void => {
      let over = false;
      const again = (): void => {
        if (over) return;
        over = true;
        this.watches.delete(sent);
        // The server ends every watch after some minutes. The next begins by telling of every object once more.
        if (!this.closed) setTimeout(open, 100);
      };
      const sent = request({ ...this.options, agent: false, path: `/${pathOf(kind)}?watch=1` }, response => {
        // Right after a definition is served, its store may still be opening: 429, to be asked again.
        if (response.statusCode !== 200) {
          response.resume().on('close', again);
          return;
        }
        let rest = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          const lines = (rest + chunk).split('\n');
          rest = lines.pop()!;
          for (const line of lines) {
            const { type, object } = JSON.parse(line) as { type: string; object: KubeObject };
            if (type !== 'ERROR' && type !== 'BOOKMARK') see(type as WatchEvent, object);
          }
        }).on('error', again).on('close', again);
      });
      sent.on('error', again).end();
      this.watches.add(sent);
    };
    open();
  }

  close(): void {
    this.closed = true;
    for (const watch of this.watches) watch.destroy();
    this.agent.destroy();
  }
}

/** As it is called here, where no two kinds have one name. */
export function kindOf({ apiVersion, kind }: Pick<KubeObject, 'apiVersion' | 'kind'>): string {
  if (kind === 'VirtualService' && apiVersion.startsWith('gateway.solo.io/')) return GLOO_VIRTUAL_SERVICE;
  return kind === 'Service' && apiVersion.startsWith('serving.knative.dev/') ? KNATIVE_SERVICE : kind;
}

function pathOf(kind: string, namespace?: string, name?: string): string {
  const place = PLACES[kind];
  if (!place) throw new Error(`the lab does not know where a ${kind} lives: add it to conformance/harness/api.ts`);
  const [version, plural, scope] = place;
  const within = namespace && scope !== 'cluster' ? `namespaces/${namespace}/` : '';
  return `${version}/${within}${plural}${name ? `/${name}` : ''}`;
}

function messageOf(data: string): string {
  try {
    return (JSON.parse(data) as { message: string }).message;
  } catch {
    return data.slice(0, 300);
  }
}
