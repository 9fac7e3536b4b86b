import type { FindingClass } from './finding';
import type { AnalysisUse } from '../graph/analysis-use';
import type { CanaryNode } from '../graph/canary';
import type { Path } from '../graph/document';
import type { Field } from '../graph/field';
import type { Graph } from '../graph/graph';
import type { GraphNode } from '../graph/node';
import type { RolloutNode } from '../graph/rollout';

/** What a rule says about one place. */
export interface Remark {
  readonly node: GraphNode;
  readonly path: Path;
  /** What is wrong, what was found, what is allowed; lower case, no full stop. */
  readonly message: string;
  /** What to write. */
  readonly fix?: string;
  /** Where this remark is worse or better than the rule's own class. */
  readonly class?: FindingClass;
  /** Another object this is as much about. */
  readonly about?: GraphNode;
  /** Holds only if the input is everything there is. */
  readonly onlyIfComplete?: true;
  /** An object that is named and not there; holds only if the input is everything there is, but for what is known to be elsewhere. */
  readonly missing?: NamedObject;
}

/** Judges manifests. A rule never throws, and knows neither who wrote the manifest nor how findings are shown. */
export interface Rule {
  readonly id: string;
  readonly class: FindingClass;
  /** One sentence: what must hold. */
  readonly summary: string;
  /** What happens otherwise. */
  readonly why: string;
  /** Ids of the upstream checks and known gaps that this rule answers. */
  readonly covers: readonly string[];
  /** Whether other rules know better what is meant at a place: what it says is dropped where one of them says that it cannot be so. */
  readonly givesWay?: true;
  check(graph: Graph): Iterable<Remark>;
}

/** An object by its kind and name. */
export interface NamedObject {
  readonly kind: string;
  readonly name: string;
}

/** What a remark may say besides its place, message and fix. */
export type RemarkDetails = Pick<Remark, 'class' | 'about' | 'onlyIfComplete' | 'missing'>;

/** Makes a remark about a field. */
export function remark(field: Field, message: string, fix?: string, details?: RemarkDetails): Remark {
  return { node: field.node, path: field.path, message, fix, ...details };
}

/** Collects what is said of each Rollout. */
export function forEachRollout(graph: Graph, check: (rollout: RolloutNode) => Iterable<Remark>): Iterable<Remark> {
  return forEachOf(graph.rollouts, check);
}

/** Collects what is said of each Rollout that has one of these keys anywhere: all others are spared. */
export function forEachRolloutWith(graph: Graph, keys: readonly string[], check: (rollout: RolloutNode) => Iterable<Remark>): Iterable<Remark> {
  return forEachOf(graph.rolloutsThatMention(keys), check);
}

/** Collects what is said of each Canary of Flagger. */
export function forEachCanary(graph: Graph, check: (canary: CanaryNode) => Iterable<Remark>): Iterable<Remark> {
  return forEachOf(graph.canaries, check);
}

/** Collects what is said of each pod template that a Rollout or an Experiment has of its own. */
export function* forEachPodTemplate(graph: Graph, check: (template: Field) => Iterable<Remark>): Iterable<Remark> {
  yield* forEachOf(graph.rollouts, (rollout) => ofOwnPods(rollout, check));
  yield* forEachTarget(graph, check);
  yield* forEachVariant(graph, check);
}

/** The same, of those that have one of these keys anywhere. */
export function* forEachPodTemplateWith(graph: Graph, keys: readonly string[], check: (template: Field) => Iterable<Remark>): Iterable<Remark> {
  yield* forEachOf(graph.rolloutsThatMention(keys), (rollout) => ofOwnPods(rollout, check));
  yield* forEachTarget(graph, check);
  yield* forEachVariant(graph, check);
}

/** Collects what is said of the pods that Flagger releases. */
export function forEachTarget(graph: Graph, check: (template: Field) => Iterable<Remark>): Iterable<Remark> {
  return forEachOf(graph.canaries, ({ target }) => target?.spec.has('template') === true ? check(target.spec.at('template')) : []);
}

/** Collects what is said of the pods of Experiments, which the controller accepts as they are and then cannot make. */
export function* forEachVariant(graph: Graph, check: (template: Field) => Iterable<Remark>): Iterable<Remark> {
  for (const template of graph.experiments.flatMap((experiment) => experiment.podTemplates)) {
    for (const each of check(template)) {
      yield { ...each, class: 'broken' };
    }
  }
}

/** Collects what is said of each analysis. One that repeats another is not looked at when there was nothing to say of that. */
export function* forEachAnalysis(graph: Graph, check: (use: AnalysisUse) => Iterable<Remark>): Iterable<Remark> {
  let sound: AnalysisUse | undefined;
  for (const use of graph.analyses) {
    if (use.repeats === undefined || use.repeats !== sound) {
      let isSound = true;
      for (const each of check(use)) {
        isSound = false;
        yield each;
      }
      sound = isSound ? use : undefined;
    }
  }
}

function* forEachOf<T>(nodes: readonly T[], check: (node: T) => Iterable<Remark>): Iterable<Remark> {
  for (const node of nodes) {
    yield* check(node);
  }
}

function ofOwnPods({ ownPodTemplate }: RolloutNode, check: (template: Field) => Iterable<Remark>): Iterable<Remark> {
  return ownPodTemplate === undefined ? [] : check(ownPodTemplate);
}
