// Without the library: plain resources. They show that the harness sees what goes wrong, and what has to be left alone for nothing to go wrong.
import { fit, readManifests } from '../../harness/manifests';
import { withoutWaiting } from '../alike';
import { lifeCycle } from '../life-cycle';
import type { Life } from '../life-cycle';
import type { Play } from '../play';
import { differencesBetween, objectsIn } from '../rendered';
import { render } from '../rendering';
import type { Settings } from '../settings';

const MANIFESTS = 'conformance/pulumi/manifests';
const pods: Settings = { namespace: 'shop', image: 'registry.example/shop:1.0.0', files: [`${MANIFESTS}/pods.yaml`] };

const argo: Omit<Life, 'id' | 'why'> = {
  engine: 'argo', program: 'plain', settings: { files: pods.files }, labelled: ['Service/shop', 'Service/shop-canary', 'Rollout/shop'],
};
const mesh: Omit<Life, 'id' | 'why'> = {
  ...argo, settings: { files: [`${MANIFESTS}/istio.yaml`] }, labelled: ['VirtualService/shop'],
};
const flagger: Omit<Life, 'id' | 'why'> = {
  engine: 'flagger', program: 'plain', settings: { files: [`${MANIFESTS}/flagger-nginx.yaml`] }, labelled: ['Deployment/shop', 'Ingress/shop', 'Canary/shop'],
};

export const plays: readonly Play[] = [
  {
    id: 'plain/rendered',
    why: 'manifests come out of the provider as they went in, without a cluster and without a network',
    play: async ({ workshop }) => {
      const { findings, folder } = await render(workshop, { name: 'plain', program: 'plain', settings: { ...pods } });
      const expected = readManifests(pods.files!);
      fit(expected, { namespace: pods.namespace, metrics: '', receiver: '', factor: 1, shortestInterval: 1 });
      return { findings: [...findings, ...differencesBetween(expected, withoutWaiting(objectsIn(folder)))] };
    },
  },
  lifeCycle({
    ...argo,
    id: 'plain/selectors-ignored',
    why: 'without the selectors of Services, which the controller writes, a stack leaves a release of pods alone',
    settings: { ...argo.settings, ignore: { Service: ['spec.selector'] } },
  }),
  lifeCycle({
    ...argo,
    id: 'plain/selectors-declared',
    why: 'a Service whose selector is declared cannot be changed any more amid a release: that is found',
    fault: /label on Service\/shop: .*conflict.*rollouts-controller.*\.spec\.selector/,
  }),
  lifeCycle({
    ...argo,
    id: 'plain/selectors-forced',
    why: 'a selector that is written over leads requests to the pods of both versions: that is found in the trace',
    settings: { ...argo.settings, force: true },
    fault: /^amid the release: Service shop became \{\}/,
  }),
  lifeCycle({
    ...mesh,
    id: 'plain/weights-forced',
    why: 'weights that are written over give the canary another share than its step says: that is found in the trace',
    settings: { ...mesh.settings, force: true, ignore: { Service: ['spec.selector'] } },
    fault: /^amid the release: VirtualService shop became .*"weight":0/,
  }),
  lifeCycle({
    ...flagger,
    id: 'plain/replicas-ignored',
    why: 'without the replicas of the Deployment, which Flagger writes, a stack leaves its release alone',
    settings: { ...flagger.settings, ignore: { Deployment: ['spec.replicas'] } },
  }),
  lifeCycle({
    ...flagger,
    id: 'plain/replicas-declared',
    why: 'a Deployment whose replicas are declared cannot be changed any more once Flagger has taken it over: that is found',
    fault: /conflict.*flagger.*\.spec\.replicas/,
  }),
];
