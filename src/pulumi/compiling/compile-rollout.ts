import { toldChannels } from './alert-values';
import type { AlertValue } from './alert-values';
import type { Written } from './compiled';
import { podOrigins, inPlaceOf } from './places';
import { adoptedPods, ownPods } from './pods';
import type { WrittenPods } from './pods';
import { waiversOf } from './waivers';
import type { WaiverValue } from './waivers';
import { render } from '../../engines/render';
import type { Rendered } from '../../engines/rendered';
import type { Problem } from '../../intent/problem';
import type { RolloutIntent } from '../../intent/rollout';
import { rolloutProblems } from '../../intent/rollout-problems';
import { serviceNameProblems } from '../../intent/services';
import { isOpaque } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';
import type { Manifest } from '../../manifests/manifest';
import { resourceName } from '../../manifests/names';
import { adoptedReplicasProblem, besideAdoptProblems, ownerText, podsProblems } from '../../release/adoption';
import { withUnsaid } from '../../release/defaults';
import { isOfKnative, knativeProblems, knativeTemplate } from '../../release/knative-template';
import { selectorProblems } from '../../release/pod-labels';
import type { ReleaseOptions } from '../../release/release-options';
import { portsAsked, propProblems, rolloutIntent, toldInStrategy } from '../../release/rollout-intent';
import type { RolloutWish } from '../../release/rollout-intent';
import { portProblems, servicePorts } from '../../release/service-ports';
import type { PortsAsked } from '../../release/service-ports';
import type { Strategy } from '../../strategy/strategy';
import type { Wait, ControllerOwnedFields } from '../arguments/component-args';
import { namespaceText } from '../arguments/pending';
import { mustBeKnown } from '../arguments/read';
import type { AdoptedValue } from '../arguments/values';

/** What the arguments of a rollout hold when they have been read. */
export interface RolloutValue extends ReleaseOptions {
  readonly name?: string;
  readonly namespace?: Leaf<string>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, Leaf<string>>>;
  readonly template?: unknown;
  readonly adopt?: AdoptedValue;
  readonly alerts?: readonly AlertValue[];
  readonly wait?: Wait;
  readonly waiting?: { readonly kubeconfig?: unknown; readonly context?: unknown };
  readonly controllerOwnedFields?: ControllerOwnedFields;
  readonly waive?: readonly WaiverValue[];
}

/** What a rollout that was written is known by. */
export interface WrittenRollout {
  readonly name: string;
  readonly mainService: string;
  readonly nextService: string;
}

/** What an engine makes of the arguments of a rollout. */
export function writeRollout(component: string, value: RolloutValue, strategy: Strategy): Written {
  const name = value.name ?? component;
  const namespace = namespaceText(value.namespace);
  const { adopt } = value;
  const pods = adopt === undefined ? ownPods(name, value.template, value.selector) : adoptedPods(adopt);
  const channels = toldChannels(value.alerts ?? [], { name, namespace, labels: value.labels ?? {}, gitOps: value.gitOps });
  const wish: RolloutWish = { ...value, strategy, adopts: adopt !== undefined, alerts: channels.told };
  const asked = portsAsked(wish);
  const intent = rolloutIntent({
    name,
    namespace,
    annotations: value.annotations,
    pods: {
      selector: pods.labels,
      template: pods.template,
      adopted: adopt && { kind: adopt.kind, name: adopt.name, handOver: adopt.handOver, elsewhere: true },
    },
    ports: servicePorts(pods.exposing, asked),
  }, wish, withUnsaid({ ...value, alerts: [] }));
  const rendered = together(render(intent), channels.providers(intent.controller));
  const resource = resourceName('Rollout', namespace, name);
  return {
    rendered,
    origins: podOrigins(rendered.manifests, pods),
    namespace,
    waivers: waiversOf(value.waive, resource),
    problems: [
      ...pods.problems,
      ...propProblems(wish),
      ...podProblems(value, pods, intent, asked),
      ...serviceNameProblems(intent.controller, strategy._plan.services(name)),
      ...rolloutProblems(intent),
      ...countedProblems(value, intent),
      ...channels.problems,
    ].map(problem => ({ ...problem, property: toldInStrategy(problem.property, strategy) })),
    renamed: property => inPlaceOf(toldInStrategy(property, strategy)),
    value: { name, mainService: intent.services.main.name, nextService: intent.services.next.name } satisfies WrittenRollout,
  };
}

/** Stages that nobody asked for are counted in pods where no router divides requests. */
function countedProblems({ replicas, scaling }: RolloutValue, { controller, strategy }: RolloutIntent): readonly Problem[] {
  const isCounted = controller.kind === 'argo' && strategy.kind === 'canary' && strategy.router === undefined
    && strategy.course.kind === 'ramp' && strategy.course.isDefault === true;
  const [property, count] = scaling === undefined ? ['replicas', replicas] : ['scaling.min', scaling._intent.min];
  return !isCounted || !isOpaque(count) ? [] : [{ ...mustBeKnown(property, 'the stages are counted in pods where neither ramp nor traffic is given'), fix: 'write ramp, or traffic' }];
}

/** What is beside the pods of its own, and what is wrong with either. */
function podProblems(value: RolloutValue, pods: WrittenPods, intent: RolloutIntent, asked: PortsAsked): readonly Problem[] {
  const { adopt, selector } = value;
  if (adopt === undefined) {
    return [...pods.problems.length > 0 ? [] : portProblems(pods.exposing, asked), ...selectorProblems(selector)];
  }
  const owner = ownerText(adopt);
  const given = (['template', 'selector', 'mainContainer'] as const).filter(property => value[property] !== undefined);
  return [
    ...besideAdoptProblems(given, owner),
    ...podsProblems({ owner, pods: adopt, services: intent.services, portReason: asked.reason, isNamed: true }),
    adoptedReplicasProblem({ kind: intent.controller.kind, adopted: adopt, scaled: value.scaling !== undefined, asked: value.replicas }),
  ].filter(problem => problem !== undefined);
}

/** The objects of a rollout with those of its channels, and with pods as their kind takes them. */
function together(rendered: Rendered, providers: readonly Rendered[]): Rendered {
  const first = rendered.manifests.length;
  const manifests = rendered.manifests.map(manifest => isOfKnative(manifest) ? ofKnative(manifest) : manifest);
  return {
    ...rendered,
    manifests: [...manifests, ...providers.flatMap(provider => provider.manifests)],
    origins: () => [...rendered.origins(), ...providers.flatMap((_, index) => [{ manifest: first + index, path: [], property: 'alerts' }])],
    gaps: [
      ...rendered.gaps, ...providers.flatMap(provider => provider.gaps),
      ...rendered.manifests.filter(isOfKnative).flatMap(({ spec }) => knativeProblems((spec as { readonly template: object }).template)),
    ],
    elsewhere: [...rendered.elsewhere, ...providers.flatMap(provider => provider.elsewhere)],
  };
}

function ofKnative(manifest: Manifest): Manifest {
  const spec = manifest.spec as { readonly template: object };
  return { ...manifest, spec: { ...spec, template: knativeTemplate(spec.template) } };
}
