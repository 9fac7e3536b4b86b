import { Construct } from 'constructs';
import { alertChannelProblems, channelServices } from './alert-channel-problems';
import type { AlertChannelProps } from './alert-channel-props';
import { AlertEvent } from './alert-event';
import type * as building from './building-alert-provider';
import { defaultsFor } from './scope-defaults';
import type { AlertIntent } from '../intent/alert';
import { refuse } from '../intent/problem';
import type { ControllerIntent } from '../intent/rollout';

/**
 * Who is told of a release. For Argo Rollouts it writes no object: every rollout that has it among its `alerts` subscribes, and the
 * service and its credentials are set up in the controller. For Flagger it writes an AlertProvider, which the Canaries name.
 */
export class AlertChannel extends Construct {
  private readonly told: AlertIntent;
  private provider?: AlertIntent['flagger'];

  constructor(scope: Construct, id: string, private readonly props: AlertChannelProps) {
    super(scope, id);
    refuse('AlertChannel', ...alertChannelProblems(props));
    const [service, recipient] = targetOf(props);
    this.told = { service, recipient, triggers: [...new Set(eventsOf(props).map(event => event.triggerName))] };
    if ((props.controller ?? defaultsFor(this).controller)?._intent.kind === 'flagger') this.forFlagger();
  }

  /**
   * The channel as the engine of a rollout tells it.
   * @internal
   */
  public _intentFor({ kind }: ControllerIntent): AlertIntent {
    return kind === 'flagger' ? { ...this.told, flagger: this.forFlagger() } : this.told;
  }

  /** Its AlertProvider, written when the first asks for it. */
  private forFlagger(): AlertIntent['flagger'] {
    // loaded here, so that importing the library costs little more than importing cdk8s-plus
    const { buildAlertProvider } = require('./building-alert-provider') as typeof building;
    this.provider ??= buildAlertProvider(this, this.props, this.told.triggers);
    return this.provider;
  }
}

function eventsOf({ on }: AlertChannelProps): readonly AlertEvent[] {
  return on ?? [AlertEvent.aborted(), AlertEvent.analysisFailed(), AlertEvent.analysisError(), AlertEvent.paused()];
}

/** What Argo Rollouts calls it, and who is told there. */
function targetOf(props: AlertChannelProps): readonly [service: string, recipient: string] {
  const service = channelServices.find(each => props[each] !== undefined);
  const given = service === undefined ? '' : props[service] ?? '';
  switch (service) {
    case 'slack': return ['slack', given.replace(/^#/, '')];
    // the connectors of Office 365, which the service `teams` needs, have ended
    case 'teams': return ['teams-workflows', given];
    case 'discord': return ['discord', ''];
    // without a sign in front it would be the id of a room
    case 'rocket': return ['rocketchat', given.replace(/^(?![#@])/, '#')];
    case 'googleChat': return ['googlechat', given];
    case 'email': return ['email', given];
    case 'webhook': return [given, ''];
    default: return [given, props.recipient ?? ''];
  }
}
