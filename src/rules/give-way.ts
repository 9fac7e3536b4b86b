import { everyRule } from './every-rule';
import { meantBy } from './faults';
import type { Finding } from './finding';
import type { Rule } from './rule';
import { formatPath } from '../graph/document';
import type { Graph } from '../graph/graph';
import type { ResourceNode } from '../graph/resource-node';

/**
 * The findings that tell a mistake that no other tells better. A rule that gives way says nothing of a place of which another one
 * says that it is refused, as that one knows what was meant. Of what is there under a misspelt name, nobody says that it is absent,
 * and nobody misses anything below a value of the wrong type.
 */
export function withoutGivingWay(findings: readonly Finding[], rules: readonly Rule[], graph: Graph): readonly Finding[] {
  const giving = new Set(rules.filter(({ givesWay }) => givesWay === true).map(({ id }) => id));
  if (!findings.some(({ rule }) => giving.has(rule))) {
    return findings;
  }
  const gone = new Map<number, readonly Gone[]>();
  const others = findings.filter(({ rule, document, path }) => {
    const here = gone.get(document) ?? goneIn(graph.nodes[document]);
    gone.set(document, here);
    return !giving.has(rule) && !here.some((one) => one.isGone(path));
  });
  // what is refused must not be told as broken alone, so there it is the other one that gives way
  const placesOf = (all: readonly Finding[], wanted: Finding['class']) => new Set(all.filter((finding) => finding.class === wanted).map(placeOf));
  const [refused, broken] = [placesOf(others, 'refused'), placesOf(others, 'broken')];
  const told = findings.filter((finding) => giving.has(finding.rule) && !refused.has(placeOf(finding))
    && !(finding.class === 'broken' && broken.has(placeOf(finding))));
  const taken = placesOf(told, 'refused');
  const kept = new Set([...others.filter((finding) => finding.class !== 'broken' || !taken.has(placeOf(finding))), ...told]);
  return findings.filter((finding) => kept.has(finding));
}

/**
 * Whether a finding about what a construct wrote only says again that a property of it cannot be so: at that property, or at a part
 * that came from none and so was worked out. `told` is the finding in the words of the properties.
 */
export function isConsequence(finding: Finding, told: Finding, wrongProperties: readonly string[]): boolean {
  return wrongProperties.length > 0 && givingRules().has(finding.rule)
    && (told.path === finding.path || wrongProperties.some((property) => isWithin(told.path, property) || isWithin(property, told.path)));
}

interface Gone {
  /** Whether what a finding misses at this path is there, and cannot be read. */
  isGone(path: string): boolean;
}

function goneIn(node: ResourceNode | undefined): readonly Gone[] {
  // what the API server lets through may be refused for another reason yet
  return (node?.faults ?? []).filter(({ isLate }) => !isLate).flatMap((fault): Gone[] => {
    const meant = fault.fault === 'unknown' ? meantBy(fault, node!) : undefined;
    if (meant !== undefined && 'name' in meant) {
      const around = fault.path.slice(0, -1);
      const [map, place] = [formatPath(around), formatPath([...around, meant.name])];
      const isAlone = node!.root.at(...around).keys().length === 1;
      return [{ isGone: (path) => isWithin(path, place) || (isAlone && path === map) }];
    }
    const place = fault.fault === 'type' ? formatPath(fault.path) : undefined;
    return place === undefined ? [] : [{ isGone: (path) => path !== place && isWithin(path, place) }];
  });
}

let known: ReadonlySet<string> | undefined;

function givingRules(): ReadonlySet<string> {
  return known ??= new Set(everyRule.filter(({ givesWay }) => givesWay === true).map(({ id }) => id));
}

function isWithin(path: string, part: string): boolean {
  return path === part || path.startsWith(`${part}.`) || path.startsWith(`${part}[`);
}

function placeOf({ document, path }: Finding): string {
  return `${document} ${path}`;
}
