import type { Known } from './known';
import type { Finding } from '../../src/rules/finding';

/* Disagreements with Flagger that are known, with their reasons. Whoever mends one takes its line out. */

const known: readonly Known[] = [
  { group: /^missed: unknown of DaemonSet /, reason: 'no definition of a DaemonSet is pinned' },
  { group: /^false alarm: value-types on \w+ metadata\.namespace/, reason: 'the oracle takes it for the namespace default; a server refuses it' },
  { group: /^harmless to us: absent-secret/, reason: 'many keep their Secrets elsewhere' },
  { group: /^harmless to us: FT-09/, reason: 'many keep the ConfigMaps and Secrets of their pods elsewhere' },
  {
    group: /^broken to us alone: metric-template-provider on Canary spec\.metricsServer/,
    reason: 'the oracle asks no server that no metric is asked of, and Flagger makes itself a client of it at each check',
  },
  { group: /^broken to us alone: \S+ on (MetricTemplate|AlertProvider) /, reason: 'of what no Canary names, Flagger reads nothing' },
];

export function isKnownOfFlagger(group: string): boolean {
  return known.some(one => one.group.test(group));
}

/** What goes wrong, and cannot be seen in the first tick without a cluster, which is all that the oracle does. */
const unseen: readonly { readonly rule: string; readonly words: RegExp; readonly reason: string }[] = [
  { rule: 'canary-metric-threshold', words: /./, reason: 'what an answer is compared with' },
  { rule: 'canary-weights', words: /./, reason: 'weights after the first' },
  { rule: 'canary-mirror', words: /./, reason: 'weights after the first' },
  { rule: 'canary-nginx-match', words: /./, reason: 'weights after the first' },
  { rule: 'canary-audience', words: /./, reason: 'who is led to the canary' },
  { rule: 'canary-audience-headers', words: /./, reason: 'who is led to the canary' },
  { rule: 'canary-ready', words: /./, reason: 'pods' },
  { rule: 'canary-service', words: /./, reason: 'pods, and what a server says of the Services that Flagger makes' },
  { rule: 'canary-ports', words: /./, reason: 'what a server says of the Services that Flagger makes' },
  { rule: 'canary-names', words: /./, reason: 'what a server says of the objects that Flagger makes' },
  { rule: 'canary-route-values', words: /./, reason: 'what a server says of the routes that Flagger makes' },
  { rule: 'canary-route-matches', words: /./, reason: 'what a server makes of the routes that Flagger makes' },
  { rule: 'canary-autoscaler', words: /at most|at least|below/, reason: 'what a server says of the autoscaler that Flagger makes' },
  { rule: 'canary-ingress-rules', words: /must be the port/, reason: 'the router finds no such port' },
  { rule: 'canary-ingress-ref', words: /must lead to Service/, reason: 'Flagger compares two pointers for Skipper, and never sees it' },
  { rule: 'canary-gateways', words: /./, reason: 'Gateways are looked for by who serves them' },
  { rule: 'canary-session-affinity', words: /./, reason: 'routes after the first' },
  { rule: 'canary-query-answer', words: /./, reason: 'what a store says of a query' },
  { rule: 'canary-metric-interval', words: /./, reason: 'what a store says of a query' },
  { rule: 'canary-builtin-metrics', words: /./, reason: 'what a store says of a query' },
  { rule: 'metric-template-provider', words: /must be there for stackdriver/, reason: 'the oracle stops before the cloud is asked for a project without a name' },
  { rule: 'canary-alert-severity', words: /./, reason: 'what is sent' },
  { rule: 'canary-alert-provider', words: /must be an address with https/, reason: 'what is sent' },
  { rule: 'canary-config', words: /binaryData/, reason: 'what is in the copy' },
  { rule: 'canary-ingress-rules', words: /must have an annotation/, reason: 'a server takes an empty map away, and the oracle does not' },
];

export function isUnseen({ rule, message }: Finding): boolean {
  return unseen.some(one => one.rule === rule && one.words.test(message));
}
