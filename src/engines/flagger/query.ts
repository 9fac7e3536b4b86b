import type { MeasuredAnalysis } from '../../intent/analysis';
import { Hole, PodNames } from '../../intent/query';
import type { HoleName, QueryText } from '../../intent/query';
import type { Enquiry, TelemetryDialect } from '../../intent/telemetry';
import { isOpaque, joinLeaves, mapLeaf } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';
import { enquiryOf, textOf, wantedBy } from '../question-text';
import type { Wanted } from '../question-text';

/** What Flagger fills in when it asks, as its templates say it. A name of a pod says what the hash says elsewhere. */
const filled: Readonly<Record<HoleName, string>> = {
  'canary-hash': '[a-z0-9]+',
  'stable-hash': 'primary-[a-z0-9]+',
  'namespace': '{{ namespace }}',
  'rollout': '{{ target }}',
  'canary-service': '{{ service }}-canary',
  'stable-service': '{{ service }}-primary',
};

/** A query of a dialect, for pods of a Deployment or of a DaemonSet. */
function queryFor(wanted: Wanted, enquiry: Enquiry, dialect: TelemetryDialect, daemonSet: boolean): Leaf<string> {
  // the Ingress of everybody leads to the Service in front of both versions, and ingress-nginx calls the requests of the primary by it
  const stableService = dialect.onlyBehind?.includes('nginx') === true ? '{{ service }}' : filled['stable-service'];
  return fill(textOf(wanted, enquiry, dialect), { ...filled, 'stable-service': stableService }, daemonSet);
}

/** The query that answers a question. */
export function queryOf(analysis: MeasuredAnalysis, dialect: TelemetryDialect, daemonSet: boolean): Leaf<string> {
  const { question } = analysis;
  if (question.kind === 'threshold' || question.kind === 'verbatim') return ownQuery(question.query);
  return queryFor(wantedBy(question), enquiryOf(analysis, dialect), dialect, daemonSet);
}

/** Somebody's own query, whose arguments become what Flagger fills in, or variables. */
export function ownQuery(query: Leaf<string>): Leaf<string> {
  return mapLeaf(query, text => text.replace(/\{\{\s*args\.([\w-]+)\s*\}\}/g, (_, name: string) =>
    Object.hasOwn(filled, name) ? filled[name as HoleName] : `{{ index variables "${name}" }}`));
}

function fill(parts: QueryText, holes: typeof filled, daemonSet: boolean): Leaf<string> {
  const texts = parts.map(part => part instanceof Hole ? holes[part.name] : part instanceof PodNames ? podNames(part, daemonSet) : part);
  return texts.some(isOpaque) ? texts.reduce<Leaf<string>>((before, part) => joinLeaves(before, part), '') : texts.join('');
}

/**
 * The pods of the canary are those of the workload, whose names end with a hash and five characters, or in a DaemonSet with the latter
 * alone. None of these has a dash, which keeps them apart from the pods of `<workload>-primary`.
 */
function podNames({ of }: PodNames, daemonSet: boolean): string {
  const version = { canary: '', stable: '-primary', service: '(-primary)?' }[of];
  return `{{ target }}${version}${daemonSet ? '' : '-[a-z0-9]+'}-[a-z0-9]+`;
}
