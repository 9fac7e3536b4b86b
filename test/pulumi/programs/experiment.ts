import { Provider } from '@pulumi/kubernetes';
import { secret } from '@pulumi/pulumi';
import { Experiment } from 'rolloutkit/pulumi';
import type { ExperimentArgs } from 'rolloutkit/pulumi';

const changes: Readonly<Record<string, Partial<ExperimentArgs>>> = {
  'nothing': {},
  'its labels': { labels: { team: 'shop' } },
  'how long it is kept': { scaleDownDelay: '10m' },
  'its end by hand': { terminate: true },
  'an image': { variants: [variant('1.6.0')] },
  'its length': { duration: '1h' },
  'a question': { analyses: [{ analysis: { errorRate: { atMost: 2 } } }] },
  'the wait for its pods': { wait: 'created' },
  'the wait for its end': { wait: 'finished', waiting: { context: 'the wait for its end' } },
  'a secret': { variants: [variant('1.5.0', 'psst')] },
};

// The same experiment before and after each change, in a cluster of its own.
for (const [changed, more] of Object.entries(changes)) {
  new Experiment(changed, {
    name: 'compare',
    namespace: 'shop',
    duration: '30m',
    variants: [variant('1.5.0')],
    analyses: [{ analysis: { errorRate: { atMost: 1 } } }],
    ...more,
  }, { provider: new Provider(changed, { context: changed }) });
}

function variant(version: string, token = 'hush'): ExperimentArgs['variants'][number] {
  const env = [{ name: 'TOKEN', value: secret(token) }];
  return { name: 'canary', template: { spec: { containers: [{ name: 'main', image: `registry.example/checkout:${version}`, env, ports: [{ containerPort: 8080 }] }] } } };
}
