// Releases as components of the library, by name.
import type { ResourceTransform } from '@pulumi/pulumi';
import { ABTestRollout, BlueGreenRollout, CanaryRollout } from 'rolloutkit/pulumi';
import type { ABTestRolloutArgs, CanaryRolloutArgs } from 'rolloutkit/pulumi';
import type { Fields } from '../../harness/objects';
import { ALL, isOn } from '../settings';
import type { Settings } from '../settings';

type Told = Omit<CanaryRolloutArgs, 'template'>;

/** It goes on when it is told to. */
const canary: Told = { replicas: 4, ramp: { of: [{ at: 25, approval: true }, { at: 50, approval: true }] } };
const hosts = ['shop.example.com'];

const RELEASES: Readonly<Record<string, Told>> = {
  'pods': canary,
  'nginx': { ...canary, traffic: { nginx: { hosts } } },
  'istio': { ...canary, traffic: { istio: { hosts, gateway: 'public' } } },
  'istio-forced': { ...canary, traffic: { istio: { hosts, gateway: 'public' } }, controllerOwnedFields: 'force' },
  'istio-subsets': { ...canary, traffic: { istio: { hosts, gateway: 'public', subsets: true } } },
  'autoscaled': { ...canary, replicas: undefined, scaling: { hpa: { min: 4, max: 12 } }, traffic: { nginx: { hosts } } },
  'scaled-by-others': { ...canary, replicas: undefined, scaling: { external: { min: 4, max: 12 } } },
  'timed': { replicas: 4, ramp: { stages: [25, 50], hold: '3s' } },
  'flagger-nginx': {
    replicas: 2,
    ramp: { stages: [25, 50], hold: '1m' },
    traffic: { nginx: { hosts } },
    controller: { flagger: { interval: '1m' } },
  },
};

export function program({ release, namespace, image, label, wait }: Settings): void {
  const common = {
    namespace,
    template: templateOf(image, release === 'timed' ? { 'lab/after': '3s' } : undefined),
    ...label?.on === ALL && { labels: { note: label.value } },
    ...wait && { wait },
  };
  const options = { transforms: [faster, labelled(label)] };
  if (release === 'blue-green') new BlueGreenRollout('shop', { ...common, replicas: 2, promotion: { manual: true } }, options);
  else if (release === 'flagger-ab-test') new ABTestRollout('shop', { ...common, ...test }, options);
  else new CanaryRollout('shop', { ...RELEASES[release!]!, ...common }, options);
}

/** Ten looks at those who send the header. */
const test: Pick<ABTestRolloutArgs, 'replicas' | 'traffic' | 'audience' | 'duration' | 'controller'> = {
  replicas: 2,
  traffic: { nginx: { hosts } },
  audience: { header: { name: 'x-team', isExactly: 'beta' } },
  duration: '10m',
  controller: { flagger: { interval: '1m' } },
};

/** @param annotations how the pods fare: those of a release that is waited for take as long as real ones to get ready */
function templateOf(image: string, annotations: Fields | undefined): Fields {
  const ports = [{ containerPort: 8080 }];
  const container = { name: 'main', image, ports, readinessProbe: { tcpSocket: { port: 8080 } }, resources: { requests: { cpu: '250m' } } };
  return { ...annotations && { metadata: { annotations } }, spec: { containers: [container] } };
}

/** The shortest interval that the Flagger of the lab takes. */
const faster: ResourceTransform = ({ props, opts }) => {
  const { kind, spec } = props as Fields;
  return kind === 'Canary' ? { props: { ...props, spec: { ...spec, analysis: { ...spec.analysis, interval: '1s' } } }, opts } : undefined;
};

function labelled(label: Settings['label']): ResourceTransform {
  return ({ props, opts, type }) => {
    const { metadata } = props as Fields;
    const kind = type.split(':').at(-1)!;
    if (label?.on === ALL || !metadata || !isOn(label, `${kind}/${metadata.name}`)) return undefined;
    return { props: { ...props, metadata: { ...metadata, labels: { ...metadata.labels, note: label!.value } } }, opts };
  };
}
