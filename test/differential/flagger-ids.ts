import type { Verdict } from './comparison';

/* Which check of Flagger a verdict is, by its words. What is not told apart there stands under the first of its ids. */

const WORDS: readonly (readonly [id: string, words: RegExp, check?: string])[] = [
  ['FV-01', /same cookie name/],
  ['FV-03', /can't use autoscaler with Knative/],
  ['FV-02', /can't use .* as target|provider needs to be knative|knative/i, 'admission'],
  ['FV-04', /cross-namespace references are blocked/],
  ['FT-01', /get query error.*not found|not found/, 'target'],
  ['FT-01', /(service|Knative Service) .* get query error/, 'primary'],
  ['FT-02', /matchLabels must contain one of/],
  ['FT-07', /must have RollingUpdate strategy/],
  ['FT-09', /(configmap|secret) .* get query error|(configmaps|secrets) ".*" not found/, 'primary'],
  ['FK-06', /panic/, 'autoscaler'],
  ['FH-01', /./, 'autoscaler'],
  ['FN-01', /ingress selector is empty/],
  ['FN-02', /backend .* not found in ingress/],
  ['FN-03', /invalid memory address/, 'route'],
  ['FN-10', /assignment to entry in nil map/, 'route'],
  ['FG-01', /GatewayRefs must be specified/],
  ['FG-02', /Gateway API doesn't support/],
  ['FI-01', /hosts and gateways when delegation/],
  ['FAP-01', /apisix route/i],
  ['FAM-01', /mesh name cannot be empty/],
  ['FM-02', /no usable metrics template/],
  ['FM-09', /metrictemplates.* not found/],
  ['FM-10', /query render error|template|function .* not defined|unexpected/, 'metric'],
  ['absent-secret', /secrets "[^"]+" not found/, 'metric'],
  ['absent-secret', /secrets "[^"]+" not found/, 'alert'],
  ['FM-15', /secrets? .* not found|credentials does not contain|does not contain/, 'metric'],
  ['FM-01', /error parsing metric interval/],
  ['FM-14', /unsupported protocol scheme|is not a valid URL|invalid URL|parse .*:|address|endpoint is not set|no Host|host must be/, 'metric'],
  ['FB-01', /./, 'webhook'],
  ['FA-03', /./, 'alert'],
];

/** Nothing but an option of the controller brings it about. */
const BY_OPTION = 'FV-04';
/** Those that are told apart, each to be met. */
export const flaggerTellable: readonly string[] = [...new Set(WORDS.map(([id]) => id))].filter(id => id !== BY_OPTION);

/** What decides without a word of Flagger. */
const OF_THE_SERVER = ['schema', 'pruned', 'unknown', 'decode'];
/** How many words tell a verdict from others that have no id. */
const WORDS_KEPT = 6;

export function flaggerIdOf({ check, message }: Verdict): string {
  if (OF_THE_SERVER.includes(check)) return check;
  const found = WORDS.find(([, words, of]) => (of === undefined || of === check) && words.test(message));
  return found?.[0] ?? [check, ...message.split(' ').filter(word => /^[a-z]+:?$/i.test(word)).slice(0, WORDS_KEPT)].join('-').replace(/[^\w-]/g, '');
}
