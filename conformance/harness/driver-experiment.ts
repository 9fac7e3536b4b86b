// An Experiment of Argo Rollouts that stands by itself: nothing is released, and what it is is in it from the start.
import { commonCommands } from './drivers';
import type { Driver } from './drivers';
import type { KubeObject } from './objects';

export const experimentDriver: Driver = {
  subject: 'Experiment',
  atRest: { phase: 'Running' },
  template: objects => experimentIn(objects).spec.templates.at(-1).template,
  shortestInterval: () => 1,
  commands: (stage, objects) => {
    const { lab: { api }, namespace } = stage;
    const { metadata: { name } } = experimentIn(objects);
    const cannot = (what: string) => () => { throw new Error(`an Experiment has no way to ${what}`); };
    return {
      ...commonCommands(stage),
      image: cannot('get another version'),
      change: spec => api.merge('Experiment', namespace, name, { spec }),
      pause: cannot('pause'),
      resume: cannot('resume'),
      promote: cannot('promote'),
      abort: () => api.merge('Experiment', namespace, name, { spec: { terminate: true } }),
    };
  },
};

function experimentIn(objects: readonly KubeObject[]): KubeObject {
  return objects.find(({ kind }) => kind === 'Experiment')!;
}
