import type { UpstreamChecks } from './upstream-checks';

const SPEC = 'argo:pkg/apis/rollouts/validation/validation.go';

/** Of the steps of a canary. */
export const stepChecks: UpstreamChecks = {
  'ST-01': ['a step with two of `setWeight`, `pause`, `experiment` and `analysis`', `${SPEC}#L491`],
  'ST-02': ['a step that does nothing', `${SPEC}#L322`],
  'ST-03': ['a weight below 0 or above the full weight', `${SPEC}#L328`],
  'ST-04': ['a pause whose duration is negative or cannot be read', `${SPEC}#L331`],
  'ST-05': ['`setCanaryScale` without a router', `${SPEC}#L334`],
  'ST-06': ['`setHeaderRoute` behind a router that cannot', `${SPEC}#L340`],
  'ST-07': ['a header without a value, behind an AWS load balancer', `${SPEC}#L515`],
  'ST-08': ['a header value that is not exact, behind an AWS load balancer', `${SPEC}#L520`],
  'ST-09': ['a header without a value, or with one that is neither exact nor a prefix nor a pattern', `${SPEC}#L529`],
  'ST-10': ['a header value that is more than one of these', `${SPEC}#L542`],
  'ST-11': ['`setMirrorRoute` behind a router that cannot', `${SPEC}#L357`],
  'ST-12': ['a mirrored method or path that is neither exact nor a prefix nor a pattern', `${SPEC}#L363`, `${SPEC}#L366`],
  'ST-13': ['a mirrored method or path that is more than one of these', `${SPEC}#L363`, `${SPEC}#L542`],
  'ST-14': ['a step that adds a route, and no `managedRoutes`', `${SPEC}#L379`],
  'ST-15': ['a header route that `managedRoutes` does not name', `${SPEC}#L385`],
  'ST-16': ['a mirror route that `managedRoutes` does not name', `${SPEC}#L388`],
  'ST-17': ['an experiment with a share of the traffic, without a router', `${SPEC}#L397`],
  'ST-18': ['an experiment with a share of the traffic, behind a router that has none to give', `${SPEC}#L399`],
  'ST-19': ['an argument from a field of the metadata that nobody can read', `${SPEC}#L420`],
};
