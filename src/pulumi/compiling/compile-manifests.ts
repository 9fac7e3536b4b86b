import { clusterWideAmong } from './cluster-wide';
import type { Written } from './compiled';
import { readDocuments } from './manifest-documents';
import type { ManifestDocument, ManifestSources } from './manifest-documents';
import type { WaiverValue } from './waivers';
import { releasesIn } from './written-releases';
import type { WrittenRelease } from './written-releases';
import { problemFinding, propertyRule } from '../../compile';
import { controllerWrites } from '../../graph/controller-writes';
import { undecided } from '../../graph/deciding-fields';
import { formatPath } from '../../graph/document';
import type { Path } from '../../graph/document';
import { readGraph } from '../../graph/graph';
import type { Graph } from '../../graph/graph';
import type { Problem } from '../../intent/problem';
import { show } from '../../intent/problem';
import type { Leaf } from '../../manifests/leaf';
import type { Manifest } from '../../manifests/manifest';
import { everyDescription } from '../../rules/every-description';
import { everyRule } from '../../rules/every-rule';
import type { Finding } from '../../rules/finding';
import { judgeWithWaivers } from '../../rules/judge';
import type { Judgement } from '../../rules/judge';
import { counted, nearest } from '../../rules/wording';
import { withoutPending } from '../arguments/pending';
import { mustBeKnown } from '../arguments/read';

/** What the arguments of manifests hold when they have been read. */
export interface ManifestsValue extends ManifestSources {
  readonly namespace?: Leaf<string>;
  readonly complete?: boolean;
  readonly ignoreRules?: readonly string[];
  readonly waive?: readonly WaiverValue[];
}

/** What is known of manifests that were written. */
export interface WrittenManifests {
  /** Where the name of each stands. */
  readonly places: ReadonlyMap<Manifest, string>;
  readonly releases: readonly WrittenRelease[];
}

/** Of objects that may well be elsewhere, so many are named. */
const mostNotes = 10;

/** Manifests of others, judged as they are and told where they stand. */
export function writeManifests(value: ManifestsValue, others: readonly Problem[]): Written {
  const read = readDocuments(value);
  const documents = inNamespace(read.documents, value.namespace);
  const manifests = documents.map(({ manifest }) => manifest);
  const graph = readGraph(documents.map(document => documentOf(document, withoutPending(document.manifest))));
  const judgement = judge(graph, value);
  const problems = [
    ...others, ...read.problems, ...ruleProblems(value.ignoreRules ?? []), ...waiverProblems(value.waive ?? [], graph),
    ...undecided(graph).map(field => mustBeKnown(placeOf(documents[field.node.document], field.path))),
  ];
  return {
    rendered: { manifests, origins: () => [], gaps: [], elsewhere: [], controllerWrites: controllerWrites(graph) },
    problems: [],
    told: {
      findings: [...problems.map(problem => problemFinding(problem, '', -1)), ...[...judgement.findings, ...notesOf(judgement)].map(placed)],
      waived: judgement.waived,
    },
    value: {
      places: new Map(documents.map(document => [document.manifest, placeOf(document, ['metadata', 'name'])])),
      releases: releasesIn(graph, manifests),
    } satisfies WrittenManifests,
  };
}

/** The objects that name no namespace, and that belong to one, in the one that is given. */
function inNamespace(documents: readonly ManifestDocument[], namespace: Leaf<string> | undefined): readonly ManifestDocument[] {
  const isClusterWide = clusterWideAmong(documents.map(({ manifest }) => manifest));
  return namespace === undefined ? documents : documents.map(document => {
    const { manifest } = document;
    return manifest.metadata.namespace !== undefined || isClusterWide(manifest) ? document
      : documentOf(document, { ...manifest, metadata: { ...manifest.metadata, namespace: namespace as string } });
  });
}

/** The same document with another manifest in it. */
function documentOf(document: ManifestDocument, manifest: Manifest): ManifestDocument {
  const { file, template, locate, written } = document;
  return {
    manifest,
    file,
    ...template === undefined ? {} : { template },
    ...locate === undefined ? {} : { locate: path => locate.call(document, path) },
    ...written === undefined ? {} : { written: () => written.call(document) },
  };
}

function judge(graph: Graph, { complete = false, ignoreRules = [], waive = [] }: ManifestsValue): Judgement {
  return judgeWithWaivers(graph, {
    complete,
    rules: everyRule.filter(({ id }) => !ignoreRules.includes(id)),
    waivers: waive.filter(({ rule }) => !ignoreRules.includes(rule)).map(waiver => ({ ...waiver, resource: waiver.resource ?? onlyRelease(graph) ?? '' })),
  });
}

/** What stands for all of it, where one thing does. */
function onlyRelease({ rollouts, canaries }: Graph): string | undefined {
  const [only, ...others] = [...rollouts, ...canaries];
  return others.length === 0 ? only?.resource : undefined;
}

function waiverProblems(waivers: readonly WaiverValue[], graph: Graph): readonly Problem[] {
  return waivers.flatMap(({ resource }, index) => resource !== undefined || onlyRelease(graph) !== undefined ? [] : [{
    property: `waive[${index}].resource`, message: 'must name the object, since there is not one Rollout or Canary alone, got none', fix: "write it as findings name it, such as 'Rollout shop/checkout'",
  }]);
}

function ruleProblems(rules: readonly string[]): readonly Problem[] {
  const ids = everyDescription.map(({ id }) => id);
  return rules.flatMap((rule, index) => ids.includes(rule) ? [] : [{
    property: `ignoreRules[${index}]`, message: `must be the id of a rule, got ${show(rule)}`, fix: nearest(rule, ids) === undefined ? 'write it as findings name it' : `write ${show(nearest(rule, ids))}`,
  }]);
}

/** The first of them, and how many more there are. */
function notesOf(judgement: Judgement): readonly Finding[] {
  const { notes } = judgement;
  const shown = notes.slice(0, mostNotes).map(note => judgement.placed(note));
  if (notes.length <= mostNotes) return shown;
  const more = `${counted(notes.length - mostNotes, 'other object')} named and not among the manifests`;
  return [...shown, { ...notes[mostNotes], rule: propertyRule, resource: '', path: '', message: more, fix: undefined }];
}

/** Where a part of a document stands, in the words of the arguments. */
function placeOf(document: ManifestDocument, path: Path): string {
  const { line, column } = document.locate?.(path) ?? {};
  return line === undefined ? `${document.file}.${formatPath(path)}` : `${document.file}:${line}:${column}  ${formatPath(path)}`;
}

/** A finding told by where it stands: `k8s/rollout.yaml:12:7  Rollout shop/checkout  spec.replicas`. */
function placed(finding: Finding): Finding {
  const { file, line, column, resource, path } = finding;
  const place = [file, line, column].filter(part => part !== undefined).join(':');
  return { ...finding, path: [place, resource, path].filter(part => part !== '').join('  ') };
}
