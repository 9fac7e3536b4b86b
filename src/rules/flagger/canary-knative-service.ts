import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';

const ANNOTATION = 'flagger.app/primary-revision';

export const canaryKnativeService: Rule = {
  id: 'canary-knative-service',
  class: 'risky',
  summary: 'the manifest of a Service of Knative leaves to Flagger what Flagger writes',
  why: 'Flagger keeps the revision of the primary in an annotation, and the weights below spec.traffic: whatever applies a manifest with them again takes them back, '
    + 'and the release ends with an error or all at once',
  covers: ['FKN-01'],
  check: (graph) => forEachCanary(graph, function* (canary): Iterable<Remark> {
    const target = canary.isOfKnative ? canary.target : undefined;
    if (target === undefined) {
      return;
    }
    const [traffic, revision] = [target.spec.at('traffic'), target.metadata.at('annotations', ANNOTATION)];
    for (const field of [traffic, revision].filter(({ exists }) => exists)) {
      yield remark(field, `is written by Flagger for ${canary.resource}, and by this manifest each time it is applied`, 'drop it', { about: canary });
    }
  }),
};
