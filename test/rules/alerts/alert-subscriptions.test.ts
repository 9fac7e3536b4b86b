import { alertSubscriptions } from '../../../src/rules/alerts/alert-subscriptions';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const prefix = 'notifications.argoproj.io';
const annotated = (key: string, value = 'deploys') =>
  rollout().replace('namespace: shop }', `namespace: shop, annotations: { ${JSON.stringify(key)}: ${JSON.stringify(value)} } }`);
const path = (key: string) => `metadata.annotations[${JSON.stringify(key)}]`;
const subscription = (trigger: string, service = 'slack') => `${prefix}/subscribe.${trigger}.${service}`;

testRule(alertSubscriptions, {
  valid: [
    { name: 'a trigger that comes with the controller', yaml: annotated(subscription('on-rollout-aborted'), 'deploys;on-call') },
    { name: 'a request, whose service knows its address', yaml: annotated(subscription('on-analysis-run-failed', 'deploy-log'), '') },
    { name: 'several subscriptions as YAML', yaml: annotated(`${prefix}/subscribe_yaml`, '- trigger: [on-rollout-aborted]') },
    { name: 'annotations of somebody else', yaml: annotated('example.com/subscribe.on-anything', '') },
    { name: 'a Rollout without annotations', yaml: rollout() },
  ],
  invalid: [
    {
      name: 'a misspelt trigger',
      yaml: annotated(subscription('on-rollout-abort')),
      findings: [{
        path: path(subscription('on-rollout-abort')),
        message: 'names trigger "on-rollout-abort", and no event of Argo Rollouts is called so: nobody is ever told; write notifications.argoproj.io/subscribe.on-rollout-aborted.slack: deploys instead',
        class: 'risky',
      }],
    },
    ...['on-rollout-degraded', 'on-rollout-failed', 'on-rollback'].map((trigger) => ({
      name: `an abort by another name, ${trigger}`,
      yaml: annotated(subscription(trigger)),
      findings: [{ path: path(subscription(trigger)), message: /no event of Argo Rollouts is called so.*; write notifications.argoproj.io\/subscribe.on-rollout-aborted.slack: deploys instead$/ }],
    })),
    {
      name: 'a trigger of somebody else',
      yaml: annotated(subscription('on-sync-succeeded')),
      findings: [{ path: path(subscription('on-sync-succeeded')), message: /no event of Argo Rollouts is called so.*write one that comes with it: on-analysis-run-error/ }],
    },
    {
      name: 'a trigger that has to be defined first',
      yaml: annotated(subscription('on-traffic-weight-updated')),
      findings: [{
        path: path(subscription('on-traffic-weight-updated')),
        message: /does not come with Argo Rollouts.*define trigger.on-traffic-weight-updated and its template in ConfigMap argo-rollouts-notification-configmap/,
        class: 'advice',
      }],
    },
    {
      name: 'a service without a trigger',
      yaml: annotated(`${prefix}/subscribe.slack`),
      findings: [{ path: path(`${prefix}/subscribe.slack`), message: /names no trigger/, class: 'advice' }],
    },
    {
      name: 'a misspelt subscription',
      yaml: annotated(`${prefix}/subscribed.on-rollout-aborted.slack`),
      findings: [{ path: path(`${prefix}/subscribed.on-rollout-aborted.slack`), message: /is no subscription, and nothing reads it/ }],
    },
    {
      name: 'a service written as in the ConfigMap',
      yaml: annotated(subscription('on-rollout-aborted', 'slack.workspace1')),
      findings: [{
        path: path(subscription('on-rollout-aborted', 'slack.workspace1')),
        message: 'must name a trigger and a service without dots, got 3 parts, of which only the first two count; name the service alone: of service.slack.workspace1 that is workspace1',
      }],
    },
    {
      name: 'a channel without its name',
      yaml: annotated(subscription('on-rollout-aborted'), ''),
      findings: [{ path: path(subscription('on-rollout-aborted')), message: 'must name who is told by slack, got ""; write a recipient, or several with a ; between them' }],
    },
    {
      name: 'channels with commas between them',
      yaml: annotated(subscription('on-rollout-aborted'), 'deploys, on-call'),
      findings: [{ path: path(subscription('on-rollout-aborted')), message: /must have a ; between recipients, got "deploys, on-call", which is one of that name; write notifications.argoproj.io\/subscribe.on-rollout-aborted.slack: deploys;on-call$/ }],
    },
    {
      name: 'a name that is too long for an annotation',
      yaml: annotated(subscription('on-rollout-step-completed', 'the-channel-of-the-payments-team')),
      findings: [{ path: path(subscription('on-rollout-step-completed', 'the-channel-of-the-payments-team')), message: /must have a name of at most 63/, class: 'refused' }],
    },
  ],
});
