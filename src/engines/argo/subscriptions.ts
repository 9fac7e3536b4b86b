import type { AlertIntent } from '../../intent/alert';
import { isOpaque, joinLeaves } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';
import { subscriptionKey } from '../../manifests/notifications';
import type { PartOrigin } from '../rendered';

type Annotations = Readonly<Record<string, Leaf<string>>>;

/** Who is told of what, as annotations; several recipients of one service stand behind each other, those that were there first. */
export function subscribed(annotations: Annotations, alerts: readonly AlertIntent[] = []): Annotations {
  const added = alerts.flatMap(alert => keysOf(alert).map(key => ({ key, recipient: alert.recipient })));
  return added.reduce((all, { key, recipient }) => ({ ...all, [key]: withRecipient(all[key], recipient) }), annotations);
}

export function subscriptionOrigins(alerts: readonly AlertIntent[] = []): readonly PartOrigin[] {
  return alerts.flatMap((alert, index) => keysOf(alert).map(key => ({ path: ['metadata', 'annotations', key], property: `alerts[${index}]` })));
}

function keysOf({ triggers, service }: AlertIntent): readonly string[] {
  return triggers.map(trigger => subscriptionKey(trigger, service));
}

function withRecipient(before: Leaf<string> | undefined, recipient: Leaf<string>): Leaf<string> {
  if (before === undefined || before === '') return recipient;
  if (!isOpaque(before) && !isOpaque(recipient) && before.split(';').map(each => each.trim()).includes(recipient)) return before;
  return joinLeaves(joinLeaves(before, ';'), recipient);
}
