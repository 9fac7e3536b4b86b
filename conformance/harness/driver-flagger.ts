// Flagger: a controller for each scenario, restricted to its namespace.
import { kindOf } from './api';
import { commonCommands, otherImage } from './drivers';
import type { Driver, Stage } from './drivers';
import type { KubeObject } from './objects';
import { freePorts, isOk, until } from './waiting';

/** Every event is told there, whole and in order; as objects of Kubernetes they are merged and overwritten. */
const EVENTS = '/events';

export const flaggerDriver: Driver = {
  subject: 'Canary',
  atRest: { phase: 'Initialized' },
  template: objects => targetIn(objects).spec.template,
  shortestInterval: ({ stock }) => stock ? 10 : 1,
  start: startFlagger,
  commands: (stage, objects) => {
    const { lab: { api }, namespace, scenario } = stage;
    const canary = canaryIn(objects);
    const target = targetIn(objects);
    const { metadata: { name }, spec: { template } } = target;
    const suspend = (so: boolean): Promise<unknown> => api.merge('Canary', namespace, canary.metadata.name, { spec: { suspend: so } });
    const cannot = (what: string) => () => { throw new Error(`Flagger has no way to ${what}: let a hook answer`); };
    return {
      ...commonCommands(stage),
      image: tag => {
        otherImage(template, tag);
        scenario.release?.(template.spec);
        const { containers } = template.spec;
        return api.merge(kindOf(target), namespace, name, { spec: { template: { metadata: { annotations: scenario.next }, spec: { containers } } } });
      },
      change: spec => api.merge('Canary', namespace, canary.metadata.name, { spec }),
      pause: () => suspend(true),
      resume: () => suspend(false),
      promote: cannot('promote'),
      abort: cannot('abort'),
    };
  },
};

function canaryIn(objects: readonly KubeObject[]): KubeObject {
  return objects.find(({ kind }) => kind === 'Canary')!;
}

function targetIn(objects: readonly KubeObject[]): KubeObject {
  const { targetRef } = canaryIn(objects).spec;
  return objects.find(({ kind, metadata }) => kind === targetRef.kind && metadata.name === targetRef.name)!;
}

async function startFlagger({ lab: { children, binaries, kubeconfig }, namespace, metrics, receiver, scenario, stops }: Stage): Promise<void> {
  receiver.set({ [EVENTS]: 200 });
  const [port] = await freePorts(1) as [number];
  const binary = scenario.stock ? binaries.flagger : binaries['flagger-fast'];
  // The port is open on all interfaces; it has no option for the address.
  const child = children.program(`flagger-${namespace}`, binary, '-kubeconfig', kubeconfig, '-namespace', namespace, '-mesh-provider', 'kubernetes',
    '-metrics-server', metrics.address, '-port', `${port}`, '-control-loop-interval', '1s', '-kubeconfig-qps', '500', '-kubeconfig-burst', '1000',
    '-event-webhook', `${receiver.address}${EVENTS}`, '-log-level', 'warn');
  stops.push(() => child.stop());
  await until('Flagger is healthy', () => isOk(port, '/healthz'), { check: () => children.check() });
}
