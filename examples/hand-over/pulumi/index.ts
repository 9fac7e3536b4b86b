import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { CanaryRollout } from 'rolloutkit/pulumi';

const step = new pulumi.Config().requireNumber('step', { min: 1, max: 4 });

const namespace = 'shop';
const labels = { app: 'checkout' };
const template = {
  metadata: { labels },
  spec: {
    containers: [{
      name: 'main',
      image: 'registry.example/checkout:1.4.2',
      ports: [{ containerPort: 8080 }],
      readinessProbe: { tcpSocket: { port: 8080 } },
    }],
  },
};
const analyses = [{ successRate: { atLeast: 99 } }, { latency: {} }];

// In all four steps: were it handed to the Rollout in the last one, Pulumi would make it anew there, under a name that is taken.
const service = new k8s.core.v1.Service('checkout', {
  metadata: { name: 'checkout', namespace },
  spec: { type: 'ClusterIP', selector: labels, ports: [{ port: 8080, targetPort: 8080 }] },
});

function deployment(replicas: number, opts: pulumi.CustomResourceOptions = {}): k8s.apps.v1.Deployment {
  return new k8s.apps.v1.Deployment('checkout', {
    metadata: { name: 'checkout', namespace },
    spec: { replicas, selector: { matchLabels: labels }, template },
  }, opts);
}
const adopt = { name: 'checkout', labels, ports: [{ number: 8080 }] };
const release = { namespace, services: { stable: 'checkout' }, replicas: 5, analyses };

switch (step) {
  // 1: a Deployment and its Service, as there are many.
  case 1:
    deployment(5);
    break;

  // 2: a Rollout takes its pods over, one by one, and no later `pulumi up` brings them back.
  case 2:
    new CanaryRollout('checkout', { ...release, adopt }, { dependsOn: [deployment(5, { ignoreChanges: ['spec.replicas'] }), service] });
    break;

  // 3: the Deployment has no pods any more, and keeps the template. It can stay like this.
  case 3:
    new CanaryRollout('checkout', { ...release, adopt: { ...adopt, handOver: { never: true } } }, { dependsOn: [deployment(0), service] });
    break;

  // 4: the Rollout has the template itself, and knows its pods by the label that they have.
  default:
    new CanaryRollout('checkout', { ...release, template, selector: labels }, { dependsOn: service });
}
