import { HorizontalPodAutoscaler, Metric, MetricTarget } from 'cdk8s-plus-28';
import { Adopted, AdoptedKind, Analysis, Controller, DisruptionBudget, GitOps, HandOver, KnativeTraffic, NginxTraffic, QueryScope, RolloutDefaults, Scaling, Scrape } from 'rolloutkit';
import { checkout, findingsOf, manifestsOf, named, switched, synthesize } from '../render';
import type { Written } from '../render';

const traffic = new NginxTraffic({ hosts: ['shop.example.com'] });
const controller = Controller.flagger();
const kinds = (manifests: Written[]) => manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`);

describe('what is written is what Flagger does not make itself', () => {
  test('a Deployment, the Ingress, and the Canary with its questions', () => {
    expect(kinds(manifestsOf(chart => { checkout(chart, { controller, traffic, analyses: [Analysis.successRate()] }); }))).toEqual([
      'Deployment checkout', 'Ingress checkout', 'MetricTemplate checkout-success-rate', 'MetricTemplate checkout-restarts',
      'MetricTemplate checkout-out-of-memory', 'Canary checkout',
    ]);
  });

  test('the Services have their names all the same', () => {
    manifestsOf(chart => {
      const { stableService, canaryService } = checkout(chart, { controller, traffic });
      expect([stableService.name, canaryService.name, stableService.service]).toEqual(['checkout', 'checkout-canary', undefined]);
    });
  });

  test('also those of a blue-green', () => {
    manifestsOf(chart => {
      const { activeService, previewService } = switched(chart, { controller });
      expect([activeService.name, previewService.name]).toEqual(['checkout', 'checkout-canary']);
    });
  });

  test('the whole scope may have it', () => {
    const manifests = manifestsOf(chart => {
      RolloutDefaults.of(chart).use({ controller });
      checkout(chart, { traffic });
    });
    expect(kinds(manifests)).toContain('Canary checkout');
  });
});

describe('the workload', () => {
  test('is known by a label that Flagger looks for, and updated without a pod less', () => {
    const { spec } = named(manifestsOf(chart => { checkout(chart, { controller, traffic }); }), 'Deployment', 'checkout');
    expect(spec).toMatchObject({ replicas: 5, selector: { matchLabels: { 'app.kubernetes.io/name': 'checkout' } }, strategy: { rollingUpdate: { maxUnavailable: 0 } } });
  });

  test('may be a pod on every node', () => {
    const manifests = manifestsOf(chart => { checkout(chart, { controller: Controller.flagger({ daemonSet: true }), traffic }); });
    expect(named(manifests, 'DaemonSet', 'checkout').spec.replicas).toBeUndefined();
    expect(named(manifests, 'Canary', 'checkout').spec.targetRef).toEqual({ apiVersion: 'apps/v1', kind: 'DaemonSet', name: 'checkout' });
  });

  test('may be a Service of Knative, of which nothing is said that it does not take', () => {
    const manifests = manifestsOf(chart => { checkout(chart, { controller, traffic: new KnativeTraffic() }); });
    const service = manifests.find(({ apiVersion }) => apiVersion === 'serving.knative.dev/v1');
    expect(Object.keys(service.spec.template.spec).sort()).toEqual(['automountServiceAccountToken', 'containers']);
    expect(named(manifests, 'Canary', 'checkout').spec).toMatchObject({ provider: 'knative', targetRef: { kind: 'Service', name: 'checkout' } });
  });

  test('fails on what a Service of Knative does not take', () => {
    expect(findingsOf(chart => {
      checkout(chart, { controller, traffic: new KnativeTraffic(), hostNetwork: true });
    })).toEqual([expect.stringContaining('hostNetwork: cannot be had from a Service of Knative, got true; leave it out, or choose another router')]);
  });

  test('may be somebody else\'s, which is named and not written', () => {
    const manifests = manifestsOf(chart => {
      const target = checkout(chart, { containers: undefined, adopt: Adopted.named('shop', { labels: { app: 'shop' }, ports: [{ number: 8080 }] }), controller, traffic });
      expect(target.toScalingTarget()).toMatchObject({ apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop' });
    });
    expect(kinds(manifests)).toEqual(['Canary checkout', 'Ingress checkout']);
    expect(named(manifests, 'Canary', 'checkout').spec).toMatchObject({ targetRef: { kind: 'Deployment', name: 'shop' }, service: { name: 'checkout', port: 8080 } });
  });
});

describe('who scales it', () => {
  const autoscaler = (manifests: Written[]) => named(manifests, 'Canary', 'checkout').spec.autoscalerRef;

  test('an autoscaler of the rollout is written for the workload, and named in the Canary', () => {
    const manifests = manifestsOf(chart => { checkout(chart, { controller, traffic, scaling: Scaling.hpa({ min: 3, max: 9 }) }); });
    expect(named(manifests, 'HorizontalPodAutoscaler', 'checkout').spec.scaleTargetRef).toEqual({ apiVersion: 'apps/v1', kind: 'Deployment', name: 'checkout' });
    expect(autoscaler(manifests)).toEqual({ apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', name: 'checkout' });
    expect(named(manifests, 'Deployment', 'checkout').spec.replicas).toBeUndefined();
  });

  test('one of cdk8s-plus is named as well, although it comes later', () => {
    const manifests = manifestsOf(chart => {
      const target = checkout(chart, { controller, traffic });
      new HorizontalPodAutoscaler(chart, 'scaler', { metadata: { name: 'by-cpu' }, target, maxReplicas: 9, metrics: [Metric.resourceCpu(MetricTarget.averageUtilization(60))] });
    });
    expect(autoscaler(manifests)).toMatchObject({ kind: 'HorizontalPodAutoscaler', name: 'by-cpu' });
    expect(named(manifests, 'HorizontalPodAutoscaler', 'by-cpu').spec.scaleTargetRef).toEqual({ apiVersion: 'apps/v1', kind: 'Deployment', name: 'checkout' });
  });

  test('KEDA is named, and may be told otherwise for the primary', () => {
    const flagger = Controller.flagger({ primaryScaler: { minReplicas: 2, maxReplicas: 8, queries: { load: 'sum(load)' } } });
    expect(autoscaler(manifestsOf(chart => { checkout(chart, { controller: flagger, traffic, scaling: Scaling.keda('load', { min: 1, max: 5 }) }); }))).toEqual({
      apiVersion: 'keda.sh/v1alpha1', kind: 'ScaledObject', name: 'load', primaryScalerQueries: { load: 'sum(load)' }, primaryScalerReplicas: { minReplicas: 2, maxReplicas: 8 },
    });
  });
});

test('nothing is handed over, and a word says so', () => {
  const adopt = Adopted.named('shop', { handOver: HandOver.onSuccess(), labels: { app: 'shop' }, ports: [{ number: 8080 }] });
  expect(synthesize(chart => { checkout(chart, { containers: undefined, adopt, controller, traffic }); }).words).toContain('adopt: hands nothing over');
});

test('a DaemonSet can be adopted', () => {
  const adopt = Adopted.named('agent', { kind: AdoptedKind.DAEMON_SET, labels: { app: 'agent' }, ports: [{ number: 8080 }] });
  const manifests = manifestsOf(chart => { checkout(chart, { containers: undefined, adopt, controller, traffic }); });
  expect(named(manifests, 'Canary', 'checkout').spec.targetRef).toEqual({ apiVersion: 'apps/v1', kind: 'DaemonSet', name: 'agent' });
});

test('a budget is over the pods of both versions', () => {
  const manifests = manifestsOf(chart => { checkout(chart, { controller, traffic, disruptionBudget: DisruptionBudget.atMostDown(1) }); });
  expect(named(manifests, 'PodDisruptionBudget', 'checkout').spec.selector).toEqual({
    matchExpressions: [{ key: 'app.kubernetes.io/name', operator: 'In', values: ['checkout', 'checkout-primary'] }],
  });
});

test('Prometheus is told of the Services of the versions, and not of the one in front of both', () => {
  const { service } = named(manifestsOf(chart => { checkout(chart, { controller, traffic, scrape: Scrape.at() }); }), 'Canary', 'checkout').spec;
  expect(service.primary).toEqual(service.canary);
  expect(service.primary.annotations['prometheus.io/scrape']).toBe('true');
  expect(service.apex).toBeUndefined();
});

test('Argo CD has to leave the number of pods alone', () => {
  manifestsOf(chart => {
    const rollout = checkout(chart, { controller, traffic, gitOps: GitOps.argoCd() });
    expect(rollout.ignoreDifferences).toEqual(expect.arrayContaining([expect.objectContaining({ group: 'apps', kind: 'Deployment', name: 'checkout', jsonPointers: ['/spec/replicas'] })]));
  });
});

test('a question that looks beyond the canary says so in its template, and nothing is said of it', () => {
  const analyses = [Analysis.successRate({ scope: QueryScope.service() })];
  const { manifests, words } = synthesize(chart => { checkout(chart, { controller, traffic, analyses }); });
  expect(named(manifests, 'MetricTemplate', 'checkout-success-rate').metadata.annotations).toEqual({ 'rolloutkit.dev/scope': 'service' });
  expect(words).not.toContain('canary-query-scoped');
});

describe('fails', () => {
  test('to scale a pod on every node', () => {
    const scaling = Scaling.hpa({ min: 2, max: 4 });
    expect(findingsOf(chart => { checkout(chart, { controller: Controller.flagger({ daemonSet: true }), traffic, scaling }); })).toEqual([
      '[test/checkout] scaling: cannot be had of a DaemonSet, which has a pod on every node; leave it out, or release a Deployment',
    ]);
  });

  test('beside a number of pods, which the workload says', () => {
    const adopt = Adopted.named('shop', { labels: { app: 'shop' }, ports: [{ number: 8080 }] });
    expect(findingsOf(chart => { checkout(chart, { containers: undefined, adopt, replicas: 3, controller, traffic }); })).toEqual([
      expect.stringContaining('replicas: must not be given beside adopt with Flagger, which leaves their number to Deployment shop'),
    ]);
  });

  test.each([
    ['a ReplicaSet', { kind: AdoptedKind.REPLICA_SET, labels: { app: 'shop' }, ports: [{ number: 8080 }] }, 'adopt: must be a Deployment or a DaemonSet for Flagger, got ReplicaSet shop'],
  ])('to adopt %s', (_, options, said) => {
    expect(findingsOf(chart => {
      checkout(chart, { containers: undefined, adopt: Adopted.named('shop', options), controller, traffic });
    }).join('\n')).toContain(said);
  });
});
