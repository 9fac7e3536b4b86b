import type { Fields } from './case';
import { idOf } from './upstream-ids';
import { readGraph } from '../../src/graph/graph';
import type { Manifest } from '../../src/manifests/manifest';
import type { Finding } from '../../src/rules/finding';
import { judge } from '../../src/rules/judge';

/** What the oracle has against an object: `conformance/oracle/README.md`. */
export interface Verdict {
  readonly object?: string;
  readonly check: string;
  readonly field?: string;
  readonly message: string;
}

/** `refused`: by the API server, or as invalid by the controller. `broken`: taken, and then an error, a crash, or something left out. */
export type Outcome = 'refused' | 'broken' | 'accepted';

/** Kinds that the oracle judges; of all others it looks at what a Rollout needs of them. */
const JUDGED = /^(Rollout|Experiment|AnalysisRun|(Cluster)?AnalysisTemplate) /;

export function findingsIn(objects: readonly Fields[]): Finding[] {
  return judge(readGraph(objects.map(manifest => ({ manifest: manifest as unknown as Manifest }))), { complete: true })
    .filter(({ class: what }) => what === 'refused' || what === 'broken');
}

export function theirOutcome(reasons: readonly Reason[]): Outcome {
  return reasons.some(({ outcome }) => outcome === 'refused') ? 'refused' : reasons.length > 0 ? 'broken' : 'accepted';
}

function outcomeOf({ object = '', check, field = '', message }: Verdict): Outcome {
  const isArgo = JUDGED.test(object);
  switch (check) {
    case 'schema': return 'refused';
    // What does not fit a type of Argo's own gets past the API server, if it says nothing itself.
    case 'decode': return isArgo && field !== 'apiVersion' ? 'broken' : 'refused';
    case 'validate': return /\.experiment$/.test(field) ? 'broken' : 'refused';
    case 'references': return !object.startsWith('Rollout ') || /experiment/.test(field) || message.includes('leads back to itself') ? 'broken' : 'refused';
    default: return 'broken';
  }
}

/** Findings that the oracle would have, if they hold. */
function ourOutcome(findings: readonly Finding[]): Outcome {
  return findings.some(isRefusal) ? 'refused' : findings.some(({ class: what }) => what === 'broken') ? 'broken' : 'accepted';
}

/** What a Rollout needs of other objects is judged, their definitions are not. */
function isRefusal({ class: what, resource, rule }: Finding): boolean {
  return what === 'refused' && (JUDGED.test(resource) || rule === 'istio-routes' || rule === 'ambassador-mapping');
}

/** A verdict without its words: enough to compare, and short enough to be kept. */
export interface Reason {
  readonly outcome: Outcome;
  /** Of upstream's checks. */
  readonly id: string;
  /** `Rollout spec.strategy.steps[].setWeight`. */
  readonly place: string;
}

export function reasonOf(verdict: Verdict): Reason {
  const { object = '', field = '' } = verdict;
  const place = `${object.split(' ')[0]} ${field.replace(/\[\d+\]/g, '[]')}`;
  return { outcome: outcomeOf(verdict), id: idOf(verdict), place };
}

/** Where we do not agree with them, the same cause in the same words. What we call broken may well be taken: it goes wrong at run time. */
export function disagreementsOf(findings: readonly Finding[], reasons: readonly Reason[]): string[] {
  const [ours, theirs] = [ourOutcome(findings), theirOutcome(reasons)];
  if (theirs === 'refused' && !findings.some(({ class: what }) => what === 'refused')) {
    // Nested templates are named alike in an analysis, which is refused, and in an experiment, which is not.
    const refusals = reasons.filter(({ outcome, place }) => outcome === 'refused' && (ours === 'accepted' || place !== 'Rollout spec.templates'));
    return unique(refusals.map(({ id, place }) => `missed: ${id} of ${place}`));
  }
  // What they would have said after a crash is not known; and what their types cannot hold may count as refused or as left out.
  if (theirs !== 'refused' && ours === 'refused' && !reasons.some(({ id }) => id === 'panic' || id === 'RF-11' || id.startsWith('decode'))) {
    return unique(findings.filter(isRefusal).map(({ rule, resource }) => `false alarm: ${rule} on ${resource.split(' ')[0]}${reasons.length > 0 ? `, which has ${reasons[0]!.id}` : ''}`));
  }
  return theirs === 'broken' && ours === 'accepted' ? unique(reasons.map(({ id, place }) => `harmless to us: ${id} of ${place}`)) : [];
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
