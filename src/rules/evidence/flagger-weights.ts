import type { UpstreamChecks } from './upstream-checks';

const SCHEDULER = 'flagger:pkg/controller/scheduler.go';
const MEASURED = 'conformance/scenarios/naive-flagger.ts';
const ROUTER = 'flagger:pkg/router';
const INGRESS = 'flagger:pkg/router/ingress.go';

/** Of how an analysis moves the traffic. */
export const canaryWeightChecks: UpstreamChecks = {
  'FW-01': ['a first step of 0 or less: the analysis begins again at each interval, and never ends', `${SCHEDULER}#L61`, `${SCHEDULER}#L77`],
  'FW-02': ['`stepWeights` that do not rise: the analysis stays where they do not, and never ends', `${SCHEDULER}#L83`, `${MEASURED} naive-flagger/falling-weights`, `${MEASURED} naive-flagger/repeated-weights`],
  'FW-03': ['a `maxWeight` above 100 with `stepWeight`: the weight stays at 100, and nothing is promoted', `${SCHEDULER}#L570`, `${SCHEDULER}#L596`],
  'FW-04': ['a `maxWeight` that `stepWeight` does not divide: the last step goes beyond it', `${SCHEDULER}#L595`],
  'FW-05': ['a `stepWeight` above `maxWeight`: one step, beyond it', `${SCHEDULER}#L595`],
  'FW-06': ['a weight above 100 in `stepWeights`: it is 100', `${SCHEDULER}#L83`],
  'FW-07': ['`maxWeight` beside `stepWeights`: it is not read', `${SCHEDULER}#L44`],
  'FW-08': ['`maxWeight` beside `iterations`, or `mirrorWeight` without `mirror`: it is not read', `${SCHEDULER}#L487`, 'flagger:pkg/router/istio.go#L534'],
  'FW-09': ['`mirror` with weights where only Istio mirrors before them: the weight stays at 0, and the analysis never ends', `${SCHEDULER}#L577`],
  'FW-10': ['`mirror` with iterations where nothing mirrors: the canary gets no request to be judged by', `${SCHEDULER}#L690`],
  'FW-11': ['`match` without iterations at NGINX: all who match go to the canary at once, and one check promotes it', `${INGRESS}#L141`],
  'FW-12': ['`match` at NGINX, and a promotion in steps: the weights cannot be read back, and the promotion never ends', `${INGRESS}#L141`, `${SCHEDULER}#L534`],
  'FW-13': ['a promotion in steps where no traffic is split, which is not read; in steps below 0, which never end; in steps above 100, which are one', `${SCHEDULER}#L511`, `${SCHEDULER}#L534`],
  'FW-14': ['weights with the provider kubernetes: a blue-green of ten iterations, and two warnings at each of them', `${SCHEDULER}#L475`],
  'FW-15': ['a `threshold` of 0: it is 1', 'flagger:pkg/apis/flagger/v1beta1/canary.go#L656'],
  'FW-16': ['a blue-green without mirroring: no request reaches the canary before all of them do', `${SCHEDULER}#L687`],
  'FW-17': ['the Canary, or the route, is changed in the middle of a release: the weights begin anew', 'flagger:pkg/router/istio.go#L329', 'flagger#929', 'flagger#1732', 'flagger#634'],
  'FW-18': ['`mirror` with weights and `match` at Istio: the route of an audience mirrors nothing, the weight stays at 0, and the analysis never ends', `${ROUTER}/istio.go#L539`, `${SCHEDULER}#L577`],
  'FW-19': ['`mirror` with weights and `sessionAffinity` at Istio: one route mirrors, and the other is asked whether it does; the weight stays at 0', `${ROUTER}/istio.go#L530`, `${ROUTER}/istio.go#L439`],
  'FW-20': ['`mirror` with iterations and `sessionAffinity` at the Gateway API: each interval begins without mirroring', `${ROUTER}/gateway_api.go#L190`, `${ROUTER}/gateway_api.go#L213`],
  'FW-21': ['a promotion in steps with the provider knative: the new revision is read for both versions, the weights are not 100 together, and the promotion never ends', `${ROUTER}/knative.go#L87`, `${SCHEDULER}#L534`],
  'FW-22': ['`mirror` and a `stepWeight` above 100: the primary would get less than nothing, and the analysis never ends', `${SCHEDULER}#L584`],
  'FW-23': ['`iterations` of 0 or less, and no weights: the analysis begins again at each interval, and never ends', `${SCHEDULER}#L60`],
  'FW-24': ['`mirror` beside an A/B test: it is not read', `${SCHEDULER}#L637`],
};
