import { flaggerProviders, isFlaggerProvider } from '../../manifests/flagger-providers';
import { write } from '../fix';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed, nearest, shown } from '../wording';

/** What people call them. */
const MEANT: Readonly<Record<string, string>> = {
  'gateway': 'gatewayapi:v1',
  'gatewayapi': 'gatewayapi:v1',
  'gateway-api': 'gatewayapi:v1',
  'ingress-nginx': 'nginx',
  'k8s': 'kubernetes',
  'none': 'kubernetes',
};

export const canaryProvider: Rule = {
  id: 'canary-provider',
  class: 'refused',
  summary: 'the provider of a Canary is one that Flagger has',
  why: 'the API server refuses the Canary; Flagger itself takes such a word in its option -mesh-provider for Istio, and only its log says so',
  covers: ['FP-99'],
  check: (graph) => forEachCanary(graph, function* ({ spec }): Iterable<Remark> {
    const field = spec.at('provider');
    const { text } = field;
    if (text !== undefined && !isFlaggerProvider(text)) {
      const living = Object.entries(flaggerProviders).filter(([, { ended }]) => ended === undefined).map(([name]) => name);
      const word = text.toLowerCase();
      const meant = Object.hasOwn(MEANT, word) ? MEANT[word] : nearest(word, living);
      yield remark(
        field, `must be a provider of Flagger, got ${shown(text)}`,
        meant === undefined ? `write one of ${listed(living)}, or drop it, so that Flagger's own options say it` : write(field, meant),
      );
    }
  }),
};
