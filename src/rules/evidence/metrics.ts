import type { UpstreamChecks } from './upstream-checks';

const FACTORY = 'argo:utils/analysis/factory.go';

/** Of metrics, when a run starts: it ends with an error, and the Rollout aborts. */
export const metricChecks: UpstreamChecks = {
  'ME-01': ['a run without metrics', `${FACTORY}#L133`],
  'ME-02': ['two metrics of the same name', `${FACTORY}#L138`],
  'ME-03': ['`consecutiveSuccessLimit` is negative', `${FACTORY}#L172`],
  'ME-04': ['`failureLimit` is below -1', `${FACTORY}#L175`],
  'ME-05': ['no limit of failures, and none of successes', `${FACTORY}#L180`],
  'ME-06': ['`inconclusiveLimit` is negative', `${FACTORY}#L184`],
  'ME-07': ['`consecutiveErrorLimit` is negative', `${FACTORY}#L188`],
  'ME-08': ['fewer measurements than the limits of failures and successes need together', `${FACTORY}#L194`],
  'ME-09': ['fewer measurements than the limit of successes needs', `${FACTORY}#L198`],
  'ME-10': ['fewer measurements than may be inconclusive', `${FACTORY}#L203`],
  'ME-11': ['several measurements without an interval', `${FACTORY}#L207`],
  'ME-12': ['an interval that is no duration', `${FACTORY}#L211`],
  'ME-13': ['an initial delay that is no duration', `${FACTORY}#L216`],
  'ME-14': ['a metric without a provider', `${FACTORY}#L259`],
  'ME-15': ['a metric with several providers', `${FACTORY}#L262`],
  'ME-16': ['an argument that nobody gave', 'argo:utils/template/template.go#L61'],
  'ME-17': ['a placeholder that is no argument', 'argo:utils/template/template.go#L95'],
  'ME-18': ['a dry-run rule that fits no metric', 'argo:utils/analysis/helpers.go#L141'],
  'ME-19': ['a rule on what to keep that fits no metric', 'argo:utils/analysis/helpers.go#L119'],
  'ME-20': ['an argument from a Secret or a key that is not there', 'argo:analysis/analysis.go#L265'],
  'ME-21': ['a provider that cannot be made', 'argo:metricproviders/metricproviders.go#L49'],
};
