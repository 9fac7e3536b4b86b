import { Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { CanaryRollout } from 'rolloutkit';
import { checkout, findingsOf, manifestsOf, named } from '../render';
import type { Written } from '../render';

const address = 'cdk8s.io/metadata.addr';
const rollout = (manifests: Written[]) => named(manifests, 'Rollout', 'checkout');
const ofKind = (manifests: Written[], kind: string) => manifests.filter(manifest => manifest.kind === kind);

describe('a HorizontalPodAutoscaler of cdk8s-plus', () => {
  const scaled = () => manifestsOf(chart => {
    new kplus.HorizontalPodAutoscaler(chart, 'scaler', { target: checkout(chart), minReplicas: 3, maxReplicas: 10, metrics: [kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(70))] });
  });

  test('scales the Rollout by its kind and name', () => {
    expect(ofKind(scaled(), 'HorizontalPodAutoscaler')[0].spec.scaleTargetRef).toEqual({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'checkout' });
  });

  test('decides how many pods there are: the Rollout says nothing of it', () => {
    expect(rollout(scaled()).spec).not.toHaveProperty('replicas');
  });

  test('has nothing to complain of', () => {
    expect(findingsOf(chart => { new kplus.HorizontalPodAutoscaler(chart, 'scaler', { target: checkout(chart), maxReplicas: 10 }); })).toEqual([]);
  });

  test('fails beside a number of pods that was asked for, as with any workload of cdk8s-plus', () => {
    const target = (replicas?: number) => findingsOf(chart => {
      new kplus.HorizontalPodAutoscaler(chart, 'scaler', { target: checkout(chart, { replicas }), maxReplicas: 10 });
    });
    expect(target(4)).toEqual([expect.stringContaining('4')]);
  });
});

test('without an autoscaler the number of pods is written', () => {
  expect(rollout(manifestsOf(chart => { checkout(chart, { replicas: 4 }); })).spec.replicas).toBe(4);
});

describe('what cdk8s-plus does for a workload it does for a rollout', () => {
  test('volumes, init containers and environment', () => {
    const spec = rollout(manifestsOf(chart => {
      const workload = checkout(chart, { initContainers: [{ name: 'migrate', image: 'migrate:1' }] });
      const cache = kplus.Volume.fromEmptyDir(chart, 'cache', 'cache', { sizeLimit: Size.mebibytes(64) });
      workload.addVolume(cache);
      workload.containers[0].mount('/cache', cache);
      workload.containers[0].env.addVariable('MODE', kplus.EnvValue.fromValue('live'));
    })).spec.template.spec;
    expect(spec.volumes).toEqual([{ name: 'cache', emptyDir: { sizeLimit: '64Mi' } }]);
    expect(spec.initContainers).toEqual([expect.objectContaining({ name: 'migrate', image: 'migrate:1' })]);
    expect(spec.containers[0]).toMatchObject({ volumeMounts: [{ mountPath: '/cache', name: 'cache' }], env: [{ name: 'MODE', value: 'live' }] });
  });

  test('quantities print as quantities', () => {
    const resources = { cpu: { request: kplus.Cpu.millis(250), limit: kplus.Cpu.units(1) }, memory: { request: Size.mebibytes(128) } };
    const [container] = rollout(manifestsOf(chart => { checkout(chart, { containers: [{ image: 'shop:1', portNumber: 80, resources }] }); })).spec.template.spec.containers;
    expect(container.resources).toEqual({ requests: { cpu: '250m', memory: '128Mi' }, limits: { cpu: '1' } });
  });

  test('scheduling and service accounts', () => {
    const spec = rollout(manifestsOf(chart => {
      const serviceAccount = new kplus.ServiceAccount(chart, 'robot', { metadata: { name: 'robot' } });
      checkout(chart, { serviceAccount, spread: true }).scheduling.attract(kplus.Node.labeled(kplus.NodeLabelQuery.is('pool', 'web')));
    })).spec.template.spec;
    expect(spec.serviceAccountName).toBe('robot');
    expect(spec.affinity.nodeAffinity).toBeDefined();
    expect(spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution).toHaveLength(2);
  });

  test('network policies select its pods, of both versions', () => {
    const manifests = manifestsOf(chart => {
      const target = checkout(chart, { isolate: true });
      target.connections.allowFrom(new kplus.Deployment(chart, 'caller', { containers: [{ image: 'caller:1' }] }));
    });
    const labels = rollout(manifests).spec.template.metadata.labels;
    const policies = ofKind(manifests, 'NetworkPolicy').filter(({ spec }) => spec.podSelector.matchLabels[address] === labels[address]);
    expect(policies.map(({ spec }) => spec.policyTypes)).toEqual([['Egress', 'Ingress'], ['Ingress']]);
  });

  test('pod labels and annotations, whose name label may be given', () => {
    const { metadata } = rollout(manifestsOf(chart => {
      checkout(chart, { podMetadata: { labels: { tier: 'web' }, annotations: { 'prometheus.io/scrape': 'true' } } });
    })).spec.template;
    expect(metadata).toMatchObject({ labels: { 'tier': 'web', 'app.kubernetes.io/name': 'checkout' }, annotations: { 'prometheus.io/scrape': 'true' } });
  });

  test('more selectors than its own are written, and the Services follow the pods', () => {
    const { spec } = rollout(manifestsOf(chart => {
      const workload = checkout(chart, { podMetadata: { labels: { tier: 'web' } } });
      workload.select(kplus.LabelSelector.of({ labels: { tier: 'web' } }));
    }));
    expect(spec.selector).toEqual({ matchLabels: { 'app.kubernetes.io/name': 'checkout', 'tier': 'web' } });
  });

  test('metadata of its own', () => {
    const { metadata } = rollout(manifestsOf(chart => {
      checkout(chart, { metadata: { labels: { team: 'payments' }, annotations: { note: 'hello' } } }).metadata.addLabel('later', 'yes');
    }));
    expect(metadata).toEqual({ name: 'checkout', namespace: 'shop', labels: { team: 'payments', later: 'yes' }, annotations: { note: 'hello' } });
  });
});

test('it is a workload that can be scaled, by what cdk8s-plus asks for', () => {
  manifestsOf(chart => {
    const target: kplus.IScalable = checkout(chart);
    expect(target).toBeInstanceOf(CanaryRollout);
    expect(target).toBeInstanceOf(kplus.Workload);
    expect(target.toScalingTarget()).toMatchObject({ kind: 'Rollout', apiVersion: 'argoproj.io/v1alpha1', name: 'checkout' });
  });
});
