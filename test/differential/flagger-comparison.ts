import type { Outcome, Reason, Verdict } from './comparison';
import { flaggerIdOf } from './flagger-ids';
import type { Finding } from '../../src/rules/finding';

/* What Flagger's own code says of a bundle beside what our rules say: conformance/oracle/flagger. */

/** Its definitions are judged; what Kubernetes makes of its own kinds, the oracle does not ask. */
const OWN = /^(Canary|MetricTemplate|AlertProvider) /;

/** Undefined for what changes nothing. */
function outcomeOf({ object = '', check, field = '' }: Verdict): Outcome | undefined {
  switch (check) {
    // kubectl sends nothing that would be dropped
    case 'schema': case 'pruned': return 'refused';
    // Flagger has no place for it, or no type: it is as if it were not there, or no Canary is read any more. Of another kind nothing gets that far.
    case 'unknown': return OWN.test(object) && !field.startsWith('metadata.') ? undefined : 'refused';
    case 'decode': return OWN.test(object) ? 'broken' : 'refused';
    default: return 'broken';
  }
}

export function flaggerReasonsOf(verdicts: readonly Verdict[]): Reason[] {
  return verdicts.flatMap(verdict => {
    const { object = '', check, message } = verdict;
    const field = (check === 'decode' ? /Go struct field \w+\.(\S+) of type/.exec(message)?.[1] : verdict.field) ?? '';
    const outcome = outcomeOf(verdict);
    return outcome === undefined ? [] : [{ outcome, id: flaggerIdOf(verdict), place: `${object.split(' ')[0]} ${generalized(field)}`.trim() }];
  });
}

/** The same place in any list, and of any name that the user gives. */
function generalized(field: string): string {
  return field.replace(/\[\d+\]/g, '[]').replace(/(\]\.metadata|labels|annotations|templateVariables|primaryScalerQueries|eaders|queryParams|sourceLabels)(\.[^.[]+|\["[^"]*"\])/g, '$1.*');
}

/** Where we do not agree with them, the same cause in the same words. */
export function flaggerDisagreementsOf(findings: readonly Finding[], reasons: readonly Reason[], isUnseen: (finding: Finding) => boolean): string[] {
  const refusals = reasons.filter(({ outcome }) => outcome === 'refused');
  const [ours, broken] = ['refused', 'broken'].map(wanted => findings.filter(finding => finding.class === wanted)) as [Finding[], Finding[]];
  if (refusals.length > 0) {
    return ours.length > 0 ? [] : unique(refusals.map(({ id, place }) => `missed: ${id} of ${place}`));
  }
  // What a type cannot hold ends it before the rest is looked at.
  const alarms = reasons.some(({ id }) => id === 'decode') ? [] : ours.filter(({ resource }) => OWN.test(resource));
  if (alarms.length > 0) {
    return unique(alarms.map(({ rule, ...at }) => `false alarm: ${rule} on ${placeOf(at)}${reasons.length > 0 ? `, which has ${reasons[0]!.id}` : ''}`));
  }
  if (reasons.length > 0) return ours.length + broken.length > 0 ? [] : unique(reasons.map(({ id, place }) => `harmless to us: ${id} of ${place}`));
  return unique(broken.filter(finding => !isUnseen(finding)).map(({ rule, ...at }) => `broken to us alone: ${rule} on ${placeOf(at)}`));
}

function placeOf({ resource, path }: Pick<Finding, 'resource' | 'path'>): string {
  return `${resource.split(' ')[0]} ${generalized(path)}`.trim();
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
