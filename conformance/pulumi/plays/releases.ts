// Stacks with components of the library, around a release.
import { lifeCycle } from '../life-cycle';
import type { Life } from '../life-cycle';
import type { Play } from '../play';

const component: Pick<Life, 'engine' | 'program'> = { engine: 'argo', program: 'components' };

export const plays: readonly Play[] = [
  lifeCycle({
    ...component,
    id: 'release/pods',
    why: 'a second up, a refresh and a preview amid a release of pods disturb neither the selectors of Services nor pods, and destroy leaves nothing',
    settings: { release: 'pods' },
  }),
  lifeCycle({
    ...component,
    id: 'release/nginx',
    why: 'the same behind ingress-nginx, where the controller has an Ingress of its own',
    settings: { release: 'nginx' },
  }),
  lifeCycle({
    ...component,
    id: 'release/istio',
    why: 'the same in a mesh of Istio, where the controller writes the weights into the VirtualService',
    settings: { release: 'istio' },
  }),
  lifeCycle({
    ...component,
    id: 'release/istio-forced',
    why: 'told to write over what the controller has written, a stack does, and gives the canary another share than its step says: that is found',
    settings: { release: 'istio-forced' },
    fault: /^amid the release: VirtualService shop became .*"weight":0/,
  }),
  lifeCycle({
    ...component,
    id: 'release/istio-subsets',
    why: 'the same with subsets, whose labels the controller writes into the DestinationRule',
    settings: { release: 'istio-subsets' },
  }),
  lifeCycle({
    ...component,
    id: 'release/blue-green',
    why: 'the same with a blue-green that waits for its promotion: its preview Service stays with the new pods, the active one with the old',
    settings: { release: 'blue-green' },
    unshared: true,
  }),
  lifeCycle({
    ...component,
    id: 'release/autoscaled',
    why: 'the pods that an autoscaler has asked for amid a release stay, whatever else is changed',
    settings: { release: 'autoscaled' },
    scaledTo: 8,
  }),
  lifeCycle({
    ...component,
    id: 'release/scaled-by-others',
    why: 'they stay as well where the stack has no autoscaler and knows that somebody else has one',
    settings: { release: 'scaled-by-others' },
    scaledTo: 8,
  }),
  lifeCycle({
    ...component,
    engine: 'flagger',
    id: 'release/flagger-nginx',
    why: 'Flagger scales the Deployment that is declared, and has Services, an Ingress and a primary of its own: none of it is disturbed',
    settings: { release: 'flagger-nginx' },
  }),
  lifeCycle({
    ...component,
    engine: 'flagger',
    id: 'release/flagger-ab-test',
    why: 'the same while those who send a header are led to the new version',
    settings: { release: 'flagger-ab-test' },
    unshared: true,
  }),
];
