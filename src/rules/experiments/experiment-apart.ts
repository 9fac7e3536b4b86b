import type { Field } from '../../graph/field';
import type { Graph } from '../../graph/graph';
import { WORKLOADS } from '../../graph/label-selector';
import { ResourceNode } from '../../graph/resource-node';
import type { ServiceNode } from '../../graph/service';
import { POD_HASH_LABEL } from '../../manifests/names';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed } from '../wording';

export const experimentApart: Rule = {
  id: 'experiment-apart',
  class: 'risky',
  summary: 'no Service takes the pods of an Experiment for those of somebody else',
  why: 'a Service sends requests to whatever pods have its labels: those of an Experiment that has the labels of production get a share of its traffic',
  covers: [],
  check: function* (graph): Iterable<Remark> {
    const others = graph.experiments.length === 0 ? [] : podsOf(graph);
    for (const experiment of graph.experiments) {
      for (const template of experiment.templates) {
        const labels = template.at('template', 'metadata', 'labels');
        const near = graph.services.filter((service) => service.isNear(experiment.namespace));
        const taking = near.filter((service) => service.takes(labels) && !isNarrowed(service, graph) && isOfOthers(service, others));
        if (taking.length > 0) {
          const [key] = taking[0].selector.keys();
          yield remark(
            labels, `has all that ${listed(taking.map((service) => service.resource))} selects, so these pods get a share of its requests`,
            `write for example ${key}: ${labels.textAt(key)}-${template.textAt('name') ?? 'experiment'}, in the selector too, or drop the label`,
            { about: taking[0] },
          );
        }
      }
    }
  },
};

/** The labels of pods that somebody else runs. */
function podsOf({ rollouts, index }: Graph): readonly Field[] {
  const templates = WORKLOADS.flatMap((kind) => index.ofKind(kind)).filter((node) => node instanceof ResourceNode)
    .map(({ spec }) => spec.at('template', 'metadata', 'labels'));
  return [...rollouts.flatMap(({ podTemplate }) => podTemplate?.at('metadata', 'labels') ?? []), ...templates];
}

/** A Service that is made for an experiment may well take its pods. */
function isOfOthers(service: ServiceNode, others: readonly Field[]): boolean {
  return others.some((labels) => service.isNear(labels.node.namespace) && service.takes(labels));
}

/** The controller narrows the Services that a Rollout names to one version, which is never one of an experiment. */
function isNarrowed(service: ServiceNode, graph: Graph): boolean {
  return service.selector.has(POD_HASH_LABEL) || graph.rollouts.some((rollout) => rollout.services.some((use) => use.service === service));
}
