import type { Verdict } from './comparison';

/* Which check of upstream a verdict is, by its words; what is not told apart there stands under the first of its ids. */

const WORDS: readonly (readonly [id: string, words: RegExp, field?: RegExp])[] = [
  ['RO-01', /greater than or equal to 0/, /^spec\.replicas$/],
  ['RO-13', /greater than or equal to 0/, /^spec\.minReadySeconds$/],
  ['RO-14', /greater than or equal to 0/, /^spec\.revisionHistoryLimit$/],
  ['RO-15', /greater than or equal to 0/, /^spec\.progressDeadlineSeconds$/],
  ['RO-16', /must be greater than minReadySeconds/],
  ['RO-02', /missing field '\.spec\.selector'/],
  ['RO-04', /empty selector is invalid/],
  ['RO-03', /./, /^spec\.selector/],
  ['RO-06', /template must be empty for workload/],
  ['RO-19', /./, /^spec\.workloadRef/],
  ['RO-08', /`selector` does not match template `labels`/],
  ['RO-09', /./, /^spec\.template\.spec\.restartPolicy$/],
  ['RO-10', /./, /^spec\.template\.spec\.activeDeadlineSeconds$/],
  ['RO-11', /must be read-only for|ReadWriteOnce|must be set to true for replicated pods/],
  ['RO-12', /./, /^spec\.template(\.|$)/],
  ['RO-17', /missing field '\.spec\.strategy/],
  ['RO-18', /Multiple Strategies/],
  ['BG-01', /same service for the active and preview/],
  ['BG-02', /smaller than the rollout's scale down limit/],
  ['AA-01', /exactly one strategy listed/],
  ['AA-02', /weight must be between 1-100/],
  ['CA-01', /both can not be zero/],
  ['CA-02', /same service for the stable and canary/],
  ['CA-03', /Ping-pong feature works with/],
  ['CA-04', /Ping service and Pong service must/, /pingService$/],
  ['CA-05', /Ping service and Pong service must/, /pongService$/],
  ['CA-06', /same service for the ping and pong/],
  ['CA-07', /Root service field is required/],
  ['CA-08', /must to be set to use Traffic Routing/, /stableService$/],
  ['CA-09', /must to be set to use Traffic Routing/, /canaryService$/],
  ['CA-10', /scaleDownDelaySeconds can only be used with/],
  ['CA-11', /dynamicStableScale can only be used with/],
  ['CA-12', /dynamicStableScale cannot be used with/],
  ['CA-13', /maxTrafficWeight in traffic routing only/],
  ['ST-02', /step\.Plugin: true": Step must have one of/],
  ['ST-01', /Step must have one of/],
  ['ST-03', /SetWeight needs to be between/],
  ['ST-04', /Duration needs to be greater/],
  ['ST-05', /SetCanaryScale requires/],
  ['ST-06', /SetHeaderRoute requires/],
  ['ST-08', /ALB supports 'exact'/],
  ['ST-12', /StringMatch value missed/, /setMirrorRoute/],
  ['ST-13', /StringMatch match value must/, /setMirrorRoute/],
  ['ST-09', /StringMatch value missed/],
  ['ST-10', /StringMatch match value must/],
  ['ST-11', /SetMirrorRoute requires/],
  ['ST-14', /missing field/, /managedRoutes$/],
  ['ST-15', /Steps define a route that does not exist/, /setHeaderRoute/],
  ['ST-16', /Steps define a route that does not exist/, /setMirrorRoute/],
  ['ST-17', /weight cannot be set unless TrafficRouting/],
  ['ST-18', /weight is only available for/],
  ['ST-19', /must refer to valid object metadata/],
  ['RF-01', /not found/, /activeService$/],
  ['RF-02', /not found/, /previewService$/],
  ['RF-03', /not found/, /stableService$/],
  ['RF-04', /not found/, /canaryService$/],
  ['RF-05', /not found/, /pingService$/],
  ['RF-06', /not found/, /pongService$/],
  ['RF-07', /has unmatch label/],
  ['RF-08', /managed by another/],
  ['RF-11', /leads back to itself/],
  ['EX-07', /AnalysisTemplate '.*' not found/, /analyses\[\d+\]/],
  ['RF-10', /ClusterAnalysisTemplate '.*' not found/],
  ['RF-09', /AnalysisTemplate '.*' not found/],
  ['RF-12', /StableIngress or StableIngresses must/],
  ['RF-13', /Either Ingress or Ingresses must/],
  ['RF-14', /either VirtualService or VirtualServices must/],
  ['RF-15', /not found/, /stableIngress/i],
  ['RF-16', /not found/, /alb\.ingress/],
  ['RF-17', /has no rules using service/, /nginx/],
  ['RF-18', /has no rules using service/],
  ['RF-19', /virtualservices.* not found/],
  ['RF-21', /Unable to get any of the HTTP/],
  ['RF-22', /Unable to get HTTP routes/],
  ['RF-23', /Unable to get TLS routes/],
  ['RF-24', /Unable to get TCP routes/],
  ['RF-25', /HTTP Route '.*' is not found/],
  ['RF-26', /spec\.http\[\] should be set/],
  ['RF-27', /No matching TLS routes/],
  ['RF-28', /spec\.tls\[\] should be set/],
  ['RF-29', /No matching TCP routes/],
  ['RF-30', /spec\.tcp\[\] should be set/],
  ['RF-31', /Canary Service '.*' not found in route/],
  ['RF-32', /Stable Service '.*' not found in route/],
  ['RF-33', /Canary DestinationRule subset/],
  ['RF-34', /Stable DestinationRule subset/],
  ['RF-36', /must provide at least one mapping/],
  ['RF-37', /mappings.* not found/],
  ['RF-38', /can not define weight/],
  ['RF-39', /must provide virtual-service/],
  ['RF-40', /not found|virtual-?router/i, /appmesh\.virtualService/],
  ['RF-41', /AppMesh virtual-router|expected object kind|Error getting route/i],
  ['AN-01', /two metrics have the same name/],
  ['AN-02', /specified multiple times with different values/],
  ['AN-03', /two Dry-Run metric rules/],
  ['AN-04', /two Measurement Retention metric rules/],
  ['AN-05', /was not resolved/],
  ['AN-06', /has both Value and ValueFrom/],
  ['AN-09', /runs indefinitely/],
  ['AN-10', /missing analysis arguments/],
  ['AN-13', /invalid path .* in rollout|must terminate in a primitive|invalid index|out of range/],
  ['EX-08', /Failed to create AnalysisRun for analysis/],
  ['ME-16', /was not supplied/],
  ['ME-17', /failed to resolve/],
  ['ME-01', /no metrics specified/],
  ['ME-02', /duplicate name/],
  ['ME-03', /consecutiveSuccessLimit must be >= 0/],
  ['ME-04', /failureLimit must be >= 0/],
  ['ME-05', /cannot both be disabled/],
  ['ME-06', /inconclusiveLimit must be >= 0/],
  ['ME-07', /consecutiveErrorLimit must be >= 0/],
  ['ME-08', /must be >= failureLimit \+/],
  ['ME-09', /count must be >= consecutiveSuccessLimit/],
  ['ME-10', /count must be >= inconclusiveLimit/],
  ['ME-11', /interval must be specified/],
  ['ME-12', /invalid interval string/],
  ['ME-13', /invalid startDelay string/],
  ['ME-14', /no provider specified/],
  ['ME-15', /multiple providers specified/],
  ['ME-18', /dryRun\[\d+\]: Rule/],
  ['ME-19', /measurementRetention\[\d+\]: Rule/],
  ['EX-01', /missing field '\.Spec\.Templates/i],
  ['EX-02', /selecting all pods/],
  ['EX-03', /MinReadySeconds cannot be longer/],
  ['EX-04', /name cannot be empty|empty name|name/i, /^spec(\.templates.*)?$|experiment$/],
  ['EX-12', /Invalid template step SpecRef/],
];
const REPEATED = /has repeated template name/;
const MISSING_ARGUMENT = /^Invalid value.*: (\S+)$/;

/** Nobody gets so far: what is missing for a background analysis is told as AN-05, and disks are compared with themselves. */
const NEVER = ['AN-10', 'AN-11', 'RO-11'];

/** What the oracle can tell apart. */
export const tellable: readonly string[] = [...WORDS.map(([id]) => id), 'EX-05', 'AN-07'].filter(id => !NEVER.includes(id));

/** An id, or who says it when there is none for it. */
export function idOf(verdict: Verdict): string {
  const { check, field = '', message } = verdict;
  if (check === 'schema' || check === 'decode') return `${check} ${kindOfFault(message)}`;
  if (check === 'condition' || check === 'provider' || check === 'panic') return check;
  if (check === 'references' && /failed to resolve/.test(message)) return 'AN-07';
  if (REPEATED.test(message)) return 'EX-05';
  const found = WORDS.find(([, words, place]) => words.test(message) && (place === undefined || place.test(field)));
  if (found !== undefined) return found[0];
  if (check === 'references' && MISSING_ARGUMENT.test(message)) return 'AN-11';
  return `${check} other`;
}

function kindOfFault(message: string): string {
  if (/unknown field/.test(message)) return 'unknown';
  if (/Required value/.test(message)) return 'required';
  if (/Unsupported value/.test(message)) return 'enum';
  if (/Duplicate value/.test(message)) return 'duplicate';
  return /must be of type|cannot unmarshal|must be an? /i.test(message) ? 'type' : 'other';
}
