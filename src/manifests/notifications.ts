/** What stands before every annotation that the notifications of Argo Rollouts read. */
export const NOTIFICATIONS = 'notifications.argoproj.io/';

/** The triggers that come with Argo Rollouts, in its `notifications-install.yaml`. */
export const SHIPPED_TRIGGERS: readonly string[] = [
  'on-analysis-run-error', 'on-analysis-run-failed', 'on-analysis-run-running', 'on-rollout-aborted', 'on-rollout-completed',
  'on-rollout-paused', 'on-rollout-step-completed', 'on-rollout-updated', 'on-scaling-replica-set',
];

/**
 * Every trigger that a Rollout can set off. The controller looks up the trigger that is named after the reason of an event, so
 * that one of another name is never asked.
 */
export const KNOWN_TRIGGERS: readonly string[] = [
  ...SHIPPED_TRIGGERS,
  'on-analysis-run-inconclusive', 'on-analysis-run-pending', 'on-analysis-run-successful', 'on-creating-canary-ingress',
  'on-destination-rule-not-found', 'on-experiment-created', 'on-load-balancer-not-found', 'on-new-replica-set-created',
  'on-patching-alb-ingress', 'on-patching-canary-ingress', 'on-reconciliation-error', 'on-replica-set-create-error',
  'on-rollout-added-to-informer', 'on-rollout-deleted', 'on-rollout-not-completed', 'on-rollout-resumed', 'on-skip-steps',
  'on-step-plugin-transition', 'on-switch-service', 'on-target-group-unverified', 'on-target-group-verified',
  'on-target-group-verify-error', 'on-traffic-routing-error', 'on-traffic-split-created', 'on-traffic-split-not-created',
  'on-traffic-weight-updated', 'on-updated-destination-rule', 'on-virtual-node-not-found', 'on-virtual-router-not-found',
  'on-virtual-service-not-found', 'on-weight-verify-error',
];

/** Where triggers, templates and services are defined. */
export const NOTIFICATION_CONFIG = 'argo-rollouts-notification-configmap';

/** The annotation by which a Rollout asks to be told of. */
export function subscriptionKey(trigger: string, service: string): string {
  return `${NOTIFICATIONS}subscribe.${trigger}.${service}`;
}

/** What the name of such an annotation says. */
export interface Subscription {
  /** Absent: those that the controller is told of. */
  readonly trigger?: string;
  readonly service: string;
  /** Parts behind these, which the controller drops. */
  readonly dropped: readonly string[];
}

/** Undefined for an annotation that is no subscription. */
export function readSubscriptionKey(key: string): Subscription | undefined {
  const prefix = `${NOTIFICATIONS}subscribe.`;
  if (!key.startsWith(prefix)) return undefined;
  const [first, second, ...dropped] = key.slice(prefix.length).split('.');
  return second === undefined ? { service: first, dropped } : { trigger: first, service: second, dropped };
}
