import { ExperimentNode } from '../../graph/experiment';
import type { WrittenExperiment } from '../../graph/experiment';
import type { Field } from '../../graph/field';
import type { Graph } from '../../graph/graph';
import { SERVICE } from '../../graph/service';
import { isDns1035Label, LONGEST_LABEL, LONGEST_POD_HASH } from '../../manifests/names';
import { write } from '../fix';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

export const experimentServices: Rule = {
  id: 'experiment-services',
  class: 'broken',
  summary: 'the Services that an experiment makes can be made',
  why: 'the API server refuses a Service with too long a name, or with several ports of which one has no name, and one that is there already is not touched: the experiment ends with an error',
  covers: ['EX-09', 'EX-10', 'EX-11'],
  check: function* (graph): Iterable<Remark> {
    for (const experiment of graph.writtenExperiments) {
      for (const [index, template] of experiment.field.at('templates').items().entries()) {
        if (template.has('service') || template.has('weight')) {
          yield* judgeName(template, experiment, graph);
          yield* judgePorts(template, experiment, index);
        }
      }
    }
  },
};

function* judgeName(template: Field, experiment: WrittenExperiment, graph: Graph): Iterable<Remark> {
  const { owner } = experiment;
  const given = template.at('service', 'name');
  const isGiven = given.exists && given.text !== '';
  const name = isGiven ? given.text : defaultName(template, experiment);
  if (name === undefined) {
    return;
  }
  if (!isDns1035Label(name)) {
    yield remark(
      isGiven ? given : template.at('name'),
      `must make a name for a Service of at most ${LONGEST_LABEL} lower-case letters, digits and hyphens, beginning with a letter, got ${shown(name)} (${name.length} characters)`,
      isGiven ? 'shorten it' : 'shorten one of the names, or give the Service one: service: { name: ... }',
    );
  } else if (owner instanceof ExperimentNode && graph.index.find(SERVICE, owner.namespace, name) !== undefined) {
    yield remark(
      isGiven ? given : template.at('service'), `is Service ${name}, which is there already and belongs to somebody else`,
      'write another name, or drop the Service from the input: the controller makes it', { about: graph.index.find(SERVICE, owner.namespace, name) },
    );
  }
}

/** The name of the ReplicaSet; that of a step has a hash and the number of the revision in it, of which one digit is sure. */
function defaultName(template: Field, { owner, field }: WrittenExperiment): string | undefined {
  const variant = template.textAt('name');
  if (owner.name === undefined || variant === undefined) {
    return undefined;
  }
  const step = field.path[field.path.length - 2];
  return owner instanceof ExperimentNode ? `${owner.name}-${variant}` : `${owner.name}-${'x'.repeat(LONGEST_POD_HASH)}-1-${step}-${variant}`;
}

function* judgePorts(template: Field, { owner }: WrittenExperiment, index: number): Iterable<Remark> {
  const pods = owner instanceof ExperimentNode ? template.at('template') : owner.podTemplate;
  if (pods === undefined || pods.at('spec', 'containers').isUnknown || !pods.exists) {
    return;
  }
  const ports = pods.at('spec', 'containers').items().flatMap((container) => container.at('ports').items());
  const unnamed = ports.find((port) => port.at('name').value === undefined || port.at('name').text === '');
  if (ports.length === 0) {
    const place = template.has('service') ? template.at('service') : template.at('weight');
    yield remark(place, 'needs a container with a port, got none, so no Service is made', 'write the port that the container listens on');
  } else if (ports.length > 1 && unnamed !== undefined) {
    yield remark(
      unnamed.at('name'), `must name the port, since the Service of templates[${index}] has ${ports.length} ports, got none`, write(unnamed.at('name'), `port-${unnamed.at('containerPort').number ?? 1}`), { about: owner },
    );
  }
}
