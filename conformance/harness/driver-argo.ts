// Argo Rollouts: one controller for all scenarios.
import { commonCommands, otherImage } from './drivers';
import type { Driver } from './drivers';
import type { KubeObject } from './objects';

export const argoDriver: Driver = {
  subject: 'Rollout',
  atRest: { phase: 'Healthy', promoted: true },
  template: objects => rolloutIn(objects).spec.template,
  shortestInterval: () => 1,
  commands: (stage, objects) => {
    const { lab: { api }, namespace, scenario } = stage;
    const { metadata: { name }, spec: { template } } = rolloutIn(objects);
    const status = (change: object): Promise<unknown> => api.merge('Rollout', namespace, name, { status: change }, 'status');
    return {
      ...commonCommands(stage),
      image: tag => {
        otherImage(template, tag);
        const { containers } = template.spec;
        return api.merge('Rollout', namespace, name, { spec: { template: { metadata: { annotations: scenario.next }, spec: { containers } } } });
      },
      pause: () => api.merge('Rollout', namespace, name, { spec: { paused: true } }),
      resume: () => api.merge('Rollout', namespace, name, { spec: { paused: false } }),
      promote: () => status({ pauseConditions: null }),
      abort: () => status({ abort: true }),
    };
  },
};

function rolloutIn(objects: readonly KubeObject[]): KubeObject {
  return objects.find(({ kind }) => kind === 'Rollout')!;
}
