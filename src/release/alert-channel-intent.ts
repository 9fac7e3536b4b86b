import { channelServices } from './alert-channel-problems';
import type { AlertChannelProps } from './alert-channel-props';
import { AlertEvent } from './alert-event';
import type { AlertIntent, AlertProviderIntent } from '../intent/alert';
import { mapLeaf } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

type FlaggerAlert = NonNullable<AlertIntent['flagger']>;

/** A channel as Argo Rollouts tells it. */
export function alertIntent(props: AlertChannelProps): AlertIntent {
  const [service, recipient] = targetOf(props);
  return { service, recipient, triggers: [...new Set(eventsOf(props).map(event => event.triggerName))] };
}

/** The object that Flagger needs of it. */
export function alertProviderIntent(
  props: AlertChannelProps, object: { readonly name: string; readonly namespace?: string; readonly labels: AlertProviderIntent['labels'] },
): AlertProviderIntent {
  const service = channelServices.find(each => props[each] !== undefined) ?? 'service';
  return {
    ...object,
    service,
    channel: props[service] ?? '',
    secret: props.secret && { name: props.secret.secretName, key: props.secret._key },
    address: props.address,
    username: props.username,
    proxy: props.proxy,
  };
}

/** From when on Flagger tells of a release. */
export function flaggerSeverity({ severity }: AlertChannelProps, { triggers }: AlertIntent): FlaggerAlert['severity'] {
  return severity ?? severityOf(triggers);
}

function eventsOf({ on }: AlertChannelProps): readonly AlertEvent[] {
  return on ?? [AlertEvent.aborted(), AlertEvent.analysisFailed(), AlertEvent.analysisError(), AlertEvent.paused()];
}

/** What Argo Rollouts calls it, and who is told there. */
function targetOf(props: AlertChannelProps): readonly [service: string, recipient: Leaf<string>] {
  const service = channelServices.find(each => props[each] !== undefined);
  const given = service === undefined ? '' : props[service] ?? '';
  switch (service) {
    case 'slack': return ['slack', mapLeaf<string, string>(given, channel => channel.replace(/^#/, ''))];
    // the connectors of Office 365, which the service `teams` needs, have ended
    case 'teams': return ['teams-workflows', given];
    case 'discord': return ['discord', ''];
    // without a sign in front it would be the id of a room
    case 'rocket': return ['rocketchat', mapLeaf<string, string>(given, channel => channel.replace(/^(?![#@])/, '#'))];
    case 'googleChat': return ['googlechat', given];
    case 'email': return ['email', given];
    case 'webhook': return [given, ''];
    default: return [given, props.recipient ?? ''];
  }
}

/** Events of releases that go well. */
const noTrouble = ['on-rollout-completed', 'on-rollout-updated', 'on-scaling-replica-set', 'on-rollout-step-completed', 'on-analysis-run-running'];

function severityOf(triggers: readonly string[]): FlaggerAlert['severity'] {
  if (triggers.some(trigger => noTrouble.includes(trigger))) return 'info';
  return triggers.every(trigger => trigger === 'on-rollout-aborted') ? 'error' : 'warn';
}
