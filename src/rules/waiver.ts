import type { Finding } from './finding';
import type { Graph } from '../graph/graph';

/** Somebody's decision to live with what a rule says about an object. */
export interface Waiver {
  readonly rule: string;
  /** As findings name it: `Rollout shop/checkout`. */
  readonly resource: string;
  readonly reason: string;
}

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
  readonly aboutWaivers: readonly Finding[];
}

/** Takes out what is waived. A waiver without a reason waives nothing. */
export function applyWaivers(findings: readonly Finding[], waivers: readonly Waiver[], graph: Graph): AppliedWaivers {
  const kept: Finding[] = [];
  const waived: WaivedFinding[] = [];
  const used = new Set<Waiver>();
  for (const finding of findings) {
    const waiver = waivers.find((each) => each.rule === finding.rule && each.resource === finding.resource);
    if (waiver !== undefined) {
      used.add(waiver);
    }
    if (waiver === undefined || !hasReason(waiver)) {
      kept.push(finding);
    } else {
      waived.push({ finding, waiver });
    }
  }
  return { findings: kept, waived, aboutWaivers: waivers.flatMap((waiver) => judgeWaiver(waiver, used.has(waiver), graph)) };
}

function judgeWaiver(waiver: Waiver, isUsed: boolean, graph: Graph): Finding[] {
  const about = `the waiver of ${waiver.rule} for ${waiver.resource}`;
  const place = {
    resource: waiver.resource,
    path: '',
    document: graph.nodes.findIndex((node) => node.resource === waiver.resource),
  };
  if (!isUsed) {
    const message = place.document < 0
      ? `${about} names an object that is not in the input`
      : `${about} waives nothing: the rule has nothing to say there`;
    return [{ rule: 'unused-waiver', severity: 'warning', class: 'risky', ...place, message, fix: 'drop it, or correct its rule or resource' }];
  }
  if (!hasReason(waiver)) {
    const message = `${about} gives no reason, so it waives nothing`;
    return [{ rule: 'waiver-reason', severity: 'error', class: 'broken', ...place, message, fix: 'say in `reason` why the finding is accepted' }];
  }
  return [];
}

function hasReason(waiver: Waiver): boolean {
  return typeof waiver.reason === 'string' && waiver.reason.trim() !== '';
}
