import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { RenderedObject } from './rendered-objects';
import type { ScopeChecks, Share } from './share';
import { inProperties, problemFinding, propertyRule } from '../compile';
import type { Origin } from '../engines/rendered';
import type { SourceDocument } from '../graph/document';
import { readGraph } from '../graph/graph';
import { resourceName } from '../manifests/names';
import { formatFinding } from '../rules/finding';
import type { Finding } from '../rules/finding';
import { isConsequence } from '../rules/give-way';
import { judgeWithWaivers } from '../rules/judge';

export interface Judgement {
  /** Lines for each construct that stop the synth, without its path, which cdk8s writes in front. */
  readonly errors: Map<IConstruct, readonly string[]>;
  /** Lines that do not. */
  readonly words: readonly string[];
}

/** Runs the rules over the objects of an app and tells each construct its share. */
export function judgeObjects(
  root: IConstruct,
  entries: readonly RenderedObject[],
  shares: ReadonlyMap<IConstruct, Share>,
  scopes: ReadonlyMap<IConstruct, ScopeChecks>,
): Judgement {
  const written = entries.filter(entry => entry.manifest !== undefined);
  const ownerOf = ownersIn(shares);
  const graph = readGraph(written.map((entry): SourceDocument => ({ manifest: entry.manifest! })));
  const judged = (document: number) => document < 0 || ownerOf(written[document].object) !== undefined || isBelow(written[document].object, scopes);
  const { findings, waived } = judgeWithWaivers(graph, {
    complete: true,
    elsewhere: [...shares.values()].flatMap(elsewhereOf),
    judged,
    // what a construct wrote belongs together, also to who waives a finding about it
    toldOf: document => {
      const owner = ownerOf(written[document].object);
      return owner && resourceOf(owner.share.objects[0]);
    },
    waivers: [...scopes.values()].flatMap(scope => scope.waivers),
  });

  const told = findings.flatMap(finding => {
    const owner = ownerOf(written[finding.document]?.object);
    if (owner === undefined) return [{ construct: root, finding }];
    const words = inWords(finding, owner.index, owner.share.origins());
    const wrong = owner.share.problems.map(({ property }) => property);
    return isConsequence(finding, words, wrong) ? [] : [{ construct: owner.construct, finding: words }];
  });
  const problems = [...shares].flatMap(([construct, share]) => share.problems.map(problem => ({
    construct, finding: problemFinding(problem, resourceOf(share.objects[0]), 0),
  })));
  const failures = entries.filter(entry => entry.failure !== undefined).map(entry => ({
    construct: root,
    finding: problemFinding({ property: entry.object.node.path, message: `cannot be written: ${firstLine(entry.failure!)}`, fix: 'mend what it names' }, resourceOf(entry.object), 0),
  }));

  const errors = new Map<IConstruct, string[]>();
  const all = [...problems, ...failures, ...told];
  for (const { construct, finding } of all.filter(({ finding: each }) => each.severity === 'error')) {
    const line = errorLine(finding, construct !== root);
    const lines = errors.get(construct) ?? [];
    // places that came from one property are one place to its user
    if (!lines.includes(line)) errors.set(construct, [...lines, line]);
  }
  return {
    errors,
    words: [
      ...new Set(all.filter(({ finding }) => finding.severity !== 'error').map(({ finding }) => formatFinding(finding))),
      ...waived.map(({ finding, waiver }) => `waived  ${finding.resource}  ${finding.rule}: ${waiver.reason}`),
    ],
  };
}

function elsewhereOf(share: Share) {
  return share.elsewhere.map(named => ({ ...named, namespace: share.objects[0].metadata.namespace }));
}

interface Owner {
  readonly construct: IConstruct;
  readonly share: Share;
  /** The object's position in the share. */
  readonly index: number;
}

/** Tells whose an object is. It is worked out when it is first asked, which is when there is a finding. */
function ownersIn(shares: ReadonlyMap<IConstruct, Share>): (object: ApiObject | undefined) => Owner | undefined {
  let owners: Map<ApiObject | undefined, Owner> | undefined;
  const read = () => new Map([...shares].flatMap(([construct, share]) =>
    share.objects.map((object, index): [ApiObject, Owner] => [object, { construct, share, index }])));
  return object => (owners ??= read()).get(object);
}

/** Positions in the app become positions in the share, where the origins count. */
function inWords(finding: Finding, index: number, origins: readonly Origin[]): Finding {
  return { ...inProperties({ ...finding, document: index }, origins), document: finding.document };
}

/** cdk8s writes the construct's path in front, so its own resource need not be named again. */
function errorLine(finding: Finding, ownConstruct: boolean): string {
  const place = [...(ownConstruct ? [] : [finding.resource]), ...(finding.path === '' ? [] : [finding.path])].join('  ');
  const fix = finding.fix === undefined ? '' : `; ${finding.fix}`;
  const rule = finding.rule === propertyRule ? '' : ` (${finding.rule})`;
  return `${place}${place === '' ? '' : ': '}${finding.message}${fix}${rule}`;
}

function resourceOf(object: ApiObject): string {
  return resourceName(object.kind, object.metadata.namespace, object.name);
}

function isBelow(object: ApiObject, scopes: ReadonlyMap<IConstruct, ScopeChecks>): boolean {
  return scopes.size > 0 && object.node.scopes.some(scope => scopes.has(scope));
}

/** cdk8s puts a stack of causes into its messages; the first line says what happened. */
function firstLine(text: string): string {
  return text.split('\n', 1)[0].replace(/^Failed serializing construct at path '[^']*' with name '[^']*': (Error: )?/, '');
}
