import { ApiObject, App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Adopted, AdoptedKind, Analysis, BlueGreenRollout, CanaryRollout, HandOver, NginxTraffic } from 'rolloutkit';
import type { AdoptedNamedOptions, CanaryRolloutProps } from 'rolloutkit';
import { findingsOf, manifestsOf, named, synthesize } from '../render';

const containers = [{ image: 'registry.example/checkout:1', portNumber: 8080, readiness: kplus.Probe.fromTcpSocket({ port: 8080 }) }];

function deployment(chart: Chart, props: kplus.DeploymentProps = {}): kplus.Deployment {
  return new kplus.Deployment(chart, 'deployment', { metadata: { name: 'checkout' }, replicas: 4, containers, ...props });
}

/** The manifests of a chart with a Deployment and the Rollout that adopts it. */
function adopting(props: Partial<CanaryRolloutProps> = {}, ofDeployment: kplus.DeploymentProps = {}, handOver?: HandOver) {
  return manifestsOf(chart => {
    new CanaryRollout(chart, 'checkout', { adopt: Adopted.deployment(deployment(chart, ofDeployment), { handOver }), ...props });
  });
}

/** What is said of a Rollout that adopts a Deployment of this name. */
const problemsOf = (options: AdoptedNamedOptions, props: Partial<CanaryRolloutProps> = {}) =>
  findingsOf(chart => { new CanaryRollout(chart, 'checkout', { adopt: Adopted.named('checkout', options), replicas: 4, ...props }); });

const labels = { app: 'checkout' };
const ports = [{ number: 8080 }];

describe('a Deployment in the program', () => {
  test('lends its template, its selector, its number of pods and its ports', () => {
    const manifests = adopting();
    const { spec: { template, selector, replicas, workloadRef } } = named(manifests, 'Rollout', 'checkout');
    const { spec } = named(manifests, 'Deployment', 'checkout');
    expect(workloadRef).toEqual({ apiVersion: 'apps/v1', kind: 'Deployment', name: 'checkout', scaleDown: 'progressively' });
    expect({ template, selector, replicas }).toEqual({ template: undefined, selector: spec.selector, replicas: 4 });
    expect(named(manifests, 'Service', 'checkout-canary').spec).toMatchObject({ selector: spec.selector.matchLabels, ports: [{ port: 8080, targetPort: 8080 }] });
  });

  test.each<[string, HandOver, string]>([
    ['progressively', HandOver.progressively(), 'progressively'],
    ['on success', HandOver.onSuccess(), 'onsuccess'],
    ['never', HandOver.never(), 'never'],
  ])('is handed over %s', (_, handOver, word) => {
    expect(named(adopting({ replicas: 4 }, {}, handOver), 'Rollout', 'checkout').spec.workloadRef.scaleDown).toBe(word);
  });

  test('keeps the Service it has, and the rollout writes the other one', () => {
    const manifests = manifestsOf(chart => {
      new BlueGreenRollout(chart, 'checkout', { adopt: Adopted.deployment(deployment(chart)), services: { active: 'checkout' } });
    });
    expect(manifests.filter(({ kind }) => kind === 'Service').map(({ metadata }) => metadata.name)).toEqual(['checkout-preview']);
    expect(named(manifests, 'Rollout', 'checkout').spec.strategy.blueGreen).toMatchObject({ activeService: 'checkout', previewService: 'checkout-preview' });
  });

  test('is told by a warning that its number of pods must not stay', () => {
    const { words } = synthesize(chart => { new CanaryRollout(chart, 'checkout', { adopt: Adopted.deployment(deployment(chart)) }); });
    expect(words).toMatch(/^warning {2}Deployment shop\/checkout {2}spec.replicas: is right for the first apply alone, got 4: .*\(adopted-replicas\)\n$/);
  });

  test('says nothing when it has handed over', () => {
    const { words } = synthesize(chart => {
      new CanaryRollout(chart, 'checkout', { adopt: Adopted.deployment(deployment(chart, { replicas: 0 }), { handOver: HandOver.never() }), replicas: 4 });
    });
    expect(words).toBe('');
  });

  test('has queries that ask the pods of the rollout', () => {
    const manifests = adopting({ analyses: [Analysis.successRate()] });
    const [{ provider: { prometheus: { query } } }] = named(manifests, 'AnalysisTemplate', 'checkout-success-rate').spec.metrics;
    expect(query).toContain('pod=~"{{args.rollout}}-{{args.canary-hash}}-[a-z0-9]+"');
  });
});

test('what scales the rollout afterwards leaves the number that the hand-over needs', () => {
  const manifests = manifestsOf(chart => {
    const adopted = deployment(chart, { containers: [{ ...containers[0], resources: { cpu: { request: kplus.Cpu.millis(100) } } }] });
    const rollout = new CanaryRollout(chart, 'checkout', { adopt: Adopted.deployment(adopted), replicas: 6 });
    new kplus.HorizontalPodAutoscaler(chart, 'scaler', { target: rollout, minReplicas: 4, maxReplicas: 12, metrics: [kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(70))] });
  });
  expect(named(manifests, 'Rollout', 'checkout').spec.replicas).toBe(6);
});

describe('a workload that is written elsewhere', () => {
  test('is found by its name', () => {
    const manifests = manifestsOf(chart => {
      new CanaryRollout(chart, 'till', { adopt: Adopted.named('checkout', { labels, ports }), replicas: 4 });
    });
    const { spec } = named(manifests, 'Rollout', 'till');
    expect(spec).toMatchObject({ selector: { matchLabels: labels }, workloadRef: { name: 'checkout', scaleDown: 'progressively' }, replicas: 4 });
    expect(named(manifests, 'Service', 'till').spec).toMatchObject({ selector: labels, ports: [{ port: 8080 }] });
  });

  test('without labels leaves the selector to the controller, and without ports has no Services', () => {
    const manifests = manifestsOf(chart => { new CanaryRollout(chart, 'checkout', { adopt: Adopted.named('checkout'), replicas: 4 }); });
    expect(manifests.map(({ kind }) => kind)).toEqual(['Rollout']);
    expect(manifests[0].spec).not.toHaveProperty('selector');
  });

  test.each([AdoptedKind.REPLICA_SET, AdoptedKind.POD_TEMPLATE])('as a %s is never scaled', kind => {
    const [{ spec }] = manifestsOf(chart => { new CanaryRollout(chart, 'checkout', { adopt: Adopted.named('checkout', { kind, labels }), replicas: 4 }); });
    expect(spec.workloadRef).toEqual({ apiVersion: kind === AdoptedKind.POD_TEMPLATE ? 'v1' : 'apps/v1', kind, name: 'checkout' });
  });
});

test('an object lends what its manifest says', () => {
  const manifests = manifestsOf(chart => {
    const object = new ApiObject(chart, 'deployment', {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'checkout' },
      spec: {
        replicas: 3,
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers: [{ name: 'main', image: 'a:1', ports: [{ containerPort: 9090, name: 'http' }], readinessProbe: { tcpSocket: { port: 9090 } } }] } },
      },
    });
    new CanaryRollout(chart, 'checkout', { adopt: Adopted.apiObject(object) });
  });
  expect(named(manifests, 'Rollout', 'checkout').spec).toMatchObject({ replicas: 3, selector: { matchLabels: labels } });
  expect(named(manifests, 'Service', 'checkout').spec).toMatchObject({ selector: labels, ports: [{ name: 'http', port: 9090 }] });
});

test('pods that had other labels before the rollout keep them', () => {
  const selector = { [kplus.Pod.ADDRESS_LABEL]: 'shop-deployment-c8', app: 'checkout' };
  const { spec } = named(manifestsOf(chart => { new CanaryRollout(chart, 'checkout', { containers, selector }); }), 'Rollout', 'checkout');
  expect([spec.selector.matchLabels, spec.template.metadata.labels]).toEqual([selector, selector]);
});

describe('fails on', () => {
  const object = (kind: string, apiVersion = 'apps/v1') => new ApiObject(new Chart(new App(), 'shop'), 'object', { apiVersion, kind, metadata: { name: 'checkout' } });

  test.each([
    ['StatefulSet', 'apps/v1', /^Adopted.apiObject: apiObject: must be a Deployment, a ReplicaSet or a PodTemplate, got StatefulSet checkout; leave it as it is and let its updateStrategy.rollingUpdate.partition /],
    ['CronJob', 'batch/v1', /got CronJob checkout; leave it as it is, since /],
    ['Deployment', 'example.com/v1', /got Deployment checkout; adopt what holds the template of its pods$/],
  ])('a %s of %s, in one sentence', (kind, apiVersion, message) => {
    expect(() => Adopted.apiObject(object(kind, apiVersion))).toThrow(message);
  });

  test('a DaemonSet, which Flagger alone can take over', () => {
    const adopt = Adopted.named('checkout', { kind: AdoptedKind.DAEMON_SET, labels: { app: 'checkout' }, ports: [{ number: 8080 }] });
    expect(findingsOf(chart => { new CanaryRollout(chart, 'checkout', { adopt, replicas: 3 }); })).toEqual(expect.arrayContaining([expect.stringContaining(
      'adopt: must be a Deployment, a ReplicaSet or a PodTemplate for Argo Rollouts, got DaemonSet checkout; leave it as it is with its own rolling update, since',
    )]));
  });

  test.each<[string, () => unknown, RegExp]>([
    ['a name that no object can have', () => Adopted.named('Checkout'), /name: must be the name of a Deployment, got "Checkout"/],
    ['a PodTemplate without labels', () => Adopted.named('checkout', { kind: AdoptedKind.POD_TEMPLATE }), /labels: must be given for a PodTemplate/],
    ['no labels at all', () => Adopted.named('checkout', { labels: {} }), /labels: must hold a label, got none/],
    ['a port that there is not', () => Adopted.named('checkout', { ports: [{ number: 0 }] }), /ports\[0\].number: must be a whole number from 1 to 65535, got 0/],
    [
      'a hand-over of what nothing scales',
      () => Adopted.named('checkout', { kind: AdoptedKind.REPLICA_SET, handOver: HandOver.onSuccess() }),
      /handOver: must not be given for a ReplicaSet, since the controller scales down nothing but Deployments; leave it out, and scale the ReplicaSet to 0/,
    ],
  ])('%s', (_, make, message) => { expect(make).toThrow(message); });

  test('what belongs to the pods, at once and beside each other', () => {
    expect(problemsOf({}, { containers, terminationGracePeriod: undefined, hostNetwork: true })).toEqual([
      expect.stringMatching(/containers: must not be given beside adopt, which takes the pods of Deployment checkout; say it there, or drop adopt /),
      expect.stringMatching(/hostNetwork: must not be given beside adopt/),
    ]);
  });

  test('a container that is added later, which would be written nowhere', () => {
    expect(findingsOf(chart => {
      const rollout = new CanaryRollout(chart, 'checkout', { adopt: Adopted.named('checkout'), replicas: 4 });
      rollout.addContainer(containers[0]);
    })).toEqual([expect.stringMatching(/addContainer: does nothing beside adopt, .*; call it on that workload$/)]);
  });

  test.each<[string, AdoptedNamedOptions, Partial<CanaryRolloutProps>, RegExp]>([
    ['no number of pods for a hand-over', {}, { replicas: undefined }, /replicas: must be given beside adopt, since the hand-over leaves that many pods/],
    ['no number of pods without one', { handOver: HandOver.never() }, { replicas: undefined }, /replicas: must be given beside adopt without a hand-over/],
    ['a router without a port', { labels }, { traffic: new NginxTraffic({ hosts: ['shop.example.com'] }) }, /adopt: must have a port, since nginx sends requests to it, got Deployment checkout without one; write ports: /],
    ['Services without labels', { ports }, {}, /adopt: must have labels, by which the Services of the rollout find the pods/],
    ['another selector beside it', { labels }, { selector: { app: 'till' } }, /selector: must not be given beside adopt/],
  ])('%s', (_, options, props, message) => {
    expect(problemsOf(options, props)).toEqual([expect.stringMatching(message)]);
  });

  test('a Deployment of another namespace', () => {
    expect(findingsOf(chart => {
      new CanaryRollout(chart, 'checkout', { adopt: Adopted.deployment(deployment(chart, { metadata: { name: 'checkout', namespace: 'market' } })) });
    })).toContainEqual(expect.stringMatching(/adopt: must be in the namespace of the rollout, "shop", got Deployment checkout in "market"; move the rollout there$/));
  });

  test('a selector without labels', () => {
    expect(findingsOf(chart => { new CanaryRollout(chart, 'checkout', { containers, selector: {} }); })[0]).toMatch(/selector: must hold a label, got none/);
  });
});
