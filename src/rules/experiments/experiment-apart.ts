import type { Field } from '../../graph/field';
import type { Graph } from '../../graph/graph';
import type { ServiceNode } from '../../graph/service';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed } from '../wording';

/** The controller narrows the Services that a Rollout names to one version by it, which is never one of an experiment. */
const POD_HASH = 'rollouts-pod-template-hash';

export const experimentApart: Rule = {
  id: 'experiment-apart',
  class: 'risky',
  summary: 'no Service takes the pods of an Experiment for those of somebody else',
  why: 'a Service sends requests to whatever pods have its labels: those of an Experiment that has the labels of production get a share of its traffic',
  covers: [],
  check: function* (graph): Iterable<Remark> {
    for (const experiment of graph.experiments) {
      for (const template of experiment.templates) {
        const labels = template.at('template', 'metadata', 'labels');
        const near = graph.services.filter((service) => isNear(service, experiment.namespace));
        const taking = near.filter((service) => takes(service, labels) && !isNarrowed(service, graph));
        if (taking.length > 0) {
          const keys = taking[0].selector.keys();
          yield remark(
            labels, `has all that ${listed(taking.map((service) => service.resource))} selects, so these pods get a share of its requests`,
            `write another ${keys[0]}, or drop the label`, { about: taking[0] },
          );
        }
      }
    }
  },
};

function isNear(service: ServiceNode, namespace: string | undefined): boolean {
  return service.namespace === namespace || service.namespace === undefined || namespace === undefined;
}

function takes({ selector }: ServiceNode, labels: Field): boolean {
  const wanted = selector.entries();
  return wanted.length > 0 && wanted.every(([key, value]) => value.text !== undefined && labels.textAt(key) === value.text);
}

function isNarrowed(service: ServiceNode, graph: Graph): boolean {
  return service.selector.has(POD_HASH) || graph.rollouts.some((rollout) => rollout.services.some((use) => use.service === service));
}
