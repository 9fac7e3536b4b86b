import { asWritten, isMade, NOT_READ } from './as-written';
import type { LiveManifest, LiveObject } from './as-written';
import { CONFIG_MAP, kindsFor, SECRET } from './kinds';
import { clusterOf, Kubectl } from './kubectl';
import { placesOf } from './places';
import type { Place } from './places';
import { CLUSTER_ANALYSIS_TEMPLATE } from '../../graph/analysis-template';
import type { SourceDocument } from '../../graph/document';
import type { Graph } from '../../graph/graph';
import { groupKindOf } from '../../graph/resource-node';
import { listed } from '../../rules/wording';
import { AbsentError } from '../io';
import type { Io } from '../io';

/** Which cluster, and where in it: as the options of kubectl say. */
export interface ClusterChoice {
  readonly context?: string;
  readonly namespace?: string;
}

/** What was read of a cluster. */
export interface ClusterObjects {
  readonly documents: readonly SourceDocument[];
  /** How it is called in messages. */
  readonly name: string;
  /** Kinds that may not be read somewhere: whether such an object exists is not known. */
  readonly unread: ReadonlySet<string>;
  /** Sentences about them. */
  readonly words: readonly string[];
}

/** What is asked of objects that hold secrets: names and keys, one object a line. A value is not printed, and so not read. */
const KEYS = '{{range $key, $value := .data}} {{$key}}{{end}}{{"\\n"}}{{end}}';
const PRINTED: Readonly<Record<string, readonly string[]>> = {
  // Helm keeps a Secret for each release, as large as its chart
  [SECRET]: ['--field-selector=type!=helm.sh/release.v1', '-o', `go-template={{range .items}}{{.metadata.name}} false${KEYS}`],
  [CONFIG_MAP]: ['-o', `go-template={{range .items}}{{.metadata.name}} {{if .immutable}}true{{else}}false{{end}}${KEYS}`],
};

/** A kind that the server has, as kubectl asks for it. */
interface Served {
  readonly kind: string;
  readonly resource: string;
  readonly isNamespaced: boolean;
}

/**
 * Objects of a cluster that `judged` may name, except for those that stand in `input` as well. They are as their manifests may be: what
 * controllers have written into them is taken away.
 */
export async function readCluster(choice: ClusterChoice, judged: Graph, input: Graph, io: Io): Promise<ClusterObjects> {
  const kubectl = new Kubectl(io, choice.context);
  const context = await kubectl.context();
  const name = clusterOf(context.name);
  const implied = choice.namespace ?? context.namespace;
  const places = placesOf(judged, kindsFor(judged), implied);
  const words: string[] = [];
  const unread = new Set<string>();
  const live: Found[] = [];
  try {
    io.progress(`asking ${name} what kinds it has`);
    const served = places.length === 0 ? new Map<string, Served>() : servedBy(await kubectl.kinds());
    for (const [index, place] of places.entries()) {
      io.progress(`reading ${namespaceOf(place)} of ${name}`);
      const { objects, forbidden } = await readPlace(place, index === 0, served, kubectl);
      live.push(...objects);
      const kinds = [...served.values()].filter(({ resource }) => forbidden.includes(resource));
      kinds.forEach(({ kind }) => unread.add(kind));
      if (forbidden.length > 0) {
        words.push(`may not read ${listed(forbidden)} in ${namespaceOf(place)} of ${name}: that needs the right to list them`);
      }
    }
  } finally {
    io.progress('');
  }
  const file = context.name === undefined ? '(cluster)' : `(cluster ${context.name})`;
  return { documents: besides(input, live, implied).map(({ manifest }) => ({ manifest, file })), name, unread, words };
}

interface Found extends LiveObject {
  /** Where it was found. */
  readonly namespace: string | undefined;
}

interface PlaceRead {
  readonly objects: readonly Found[];
  readonly forbidden: readonly string[];
}

async function readPlace({ namespace, kinds }: Place, isFirst: boolean, served: ReadonlyMap<string, Served>, kubectl: Kubectl): Promise<PlaceRead> {
  const wanted = [...kinds].filter((kind) => served.get(kind)?.isNamespaced === true || (isFirst && served.has(kind)));
  const whole = wanted.filter((kind) => !Object.hasOwn(PRINTED, kind)).map((kind) => served.get(kind)!.resource);
  const objects: Found[] = [];
  const forbidden: string[] = [];
  if (whole.length > 0) {
    const answer = await kubectl.get(whole, namespace, '-o', 'json');
    objects.push(...itemsOf(answer.out).map((manifest) => ({ manifest, groupKind: groupKindOf({ manifest }), namespace })));
    forbidden.push(...answer.forbidden);
  }
  for (const kind of wanted.filter((each) => Object.hasOwn(PRINTED, each))) {
    const answer = await kubectl.get([served.get(kind)!.resource], namespace, ...PRINTED[kind]);
    const lines = answer.out.split('\n').filter((line) => line !== '');
    objects.push(...lines.map((line) => ({ manifest: withKeys(kind, line, namespace), groupKind: kind, namespace })));
    forbidden.push(...answer.forbidden);
  }
  return { objects, forbidden };
}

function servedBy(lines: readonly string[]): ReadonlyMap<string, Served> {
  return new Map(lines.map((line) => {
    const columns = line.trim().split(/\s+/);
    const [version, isNamespaced, kind] = columns.slice(-3);
    const group = version.includes('/') ? `.${version.slice(0, version.indexOf('/'))}` : '';
    return [`${kind}${group}`, { kind, resource: `${columns[0]}${group}`, isNamespaced: isNamespaced === 'true' }];
  }));
}

function itemsOf(json: string): readonly LiveManifest[] {
  try {
    return (JSON.parse(json) as { items: readonly LiveManifest[] }).items;
  } catch {
    throw new AbsentError('--with cluster: kubectl answers with something that is no JSON: try kubectl get services -o json');
  }
}

/** An object of which nothing but the names of its values is known. */
function withKeys(kind: string, line: string, namespace: string | undefined): LiveManifest {
  const [name, immutable, ...keys] = line.split(' ');
  return {
    apiVersion: 'v1',
    kind,
    metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
    ...(keys.length === 0 ? {} : { data: Object.fromEntries(keys.map((key) => [key, NOT_READ])) }),
    ...(immutable === 'true' ? { immutable: true } : {}),
  };
}

/** Those that the input does not hold, in the words of the input: where it writes no namespace, they have none either. */
function besides(input: Graph, live: readonly Found[], implied: string | undefined): readonly LiveObject[] {
  const held = new Set(input.nodes.map(({ groupKind, namespace = implied, name }) => keyOf(groupKind, namespace, name)));
  const isWritten = input.nodes.some(({ namespace }) => namespace !== undefined && namespace === implied);
  const others = live.filter((object) => !isMade(object) && !held.has(keyOf(object.groupKind, object.namespace, object.manifest.metadata.name)));
  asWritten(others, input);
  return others.map(({ groupKind, manifest, namespace }) => namespace !== implied || isWritten
    ? { groupKind, manifest }
    : { groupKind, manifest: { ...manifest, metadata: { ...manifest.metadata, namespace: undefined } } });
}

function keyOf(groupKind: string, namespace: string | undefined, name: string | undefined): string {
  return JSON.stringify([groupKind, groupKind === CLUSTER_ANALYSIS_TEMPLATE ? '' : namespace, name]);
}

function namespaceOf({ namespace }: Place): string {
  return namespace === undefined ? 'its namespace' : `namespace ${namespace}`;
}
