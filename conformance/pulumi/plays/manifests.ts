// Stacks with manifests that were written by hand: the files of the plain resources, without a word of what has to be left alone.
import { lifeCycle } from '../life-cycle';
import type { Life } from '../life-cycle';
import type { Play } from '../play';

const written = (file: string): Pick<Life, 'engine' | 'program' | 'settings'> => ({
  engine: 'argo', program: 'manifests', settings: { files: [`conformance/pulumi/manifests/${file}.yaml`] },
});

export const plays: readonly Play[] = [
  lifeCycle({
    ...written('nginx'),
    id: 'manifests/nginx',
    why: 'hand-written manifests behind ingress-nginx survive a second up, a refresh and a preview amid a release, as components do',
  }),
  lifeCycle({
    ...written('istio'),
    id: 'manifests/istio',
    why: 'the same in a mesh of Istio, whose weights the controller writes',
  }),
  lifeCycle({
    ...written('flagger-nginx'),
    engine: 'flagger',
    id: 'manifests/flagger-nginx',
    why: 'the same with Flagger, which writes the replicas of the Deployment',
  }),
];
