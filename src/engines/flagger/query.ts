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

/** Whose pods are asked about: what the workload is decides how they are called. */
export type PodsOf = 'Deployment' | 'DaemonSet' | 'Service';

/** A query of a dialect. */
function queryFor(wanted: Wanted, enquiry: Enquiry, dialect: TelemetryDialect, pods: PodsOf): Leaf<string> {
  // the Ingress of everybody leads to the Service in front of both versions, and ingress-nginx calls the requests of the primary by it
  const stableService = dialect.onlyBehind?.includes('nginx') === true ? '{{ service }}' : filled['stable-service'];
  return fill(textOf(wanted, enquiry, dialect), { ...filled, 'stable-service': stableService }, pods);
}

/** The query that answers a question. */
export function queryOf(analysis: MeasuredAnalysis, dialect: TelemetryDialect, pods: PodsOf): Leaf<string> {
  const { question } = analysis;
  if (question.kind === 'threshold' || question.kind === 'verbatim') return ownQuery(question.query);
  return queryFor(wantedBy(question), enquiryOf(analysis, dialect), dialect, pods);
}

/** Somebody's own query, whose arguments become what Flagger fills in, or variables. */
export function ownQuery(query: Leaf<string>): Leaf<string> {
  return mapLeaf(query, text => text.replace(/\{\{\s*args\.([\w-]+)\s*\}\}/g, (_, name: string) =>
    Object.hasOwn(filled, name) ? filled[name as HoleName] : `{{ index variables "${name}" }}`));
}

function fill(parts: QueryText, holes: typeof filled, pods: PodsOf): Leaf<string> {
  const texts = parts.map(part => part instanceof Hole ? holes[part.name] : part instanceof PodNames ? podNames(part, pods) : part);
  return texts.some(isOpaque) ? texts.reduce<Leaf<string>>((before, part) => joinLeaves(before, part), '') : texts.join('');
}

/**
 * The pods of the canary are those of the workload, whose names end with a hash and five characters, or in a DaemonSet with the latter
 * alone. None of these has a dash, which keeps them apart from the pods of `<workload>-primary`. Knative has a Deployment for each revision;
 * that of the canary is the latest, and the name of another is not known.
 */
function podNames({ of }: PodNames, pods: PodsOf): string {
  if (pods === 'Service') return `${of === 'canary' ? '{{ route }}' : '{{ target }}-[0-9]+'}-deployment-[a-z0-9]+-[a-z0-9]+`;
  const version = { canary: '', stable: '-primary', service: '(-primary)?' }[of];
  return `{{ target }}${version}${pods === 'DaemonSet' ? '' : '-[a-z0-9]+'}-[a-z0-9]+`;
}
