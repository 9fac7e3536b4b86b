import type { Finding } from './finding';
import { nearest } from './wording';
import type { Path } from '../graph/document';
import type { Graph } from '../graph/graph';

/** Somebody's decision to live with what a rule says about an object. */
export interface Waiver {
  readonly rule: string;
  /** As findings name it: `Rollout shop/checkout`. */
  readonly resource: string;
  readonly reason: string;
  /** The document whose annotation it is; it then waives what is said of that one, and not of another of the same name. */
  readonly document?: number;
  /** Where it stands, when it has a file of its own. */
  readonly place?: WaiverPlace;
}

export interface WaiverPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Where an object says what is waived for it. */
export const WAIVER_ANNOTATION = 'rolloutkit.dev/waive';

/** A finding that is not reported, and why. */
export interface WaivedFinding {
  readonly finding: Finding;
  readonly waiver: Waiver;
}

/** What is left of some findings, and what is not. */
export interface WaivedFindings {
  readonly findings: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
}

interface AppliedWaivers extends WaivedFindings {
  /** What is wrong with the waivers themselves. */
  readonly aboutWaivers: readonly AboutWaiver[];
}

interface AboutWaiver {
  readonly finding: Finding;
  readonly path: Path;
}

/** The rules that there are, and those that have been asked. */
export interface AskedRules {
  readonly asked: ReadonlySet<string>;
  readonly known: readonly string[];
}

/** Takes out what is waived. A waiver without a reason waives nothing. */
export function applyWaivers(findings: readonly Finding[], waivers: readonly Waiver[], graph: Graph, rules: AskedRules): AppliedWaivers {
  const kept: Finding[] = [];
  const waived: WaivedFinding[] = [];
  const used = new Set<Waiver>();
  const byRule = new Map<string, Waiver[]>();
  for (const waiver of waivers) {
    byRule.set(keyOf(waiver), [...byRule.get(keyOf(waiver)) ?? [], waiver]);
  }
  for (const finding of findings) {
    const matching = [...byRule.get(keyOf(finding)) ?? [], ...byRule.get(keyOf({ ...finding, document: undefined })) ?? []];
    matching.forEach((each) => used.add(each));
    const waiver = matching.find(hasReason);
    if (waiver === undefined) {
      kept.push(finding);
    } else {
      waived.push({ finding, waiver });
    }
  }
  return { findings: kept, waived, aboutWaivers: waivers.flatMap((waiver) => judgeWaiver(waiver, used.has(waiver), graph, rules)) };
}

/** What a waiver and the findings that it is for have in common. */
function keyOf({ rule, resource, document }: Pick<Waiver, 'rule' | 'resource' | 'document'>): string {
  return JSON.stringify([rule, document ?? resource]);
}

function judgeWaiver(waiver: Waiver, isUsed: boolean, graph: Graph, { asked, known }: AskedRules): AboutWaiver[] {
  const { rule, resource } = waiver;
  const about = `the waiver of ${rule} for ${resource}`;
  if (!isUsed && !asked.has(rule)) {
    // of a rule that was left out nobody knows whether it would have said something
    const meant = nearest(rule, known);
    return known.includes(rule) ? [] : [told(
      'unused-waiver', waiver, graph, `${about} names no rule that there is`, meant === undefined ? 'write the id of a rule, as findings show it' : waiver.document === undefined ? `write rule: ${meant}` : `write ${meant}: ${waiver.reason}`,
    )];
  }
  if (!isUsed) {
    const message = waiver.document === undefined && !graph.nodes.some((node) => node.resource === resource)
      ? `${about} names an object that is not in the input`
      : `${about} waives nothing: the rule has nothing to say there`;
    return [told('unused-waiver', waiver, graph, message, 'drop it, or correct its rule or resource')];
  }
  if (!hasReason(waiver)) {
    const fix = waiver.document === undefined ? 'say in `reason` why the finding is accepted' : `write why the finding is accepted: '${rule}: ...'`;
    return [told('waiver-reason', waiver, graph, `${about} gives no reason, so it waives nothing`, fix)];
  }
  return [];
}

function told(rule: 'unused-waiver' | 'waiver-reason', waiver: Waiver, graph: Graph, message: string, fix: string): AboutWaiver {
  const { resource, document, place } = waiver;
  const own = rule === 'unused-waiver' ? { severity: 'warning', class: 'risky' } as const : { severity: 'error', class: 'broken' } as const;
  const isAnnotation = document !== undefined;
  return {
    finding: {
      rule,
      ...own,
      resource,
      path: isAnnotation ? `metadata.annotations["${WAIVER_ANNOTATION}"]` : '',
      message,
      fix,
      ...place,
      // one in a file of its own is about that file, and about no document
      document: document ?? (place === undefined ? graph.nodes.findIndex((node) => node.resource === resource) : -1),
    },
    path: isAnnotation ? ['metadata', 'annotations', WAIVER_ANNOTATION] : [],
  };
}

function hasReason(waiver: Waiver): boolean {
  return typeof waiver.reason === 'string' && waiver.reason.trim() !== '';
}
