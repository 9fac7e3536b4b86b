import { AnalysisTemplateNode } from './analysis-template';
import type { Field } from './field';
import type { Graph } from './graph';
import type { ResourceNode } from './resource-node';
import { RolloutNode } from './rollout';
import { readCondition } from '../expressions/condition';
import { isOlder } from '../manifests/argo-versions';
import type { ArgoVersion } from '../manifests/argo-versions';

/** Something that a release of Argo Rollouts was the first to do. */
interface VersionNeed {
  readonly since: ArgoVersion;
  readonly kind: 'Rollout' | 'AnalysisTemplate';
  /** Where it is written. */
  readonly path: string;
  /** What it is, where the path does not say it. */
  readonly when: string;
  /** What an older release does. */
  readonly before: string;
  /** What an older release makes of it: it refuses it, cannot work with it, or works otherwise. */
  readonly class: 'refused' | 'broken' | 'risky';
  /** The places in an object where it is needed, with what was found there. */
  readonly places: (node: ResourceNode) => readonly Place[];
}

interface Place {
  readonly field: Field;
  readonly found?: string;
}

/** A place that needs a newer release than there is. */
interface UnmetNeed extends Place {
  readonly need: VersionNeed;
}

/** What was found to differ between the releases that are known, in what a manifest can say. */
export const versionNeeds: readonly VersionNeed[] = [
  {
    since: '1.10',
    kind: 'Rollout',
    path: 'spec.strategy.canary.pingPong',
    when: 'behind a plugin, such as that for the Gateway API',
    before: 'the controller refuses the Rollout as InvalidSpec',
    class: 'refused',
    places: ofRollout(rollout => {
      const turns = rollout.canary.at('pingPong');
      return turns.exists && isBehindPlugin(rollout, ['alb', 'istio']) ? [{ field: turns }] : [];
    }),
  },
  {
    since: '1.10',
    kind: 'Rollout',
    path: 'spec.strategy.canary.steps[].setMirrorRoute',
    when: 'behind a plugin',
    before: 'the controller refuses the Rollout as InvalidSpec',
    class: 'refused',
    places: ofRollout(rollout => isBehindPlugin(rollout, ['istio'])
      ? rollout.steps.filter(step => step.has('setMirrorRoute')).map(step => ({ field: step.at('setMirrorRoute') })) : []),
  },
  {
    since: '1.10',
    kind: 'Rollout',
    path: 'spec.strategy.canary.minPodsPerReplicaSet',
    when: 'above `spec.replicas`',
    before: 'the controller scales up and down without an end',
    class: 'broken',
    places: ofRollout(({ canary, trafficRouting, spec }) => {
      const [least, replicas] = [canary.at('minPodsPerReplicaSet'), spec.at('replicas').number ?? Infinity];
      return trafficRouting.exists && (least.number ?? 0) > replicas ? [{ field: least, found: `${least.number} of ${replicas}` }] : [];
    }),
  },
  {
    since: '1.10',
    kind: 'Rollout',
    path: 'spec.strategy.canary.trafficRouting.istio.virtualService.name',
    when: 'a name with a dot in it, before that of the namespace',
    before: 'the second part is taken for the namespace, where there is no such VirtualService',
    class: 'broken',
    places: ofRollout(({ trafficRouting }) => {
      const istio = trafficRouting.at('istio');
      const names = [istio.at('virtualService'), ...istio.at('virtualServices').items()].map(each => each.at('name'));
      return names.filter(({ text }) => (text ?? '').split('.').length > 2).map(field => ({ field, found: field.text }));
    }),
  },
  {
    since: '1.10',
    kind: 'Rollout',
    path: 'spec.strategy.canary.trafficRouting.traefik',
    when: 'a TraefikService of traefik.io',
    before: 'the controller looks in traefik.containo.us, unless it was started with --traefik-api-group=traefik.io and --traefik-api-version=traefik.io/v1alpha1',
    class: 'risky',
    places: ofRollout(({ trafficRouting }) => trafficRouting.has('traefik') ? [{ field: trafficRouting.at('traefik') }] : []),
  },
  {
    since: '1.10',
    kind: 'AnalysisTemplate',
    path: 'spec.metrics[].provider.datadog.requestTimeout',
    when: '',
    before: 'the API server drops it, and a request ends after 10 seconds',
    class: 'broken',
    places: ofTemplate(({ metrics }) => {
      const limits = metrics.map(({ field }) => field.at('provider', 'datadog', 'requestTimeout'));
      return limits.filter(({ exists }) => exists).map(field => ({ field }));
    }),
  },
  ...(['successCondition', 'failureCondition'] as const).map((key): VersionNeed => ({
    since: '1.10',
    kind: 'AnalysisTemplate',
    path: `spec.metrics[].${key}`,
    when: 'with functions and forms that came with expr-lang 1.17, such as `max` of a list, `reverse`, `if` or `0 < x < 1`',
    before: 'the condition does not compile, so that every measurement is an error, and the fifth in a row takes the release back',
    class: 'broken',
    places: ofTemplate(({ metrics }) => metrics.flatMap(({ field, provider }) =>
      provider !== undefined && judges.includes(provider) ? [] : conditionPlaces(field.at(key)))),
  })),
];

/** Providers that never look at the conditions. */
const judges: readonly string[] = ['job', 'kayenta', 'plugin'];

/** Everything in a graph that a release cannot do yet. */
export function unmetNeeds(graph: Graph, version: ArgoVersion): readonly UnmetNeed[] {
  const newer = versionNeeds.filter(({ since }) => isOlder(version, since));
  return graph.nodes.flatMap(node => newer.flatMap(need => need.places(node).map(place => ({ ...place, need }))));
}

function ofRollout(places: (rollout: RolloutNode) => readonly Place[]): VersionNeed['places'] {
  return node => node instanceof RolloutNode ? places(node) : [];
}

function ofTemplate(places: (template: AnalysisTemplateNode) => readonly Place[]): VersionNeed['places'] {
  return node => node instanceof AnalysisTemplateNode ? places(node) : [];
}

function isBehindPlugin(rollout: RolloutNode, others: readonly string[]): boolean {
  return rollout.routers.includes('plugins') && !rollout.routers.some(router => others.includes(router));
}

function conditionPlaces(field: Field): readonly Place[] {
  const [first] = field.text === undefined ? [] : readCondition(field.text).newerForms;
  return first === undefined ? [] : [{ field, found: first.message }];
}
