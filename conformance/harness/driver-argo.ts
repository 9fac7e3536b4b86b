// Argo Rollouts: one controller for all scenarios.
import { commonCommands, otherImage } from './drivers';
import type { Driver } from './drivers';
import type { KubeObject } from './objects';

export const argoDriver: Driver = {
  subject: 'Rollout',
  atRest: { phase: 'Healthy', promoted: true },
  template: objects => lenderIn(objects).spec.template,
  shortestInterval: () => 1,
  commands: (stage, objects) => {
    const { lab: { api }, namespace, scenario } = stage;
    const { metadata: { name } } = rolloutIn(objects);
    const lender = lenderIn(objects);
    const { template } = lender.spec;
    const status = (change: object): Promise<unknown> => api.merge('Rollout', namespace, name, { status: change }, 'status');
    return {
      ...commonCommands(stage),
      image: tag => {
        otherImage(template, tag);
        scenario.release?.(template.spec);
        const { containers } = template.spec;
        const change = { metadata: { annotations: scenario.next }, spec: { containers } };
        return api.merge(lender.kind, namespace, lender.metadata.name, { spec: { template: change } });
      },
      change: spec => api.merge('Rollout', namespace, name, { spec }),
      pause: () => api.merge('Rollout', namespace, name, { spec: { paused: true } }),
      resume: () => api.merge('Rollout', namespace, name, { spec: { paused: false } }),
      promote: () => status({ pauseConditions: null }),
      abort: () => status({ abort: true }),
    };
  },
};

/** Who has the pod template: the Rollout, or the workload that it adopts. */
function lenderIn(objects: readonly KubeObject[]): KubeObject {
  const rollout = rolloutIn(objects);
  const { kind, name } = rollout.spec.workloadRef ?? {};
  return objects.find(one => one.kind === kind && one.metadata.name === name) ?? rollout;
}

function rolloutIn(objects: readonly KubeObject[]): KubeObject {
  return objects.find(({ kind }) => kind === 'Rollout')!;
}
