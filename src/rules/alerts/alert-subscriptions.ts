import type { Field } from '../../graph/field';
import { isLabelKey } from '../../manifests/names';
import { KNOWN_TRIGGERS, NOTIFICATION_CONFIG, NOTIFICATIONS, readSubscriptionKey, SHIPPED_TRIGGERS } from '../../manifests/notifications';
import { keyed, scalar, write } from '../fix';
import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { nearest, shown } from '../wording';

export const alertSubscriptions: Rule = {
  id: 'alert-subscriptions',
  class: 'risky',
  summary: 'an annotation that asks to be told of a release names an event of the controller, a service and somebody',
  why: 'the controller reads past an annotation that it does not understand and past a trigger that none of its events is named after: nobody is told, and nobody is told that nobody is',
  covers: [],
  check: (graph) => forEachRolloutWith(graph, ['annotations'], function* (rollout): Iterable<Remark> {
    for (const [key, value] of rollout.metadata.at('annotations').entries()) {
      if (key.startsWith(NOTIFICATIONS)) {
        yield* judge(key, value);
      }
    }
  }),
};

const FORM = `${NOTIFICATIONS}subscribe.on-rollout-aborted.slack`;

function* judge(key: string, value: Field): Iterable<Remark> {
  const subscription = readSubscriptionKey(key);
  if (!isLabelKey(key)) {
    yield remark(
      value, `must have a name of at most 63 letters, digits, dashes, dots and underscores behind the slash, got ${key.length - NOTIFICATIONS.length} characters`,
      `write one such as ${FORM}, with a shorter name of the service`, { class: 'refused' },
    );
  } else if (subscription === undefined) {
    // several subscriptions as YAML in one value
    if (!key.startsWith(`${NOTIFICATIONS}subscribe_yaml`)) {
      yield remark(value, 'is no subscription, and nothing reads it', `write ${FORM}, with the names of the trigger and the service`);
    }
  } else if (subscription.dropped.length > 0) {
    yield remark(
      value, `must name a trigger and a service without dots, got ${subscription.dropped.length + 2} parts, of which only the first two count`,
      'name the service alone: of service.slack.workspace1 that is workspace1',
    );
  } else {
    yield* judgeTrigger(subscription.trigger, value);
    yield* judgeRecipients(subscription.service, value);
  }
}

/** As other tools call it. */
const GONE_WRONG = /^on-(?:rollout-)?(?:degraded|failed|failure|unhealthy|rollback|rolled-back)$/;

function* judgeTrigger(trigger: string | undefined, place: Field): Iterable<Remark> {
  if (trigger === undefined) {
    yield remark(
      place, `names no trigger, so that it asks for the defaultTriggers of ${NOTIFICATION_CONFIG}, and as that comes there are none`,
      `write ${FORM}`, { class: 'advice' },
    );
  } else if (!KNOWN_TRIGGERS.includes(trigger)) {
    const meant = GONE_WRONG.test(trigger) ? 'on-rollout-aborted' : nearest(trigger, KNOWN_TRIGGERS);
    yield remark(
      place, `names trigger ${shown(trigger)}, and no event of Argo Rollouts is called so: nobody is ever told`,
      meant === undefined ? `write one that comes with it: ${SHIPPED_TRIGGERS.join(', ')}` : `write ${keyed(place).replace(trigger, meant)}${scalar(place.text ?? '')} instead`,
    );
  } else if (!SHIPPED_TRIGGERS.includes(trigger)) {
    yield remark(
      place, `names trigger ${trigger}, which does not come with Argo Rollouts: nobody is told before it is defined`,
      `define trigger.${trigger} and its template in ConfigMap ${NOTIFICATION_CONFIG}`, { class: 'advice' },
    );
  }
}

/** Services that cannot know by themselves whom they write to. */
const NEED_RECIPIENT = ['slack', 'email', 'teams', 'teams-workflows', 'telegram', 'googlechat', 'rocketchat', 'mattermost', 'webex', 'pushover'];

function* judgeRecipients(service: string, value: Field): Iterable<Remark> {
  if (value.text === undefined || !NEED_RECIPIENT.includes(service)) {
    return;
  }
  if (value.text.split(';').every((recipient) => recipient.trim() === '')) {
    yield remark(value, `must name who is told by ${service}, got ${shown(value.text)}`, 'write a recipient, or several with a ; between them');
  } else if (value.text.includes(',')) {
    yield remark(value, `must have a ; between recipients, got ${shown(value.text)}, which is one of that name`, write(value, value.text.replace(/\s*,\s*/g, ';')));
  }
}
