import type { AlertEvent } from './alert-event';
import type { AlertSeverity } from './alert-severity';
import type { Controller } from '../controllers/controller';
import type { SecretReference } from '../intent/secret-reference';

/** Properties of `AlertChannel`: one of the services, and what is told there. */
export interface AlertChannelProps {
  /**
   * The channel of Slack, with or without its `#`.
   * @default - not Slack
   */
  readonly slack?: string;

  /**
   * The channel of Microsoft Teams. For Argo Rollouts its name among the `recipientUrls` of the service `teams-workflows`; for Flagger the
   * address says which it is.
   * @default - not Microsoft Teams
   */
  readonly teams?: string;

  /**
   * The channel of Discord, with or without its `#`. Argo Rollouts has no service for it, and calls the one that was defined as
   * `service.webhook.discord`.
   * @default - not Discord
   */
  readonly discord?: string;

  /**
   * The channel of Rocket.Chat with its `#`, or somebody with an `@`.
   * @default - not Rocket.Chat
   */
  readonly rocket?: string;

  /**
   * The space of Google Chat. For Argo Rollouts its name among the `webhooks` of the service `googlechat`; for Flagger the address says
   * which it is.
   * @default - not Google Chat
   */
  readonly googleChat?: string;

  /**
   * An address to write mail to. Flagger writes none.
   * @default - no mail
   */
  readonly email?: string;

  /**
   * A request, by the name of its service: `deploys` for `service.webhook.deploys`. Flagger knows no names of services, and sends its events
   * with a hook of its own.
   * @default - no request
   */
  readonly webhook?: string;

  /**
   * Any other service of Argo Rollouts, or one with a name of its own: `opsgenie`, `workspace1` for `service.slack.workspace1`.
   * @default - one of the above
   */
  readonly service?: string;

  /**
   * Who is told by `service`, in the form that it wants.
   * @default - nobody that has to be named
   */
  readonly recipient?: string;

  /**
   * What is told. Flagger does not choose by events, and tells what the severity of the least of them says.
   * @default - what may need a person: aborted, a failed analysis, one that could not be made, and paused
   */
  readonly on?: AlertEvent[];

  /**
   * Where Flagger sends it: a Secret in the namespace of the channel, whose key `address` holds the address of the webhook. With Slack a key
   * `token` beside it may hold that of a bot, whose address is `https://slack.com/api/chat.postMessage`.
   * @default - `address` says it; Argo Rollouts is told once, for all channels
   */
  readonly secret?: SecretReference;

  /**
   * The address of the webhook itself, for Flagger. Who knows it can write there, so that a Secret is the better place.
   * @default - the Secret has it
   */
  readonly address?: string;

  /**
   * Who Flagger says it is.
   * @default - flagger, the controller's own
   */
  readonly username?: string;

  /**
   * A proxy on Flagger's way to the address.
   * @default - none
   */
  readonly proxy?: string;

  /**
   * From when on Flagger tells of a release.
   * @default - by `on`: info where it names something that is no trouble, error where it names aborted alone, warn otherwise
   */
  readonly severity?: AlertSeverity;

  /**
   * The name of the AlertProvider, which Flagger needs of every channel.
   * @default - the id of the construct
   */
  readonly providerName?: string;

  /**
   * The engine that tells. A rollout of Flagger makes an AlertProvider of each of its channels in any case.
   * @default - that of `RolloutDefaults`, or Argo Rollouts
   */
  readonly controller?: Controller;
}
