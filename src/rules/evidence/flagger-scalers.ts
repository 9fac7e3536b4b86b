import type { UpstreamChecks } from './upstream-checks';

const HPA = 'flagger:pkg/canary/hpa_reconciler.go';
const KEDA = 'flagger:pkg/canary/scaled_object_reconciler.go';

/** Of what scales a workload that Flagger has taken over. */
export const canaryScalerChecks: UpstreamChecks = {
  'FH-01': ['an autoscaler that is not there: the Canary never gets past its initialization', `${HPA}#L42`, `${KEDA}#L44`],
  'FH-02': ['an autoscaler of the workload that the Canary does not name: the primary has none', 'flagger:pkg/controller/scheduler.go#L192'],
  'FH-03': ['a cluster that knows autoscalers in older versions alone', `${HPA}#L37`],
  'FH-04': ['a primary with more pods at least than at most', `${HPA}#L70`],
  'FH-05': ['other bounds without another version: they come with the next promotion', `${HPA}#L103`, 'flagger#1563', 'flagger#1674', 'flagger#1308'],
  'FH-06': ['an autoscaler by the name of the primary\'s: it stays at first, and is written over at the next promotion', `${HPA}#L83`],
  'FK-01': ['a query of the primary for a trigger of a name that there is not', `${KEDA}#L188`],
  'FK-02': ['the name of the target is replaced wherever a query has it, in other words too', `${KEDA}#L205`],
  'FK-03': ['a trigger without a query is copied as it is', `${KEDA}#L194`, 'flagger#1790'],
  'FK-04': ['fields of a ScaledObject that Flagger does not know: they are lost, in the one of the user too', `${KEDA}#L140`, 'flagger:pkg/apis/keda/v1alpha1/scaledobject.go#L70'],
  'FK-05': ['the ScaledObject of the primary is made while the other is paused: it may stay so', `${KEDA}#L84`, 'flagger#1934'],
  'FK-06': ['a ScaledObject that scales nothing: Flagger itself crashes', `${KEDA}#L56`],
};
