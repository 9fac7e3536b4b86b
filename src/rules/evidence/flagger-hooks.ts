import type { UpstreamChecks } from './upstream-checks';

const WEBHOOK = 'flagger:pkg/controller/webhook.go';
const EVENTS = 'flagger:pkg/controller/events.go';
const SCHEDULER = 'flagger:pkg/controller/scheduler.go';
const LOAD_TESTER = 'flagger:pkg/loadtester';

/** Of whom Flagger calls and tells, and of its end. */
export const canaryHookChecks: UpstreamChecks = {
  'FB-01': ['an address of a webhook without a scheme, or a timeout that cannot be read', `${WEBHOOK}#L66`, `${WEBHOOK}#L79`],
  'FB-02': ['an answer above 202, as 204, is a bad one', `${WEBHOOK}#L90`],
  'FB-03': ['retries, with waits between them, and the timeout for each', `${WEBHOOK}#L39`],
  'FB-04': ['webhooks that take longer than an interval: intervals are skipped', 'flagger:pkg/controller/job.go#L44'],
  'FB-05': ['a gate between weights where there are none: it is never asked', `${SCHEDULER}#L484`],
  'FB-06': ['a gate between weights that is closed before the first: the hooks before it are called again at each interval', `${SCHEDULER}#L449`, 'flagger#1248'],
  'FB-07': ['a closed gate waits without an end, whatever its timeout is', 'flagger:pkg/controller/scheduler_hooks.go#L44', 'flagger#1450', 'flagger#738'],
  'FB-08': ['a rollback hook is not asked while a gate before the rollout is closed', `${SCHEDULER}#L886`],
  'FB-09': ['the load tester is asked for what it cannot do, or not told what to do', `${LOAD_TESTER}/server.go#L438`, `${LOAD_TESTER}/task.go#L57`, `${LOAD_TESTER}/concord.go#L73`],
  'FB-10': ['a load test that ends before it is measured, or that goes past what splits the requests', 'flagger#191', 'flagger#1716', 'flagger#1767'],
  'FB-11': ['a webhook for events takes the place of that of Flagger\'s options', `${EVENTS}#L52`],
  'FA-01': ['an alert without a severity is never sent', `${EVENTS}#L105`],
  'FA-02': ['alerts of the Canary take the place of those of Flagger\'s options', `${EVENTS}#L91`],
  'FA-03': ['an AlertProvider that is not there, or has no address: its log alone says so', `${EVENTS}#L126`, `${EVENTS}#L148`, 'flagger:pkg/notifier/slack.go#L61'],
  'FA-04': ['an alert of severity warn is sent for errors too, and one of severity error for them alone', `${EVENTS}#L108`],
  'FA-05': ['a hook before the rollout that fails, or pods that are never ready, are no alert', 'flagger#1663'],
  'FD-01': ['`revertOnDeletion`, and the target is deleted first: the Canary cannot be', 'flagger:pkg/controller/finalizer.go#L34', 'flagger#1357'],
  'FD-02': ['a Canary is deleted without `revertOnDeletion`: what Flagger made goes with it, and the target has no pods', 'flagger#853', 'flagger#640'],
  'FA-90': ['a cookie of the primary, and an interval that cannot be read: no weight is written', 'flagger:pkg/router/gateway_api.go#L502'],
};
