import type { UpstreamChecks } from './upstream-checks';

const CONTROLLER = 'flagger:pkg/controller/controller.go';
const SCHEDULER = 'flagger:pkg/controller/scheduler.go';
const DEPLOYMENT = 'flagger:pkg/canary/deployment_controller.go';
const CONFIG = 'flagger:pkg/canary/config_tracker.go';

/** Of the Canary as a whole: Flagger says it in its log alone, and does not begin. */
export const canaryChecks: UpstreamChecks = {
  'FV-01': ['one cookie for both versions', `${CONTROLLER}#L405`],
  'FV-02': ['a Service of Knative with another provider than knative in the Canary itself, or knative with another target', `${CONTROLLER}#L386`],
  'FV-03': ['a Service of Knative and an autoscaler', `${CONTROLLER}#L396`],
  'FV-04': ['a reference into another namespace, where Flagger runs with `-no-cross-namespace-refs`', `${CONTROLLER}#L347`],
  'FV-05': ['two Canaries of one workload: both change its replicas and its primary', `${SCHEDULER}#L147`],
  'FV-06': ['a Canary without a `spec`, which the API server takes: Flagger reads a field of its analysis, and ends', `${CONTROLLER}#L404`],
};

/** Of the workload that a Canary names. */
export const targetChecks: UpstreamChecks = {
  'FT-01': ['a target that is not there: the Canary never gets past its initialization', `${DEPLOYMENT}#L219`],
  'FT-02': ['a target whose `matchLabels` have none of the labels that Flagger knows', `${DEPLOYMENT}#L329`, 'conformance/scenarios/naive-flagger.ts naive-flagger/unknown-label'],
  'FT-03': ['of several such labels the first that Flagger knows is taken, and the others stay as they are', `${DEPLOYMENT}#L323`],
  'FT-04': ['a label that other pods of the namespace have too: the Services of one send requests to the other', `${DEPLOYMENT}#L295`, 'flagger#1257', 'flagger#1312', 'flagger#1227', 'flagger#809'],
  'FT-05': ['a name, or the value of that label, that is too long with `-primary` behind it, or no name of a Service', 'flagger:pkg/router/kubernetes_default.go#L178', 'flagger#790'],
  'FT-06': ['a Service as the target, and another `service.name`: the routes lead to Services that there are not', 'flagger:pkg/canary/service_controller.go#L71', 'flagger:pkg/apis/flagger/v1beta1/canary.go#L611'],
  'FT-07': ['a DaemonSet that is not updated by itself', 'flagger:pkg/canary/daemonset_controller.go#L240'],
  'FT-08': ['a target of another kind, such as a StatefulSet', 'flagger:artifacts/flagger/crd.yaml', 'flagger#410'],
  'FT-09': ['a ConfigMap or a Secret that the pods use, and that is not there', `${CONFIG}#L212`, `${CONFIG}#L226`],
  'FT-10': ['a ConfigMap with `binaryData`: the copy for the primary is without it', `${CONFIG}#L335`, 'flagger#1774'],
  'FT-11': ['a Secret of a type that Flagger does not copy: both versions share it', `${CONFIG}#L104`],
  'FT-12': ['a Secret that something renews: each renewal is a release, and the primary keeps the old one until that is promoted', `${CONFIG}#L283`, 'flagger#417'],
  'FT-13': ['a number of replicas that every apply puts back', `${DEPLOYMENT}#L158`, 'flagger#1504', 'flagger#1157'],
  'FT-14': ['a Deployment that takes its pods away before it makes new ones: the primary does so at the promotion', `${DEPLOYMENT}#L99`],
  'FT-15': ['rules to spread pods that select by a label which the primary has another value of', `${DEPLOYMENT}#L418`, 'flagger#923', 'flagger#648', 'flagger#1099'],
  'FT-16': ['something that selects the pods by a label which the primary has another value of', 'flagger:pkg/canary/util.go#L138', 'flagger#1604', 'flagger#815'],
  'FT-17': ['labels of the Deployment itself are not copied to the primary, where no option of Flagger says so', 'flagger:pkg/canary/util.go#L111'],
  'FT-18': ['a disk for one node, or a port of the node: both versions run at once', `${DEPLOYMENT}#L273`],
  'FT-19': ['a threshold of ready pods that is never reached, or that no pod has to be ready for', 'flagger:pkg/canary/deployment_ready.go#L90'],
  'FT-20': ['a Deployment that gives up before the Canary does', 'flagger:pkg/canary/deployment_ready.go#L92'],
  'FT-21': ['a change outside of the pod template starts no release', `${DEPLOYMENT}#L147`, 'flagger#862', 'flagger#1152'],
  'FT-22': ['back to what was promoted last starts no release', 'flagger:pkg/canary/spec.go#L40'],
  'FT-23': ['a version that comes after a failure while the primary is not ready is lost', `${SCHEDULER}#L862`],
  'FT-24': ['a first version that never gets ready', `${SCHEDULER}#L229`],
  'FT-25': ['`skipAnalysis` from the beginning: nobody waits for the primary', `${DEPLOYMENT}#L54`, 'flagger#515'],
};
