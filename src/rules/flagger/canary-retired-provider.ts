import { flaggerProviders } from '../../manifests/flagger-providers';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';

const NGINX = 'ingress-nginx is retired since March 2026: nobody mends it any more, not even where it is open to attacks';

export const canaryRetiredProvider: Rule = {
  id: 'canary-retired-provider',
  class: 'advice',
  summary: 'the provider of a Canary is one that somebody maintains',
  why: 'what is retired gets no more fixes, also for its security, and ends with some version of Kubernetes',
  covers: ['FP-11', 'FP-12'],
  check: (graph) => forEachCanary(graph, function* ({ provider, spec }): Iterable<Remark> {
    const ended = provider === 'nginx' ? NGINX : provider && flaggerProviders[provider].ended;
    if (ended !== undefined && ended !== '') {
      yield remark(
        spec.at('provider'), `must be a provider that is maintained, got ${provider}: ${ended}`,
        'write provider: gatewayapi:v1, with a Gateway in gatewayRefs, or move to a mesh or an ingress that lives',
      );
    }
  }),
};
