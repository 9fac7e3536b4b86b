import type { CanaryNode } from '../../graph/canary';
import { PRIMARY } from '../../graph/canary-target';
import type { ConfigUse } from '../../graph/canary-target';
import type { Field } from '../../graph/field';
import type { Graph } from '../../graph/graph';
import { ResourceNode } from '../../graph/resource-node';
import { mayBeSameNamespace } from '../../manifests/namespaces';
import { write } from '../fix';
import { addOrRename } from '../missing-object';
import { forEachCanary, remark } from '../rule';
import type { Remark, RemarkDetails, Rule } from '../rule';

/** With it Flagger neither copies an object nor looks whether it changes. */
const TRACKING = 'flagger.app/config-tracking';

/** What makes a Secret and goes on renewing it: which one, and where its annotations are said. */
interface Renewal {
  readonly groupKind: string;
  secretOf(node: ResourceNode): string | undefined;
  annotationsOf(node: ResourceNode): Field;
  isOnce(node: ResourceNode): boolean;
}

const RENEWALS: readonly Renewal[] = [
  {
    groupKind: 'Certificate.cert-manager.io',
    secretOf: ({ spec }) => spec.textAt('secretName'),
    annotationsOf: ({ spec }) => spec.at('secretTemplate', 'annotations'),
    isOnce: () => false,
  },
  {
    groupKind: 'ExternalSecret.external-secrets.io',
    secretOf: ({ spec, name }) => spec.at('target').textAt('name') ?? name,
    annotationsOf: ({ spec }) => spec.at('target', 'template', 'metadata', 'annotations'),
    isOnce: ({ spec }) => /^0[smh]?$/.test(spec.textAt('refreshInterval') ?? '') || spec.textAt('refreshPolicy') === 'CreatedOnce',
  },
];
/** Makes one and leaves it: under its own name. */
const SEALED = 'SealedSecret.bitnami.com';

export const canaryConfig: Rule = {
  id: 'canary-config',
  class: 'broken',
  summary: 'the ConfigMaps and Secrets of a target exist, and Flagger may copy them as they are',
  why: 'Flagger copies them for the primary: it does not begin while one is missing, leaves binaryData out, and takes every renewal for a new version, which the primary gets with the next promotion and not before',
  covers: ['FT-09', 'FT-10', 'FT-12'],
  *check(graph): Iterable<Remark> {
    const makers = graph.canaries.length === 0 ? new Map<string, readonly Maker[]>() : makersIn(graph);
    yield* forEachCanary(graph, function* (canary): Iterable<Remark> {
      const uses = canary.pods?.configs ?? [];
      const names = new Map(uses.map((use) => [`${use.kind} ${use.name}`, use]));
      for (const { kind, name } of names.values()) {
        const same = uses.filter((use) => use.kind === kind && use.name === name);
        const made = kind === 'Secret' ? makers.get(name)?.filter(({ node }) => mayBeSameNamespace(node.namespace, canary.namespace)) : undefined;
        yield* judge(same.find(({ isOptional }) => !isOptional) ?? same[0], canary, graph, made);
      }
    });
  },
};

/** Something that makes a Secret, and whether it goes on renewing it. */
interface Maker {
  readonly node: ResourceNode;
  readonly renewal?: Renewal;
}

/** By the name of the Secret. */
function makersIn({ index }: Graph): ReadonlyMap<string, readonly Maker[]> {
  const made = new Map<string, Maker[]>();
  for (const renewal of [undefined, ...RENEWALS]) {
    for (const node of index.ofKind(renewal?.groupKind ?? SEALED).filter((each) => each instanceof ResourceNode)) {
      const name = renewal === undefined ? node.name : renewal.secretOf(node);
      const others = made.get(name ?? '');
      made.set(name ?? '', others === undefined ? [{ node, renewal }] : (others.push({ node, renewal }), others));
    }
  }
  return made;
}

function* judge({ kind, name, field, isOptional }: ConfigUse, canary: CanaryNode, { index }: Graph, makers: readonly Maker[] = []): Iterable<Remark> {
  const { namespace } = canary;
  const config = index.find(kind, namespace, name);
  // who has none of this kind here keeps all of them elsewhere
  if (config === undefined && makers.length === 0 && !isOptional && index.ofKind(kind).length > 0) {
    yield remark(
      field, `names ${kind} ${name}, which is not in the input: Flagger does not begin without it`,
      addOrRename(field, { kind, name, namespace }, index.ofKind(kind)), { missing: { kind, name }, about: canary, class: 'risky' },
    );
  }
  if (config instanceof ResourceNode && config.root.at('binaryData').keys().length > 0) {
    yield* mustNotTrack(config.metadata.at('annotations'), `beside binaryData, which the copy ${name}${PRIMARY} for ${canary.resource} would be without`, { about: canary });
  }
  for (const { node, renewal } of makers) {
    if (renewal?.isOnce(node) === false) {
      const why = `since each renewal of Secret ${name} starts a release of ${canary.resource}, and its primary keeps the old one until then`;
      yield* mustNotTrack(renewal.annotationsOf(node), why, { about: canary, class: 'risky' });
    }
  }
}

function* mustNotTrack(annotations: Field, why: string, details: RemarkDetails): Iterable<Remark> {
  if (!annotations.isUnknown && annotations.textAt(TRACKING)?.startsWith('disable') !== true) {
    const field = annotations.at(TRACKING);
    yield remark(field, `must be disabled ${why}`, write(field, 'disabled'), details);
  }
}
