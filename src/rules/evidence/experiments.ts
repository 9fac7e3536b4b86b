import type { UpstreamChecks } from './upstream-checks';

const EXPERIMENT = 'argo:experiments/experiment.go';
const CONDITIONS = 'argo:utils/conditions/experiments.go';

/** Of experiments. */
export const experimentChecks: UpstreamChecks = {
  'EX-01': ['a version without a selector', `${CONDITIONS}#L144`],
  'EX-02': ['a version with an empty selector', `${CONDITIONS}#L150`],
  'EX-03': ['a version that needs longer to be ready than it may take', `${CONDITIONS}#L155`],
  'EX-04': ['a version without a name', `${CONDITIONS}#L138`],
  'EX-05': ['two versions of the same name', `${CONDITIONS}#L164`],
  'EX-06': ['pods that nobody can make', `${EXPERIMENT}#L327`],
  'EX-07': ['an analysis template that is not there', `${EXPERIMENT}#L652`],
  'EX-08': ['a placeholder for something that an experiment does not know', 'argo:utils/template/template.go#L26'],
  'EX-09': ['a Service of that name belongs to somebody else', 'argo:experiments/service.go#L91'],
  'EX-10': ['a Service with several ports of which one has no name, or without a port', `${EXPERIMENT}#L287`],
  'EX-11': ['a name that is too long for the Service made of it', `${EXPERIMENT}#L287`],
  'EX-12': ['a version of a step that is neither the stable one nor the canary', 'argo:rollout/experiment.go#L89'],
};
