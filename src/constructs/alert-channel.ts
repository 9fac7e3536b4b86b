import { Construct } from 'constructs';
import { AlertEvent } from './alert-event';
import type { AlertIntent } from '../intent/alert';
import { refuse, show } from '../intent/problem';
import type { Problem } from '../intent/problem';

/** Properties of `AlertChannel`: one of the services, and what is told there. */
export interface AlertChannelProps {
  /**
   * The channel of Slack, with or without its `#`.
   * @default - not Slack
   */
  readonly slack?: string;

  /**
   * The channel of Microsoft Teams, by its name among the `recipientUrls` of the service `teams-workflows`.
   * @default - not Microsoft Teams
   */
  readonly teams?: string;

  /**
   * An address to write mail to.
   * @default - no mail
   */
  readonly email?: string;

  /**
   * A request, by the name of its service: `deploys` for `service.webhook.deploys`.
   * @default - no request
   */
  readonly webhook?: string;

  /**
   * Any other service of the controller, or one with a name of its own: `opsgenie`, `workspace1` for `service.slack.workspace1`.
   * @default - one of the above
   */
  readonly service?: string;

  /**
   * Who is told by `service`, in the form that it wants.
   * @default - nobody that has to be named
   */
  readonly recipient?: string;

  /**
   * What is told.
   * @default - what may need a person: aborted, a failed analysis, one that could not be made, and paused
   */
  readonly on?: AlertEvent[];
}

/**
 * Who is told of a release. For Argo Rollouts it writes no object: every rollout that has it among its `alerts` subscribes. The
 * service and its credentials are set up in the controller.
 */
export class AlertChannel extends Construct {
  /** @internal */
  public readonly _intent: AlertIntent;

  constructor(scope: Construct, id: string, props: AlertChannelProps) {
    super(scope, id);
    refuse('AlertChannel', ...problemsOf(props));
    const [service, recipient] = targetOf(props);
    const events = props.on ?? [AlertEvent.aborted(), AlertEvent.analysisFailed(), AlertEvent.analysisError(), AlertEvent.paused()];
    this._intent = { service, recipient, triggers: [...new Set(events.map(event => event.triggerName))] };
  }
}

const services = ['slack', 'teams', 'email', 'webhook', 'service'] as const;

function targetOf({ slack, teams, email, webhook, service, recipient = '' }: AlertChannelProps): readonly [service: string, recipient: string] {
  if (slack !== undefined) return ['slack', slack.replace(/^#/, '')];
  // the connectors of Office 365, which the service `teams` needs, have ended
  if (teams !== undefined) return ['teams-workflows', teams];
  if (email !== undefined) return ['email', email];
  return [webhook ?? service ?? '', webhook === undefined ? recipient : ''];
}

function problemsOf(props: AlertChannelProps): readonly (Problem | undefined)[] {
  const given = services.filter(each => props[each] !== undefined);
  if (given.length !== 1) {
    return [{
      property: given[0] ?? 'slack',
      message: `must be the only one of ${services.join(', ')}, got ${given.length === 0 ? 'none of them' : given.join(' and ')}`,
      fix: given.length === 0 ? 'write for example slack: "#deploys"' : 'make a channel of each',
    }];
  }
  return [
    ...(['slack', 'teams', 'email'] as const).map(each => recipientProblem(each, props[each])),
    ...(['webhook', 'service'] as const).map(each => serviceProblem(each, props[each])),
    props.recipient === undefined || props.service !== undefined ? recipientList(props.recipient) : {
      property: 'recipient', message: `belongs to service, and this is ${given[0]}`, fix: `write ${given[0]}: ${show(props.recipient)}`,
    },
    props.on?.length !== 0 ? undefined : { property: 'on', message: 'must name at least one event, got none', fix: 'leave it out for what may need a person' },
  ];
}

function recipientProblem(property: string, value: string | undefined): Problem | undefined {
  if (value?.replace(/^#/, '').trim() === '') return { property, message: `must name somebody, got ${show(value)}`, fix: 'write who is told' };
  return recipientList(value, property);
}

/** The controller reads several recipients of one annotation. */
function recipientList(value: string | undefined, property = 'recipient'): Problem | undefined {
  return value === undefined || !/[;\n]/.test(value) ? undefined : {
    property, message: `must be one recipient, got ${show(value)}`, fix: 'make a channel of each',
  };
}

/** The name becomes part of an annotation's, where a dot would end it. */
function serviceProblem(property: string, value: string | undefined): Problem | undefined {
  return value === undefined || /^[A-Za-z0-9]([-_A-Za-z0-9]*[A-Za-z0-9])?$/.test(value) ? undefined : {
    property,
    message: `must be the name of a service, got ${show(value)}`,
    fix: 'of service.webhook.deploys write deploys, of service.opsgenie write opsgenie',
  };
}
