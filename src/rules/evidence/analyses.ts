import type { UpstreamChecks } from './upstream-checks';

const REFERENCES = 'argo:pkg/apis/rollouts/validation/validation_references.go';
const HELPERS = 'argo:utils/analysis/helpers.go';
const FACTORY = 'argo:utils/analysis/factory.go';

/** Of the analyses of a Rollout, before any of them runs. */
export const analysisChecks: UpstreamChecks = {
  'AN-01': ['two metrics of one run have the same name', `${HELPERS}#L409`],
  'AN-02': ['two templates of one run give an argument different values', `${HELPERS}#L365`, 'argo#1851'],
  'AN-03': ['two dry-run rules of one run for the same metric', `${HELPERS}#L478`],
  'AN-04': ['two rules of one run on what to keep of the same metric', `${HELPERS}#L489`],
  'AN-05': ['an argument without a value', `${HELPERS}#L228`],
  'AN-06': ['an argument with a value and a place to read it from', `${REFERENCES}#L592`],
  'AN-07': ['a placeholder for something that the template does not declare', 'argo:utils/template/template.go#L88'],
  'AN-08': ['a metric that is none any more with its arguments filled in', `${FACTORY}#L112`],
  'AN-09': ['an endless metric where the rollout waits for the end', `${REFERENCES}#L180`, 'argo#3243'],
  'AN-10': ['a background analysis that gives no argument, and needs one', `${REFERENCES}#L191`],
  'AN-11': ['a background analysis that does not give the argument that is needed', `${REFERENCES}#L203`],
  'AN-12': ['rules of an inline step clash with a template that only another analysis runs', `${REFERENCES}#L122`],
  'AN-13': ['an argument from a field of the Rollout that cannot be read, told when the run is made', `${FACTORY}#L267`],
  'AN-14': ['an argument from the pod template of a Rollout whose pods are somebody else\'s', 'argo:pkg/apis/rollouts/v1alpha1/types.go#L108', `${FACTORY}#L267`],
};
