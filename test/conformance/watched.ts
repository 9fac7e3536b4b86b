import type { Api, WatchEvent } from '../../conformance/harness/api';
import type { Engine } from '../../conformance/harness/lab';
import type { Fields, KubeObject } from '../../conformance/harness/objects';
import { Recorder } from '../../conformance/harness/trace';
import type { Trace } from '../../conformance/harness/trace';

const HASH = 'rollouts-pod-template-hash';

type See = (type: WatchEvent, object: KubeObject) => void;

/** A recorder whose watches are fed by hand with what the API server would send. Time is the test's own. */
export class Watched {
  readonly recorder: Recorder;
  readonly trace: Trace;
  private readonly watches = new Map<string, See>();

  constructor(engine: Engine = 'argo') {
    const api = { watch: (kind: string, see: See) => { this.watches.set(kind, see); } };
    this.recorder = new Recorder(api as unknown as Api, [engine]);
    this.trace = this.recorder.open('shop', engine);
  }

  send(...objects: readonly KubeObject[]): this {
    for (const one of objects) this.tell('MODIFIED', one);
    return this;
  }

  tell(type: WatchEvent, told: KubeObject): void {
    this.watches.get(told.kind)!(type, told);
  }

  wait(seconds: number): this {
    jest.advanceTimersByTime(seconds * 1000);
    return this;
  }
}

function object(kind: string, name: string, fields: Fields, metadata: Fields = {}): KubeObject {
  return { apiVersion: 'v1', kind, ...fields, metadata: { name, namespace: 'shop', ...metadata } };
}

const labels = (hash: string | undefined) => hash === undefined ? {} : { labels: { [HASH]: hash } };

/** Of five pods; its status is the controller's answer to the manifest as it is. */
export function rollout(status: Fields, spec: Fields = {}): KubeObject {
  const steps = [{ setWeight: 20 }, { pause: { duration: 10 } }, { setWeight: 50 }, { pause: {} }];
  return object('Rollout', 'shop', {
    spec: { replicas: 5, strategy: { canary: { steps } }, ...spec }, status: { observedGeneration: '3', stableRS: 'old', ...status },
  }, { generation: 3 });
}

/** Of pods whose environment is a ConfigMap, if one is named. */
export function replicaSet(hash: string | undefined, ready: number, config?: string): KubeObject {
  const template = config === undefined ? {} : { template: { spec: { containers: [{ envFrom: [{ configMapRef: { name: config } }] }] } } };
  return object('ReplicaSet', `shop-${hash}`, { spec: { replicas: ready, ...template }, status: { readyReplicas: ready } }, labels(hash));
}

/** A version of a configuration. */
export function configMap(name: string): KubeObject {
  return object('ConfigMap', name, { immutable: true });
}

export function pod(name: string, hash: string, isReady: boolean, metadata: Fields = {}): KubeObject {
  const conditions = [{ type: 'PodScheduled', status: 'True' }, { type: 'Ready', status: isReady ? 'True' : 'False' }];
  return object('Pod', name, { status: { conditions } }, { ...labels(hash), ...metadata });
}

export interface Measured {
  readonly name: string;
  readonly phase?: string;
  readonly failed?: number;
  readonly successful?: number;
  readonly measurements?: readonly Fields[];
}

export function analysisRun(type: string, phase: string | undefined, metrics: readonly Measured[] = [], name = `shop-${type}`): KubeObject {
  return object('AnalysisRun', name, {
    spec: { metrics: metrics.map(metric => ({ name: metric.name })) },
    ...phase && { status: { phase, metricResults: metrics.filter(metric => metric.phase) } },
  }, { labels: { 'rollout-type': type, [HASH]: 'new' } });
}

export function service(name: string, hash?: string): KubeObject {
  return object('Service', name, { spec: { selector: { app: 'shop', ...hash && { [HASH]: hash } } } });
}

/** A PodDisruptionBudget as the disruption controller has looked at it. */
export function budget(name: string, mayGo: number, of: number): KubeObject {
  return object('PodDisruptionBudget', name, { spec: {}, status: { disruptionsAllowed: mayGo, expectedPods: of } });
}

export function ingress(weight?: number): KubeObject {
  return object('Ingress', 'shop-canary', {}, weight === undefined ? {} : { annotations: { 'nginx.ingress.kubernetes.io/canary-weight': `${weight}` } });
}

/** Its last route has the weights. */
export function virtualService(weight: number, ...added: readonly Fields[]): KubeObject {
  const route = [{ destination: { host: 'shop' }, weight: 100 - weight }, { destination: { host: 'shop', subset: 'canary' }, weight }];
  return object('VirtualService', 'shop', { spec: { http: [...added, { name: 'shop', route }] } });
}

/** Its last rule has the weights. */
export function httpRoute(weight: number, ...added: readonly Fields[]): KubeObject {
  const backendRefs = [{ name: 'shop', weight: 100 - weight }, { name: 'shop-canary', weight }];
  return object('HTTPRoute', 'shop', { spec: { rules: [...added, { backendRefs }] } });
}

export function destinationRule(subsets: Readonly<Record<string, string | undefined>>): KubeObject {
  return object('DestinationRule', 'shop', {
    spec: { subsets: Object.entries(subsets).map(([name, hash]) => ({ name, ...hash && { labels: { [HASH]: hash } } })) },
  });
}

export function event(message: string, kind = 'Rollout'): KubeObject {
  return object('Event', `shop.${message}`, { involvedObject: { kind }, reason: 'Told', message, count: 1 });
}

export function canary(status: Fields | undefined): KubeObject {
  return object('Canary', 'shop', { spec: {}, ...status && { status } });
}

export function deployment(name: string, tag: string, ready: number): KubeObject {
  const containers = [{ name: 'main', image: `registry.example/shop:${tag}` }];
  return object('Deployment', name, { spec: { replicas: ready, template: { spec: { containers } } }, status: { readyReplicas: ready } });
}

/** The names that an error says there are. */
export function namesIn(fail: () => unknown): string[] {
  try {
    fail();
  } catch (error) {
    return (error as Error).message.split('there are ')[1]!.split(', ').sort();
  }
  throw new Error('expected an error');
}
