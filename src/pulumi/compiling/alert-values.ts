import type { GitOps } from '../../controllers/git-ops';
import { renderAlertProvider } from '../../engines/render';
import type { Rendered } from '../../engines/rendered';
import type { AlertIntent } from '../../intent/alert';
import type { Problem } from '../../intent/problem';
import type { ControllerIntent } from '../../intent/rollout';
import { alertIntent, alertProviderIntent, flaggerSeverity } from '../../release/alert-channel-intent';
import { alertChannelProblems } from '../../release/alert-channel-problems';
import type { AlertChannelProps } from '../../release/alert-channel-props';
import type { ToldChannel } from '../../release/defaults';

/** A channel that was given to a rollout: a component, or what is said of one. */
export type AlertValue = ToldChannel | AlertChannelProps;

/** Whose channels these are, and where their objects are written. */
export interface ChannelOwner {
  readonly name: string;
  readonly namespace?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly gitOps?: GitOps;
}

/** Who is told of a release. */
export interface ToldChannels {
  readonly told: readonly ToldChannel[];
  readonly problems: readonly Problem[];
  /** What is written for those that are no components. */
  providers(controller: ControllerIntent): readonly Rendered[];
}

/** The channels of a rollout. Of one that is no component Flagger needs an object, which belongs to the rollout. */
export function toldChannels(channels: readonly AlertValue[], owner: ChannelOwner): ToldChannels {
  const own = channels.flatMap((channel, index) => isComponent(channel) ? []
    : [{ channel, index, name: providerName(channel, index, channels.length, owner) }]);
  const problems = own.flatMap(({ channel, index }) => alertChannelProblems(channel).filter(problem => problem !== undefined)
    .map(problem => ({ ...problem, property: `alerts[${index}].${problem.property}` })));
  const wrong = problems.length > 0;
  return {
    told: wrong ? channels.filter(isComponent) : channels.map((channel, index) => isComponent(channel) ? channel
      : toldChannel(channel, own.find(each => each.index === index)!.name, owner.namespace)),
    problems,
    providers: ({ kind }) => wrong || kind === 'argo' ? [] : own.map(({ channel, name }) => channelProvider(channel, { ...owner, name })),
  };
}

/** The object that Flagger needs of a channel. */
export function channelProvider(props: AlertChannelProps, { name, namespace, labels, gitOps }: ChannelOwner): Rendered {
  return renderAlertProvider(alertProviderIntent(props, { name, namespace, labels }), gitOps?._intent);
}

/** A channel as each of the engines tells it. */
export function toldChannel(props: AlertChannelProps, provider: string, namespace: string | undefined): ToldChannel {
  const told: AlertIntent = alertIntent(props);
  return { _intentFor: ({ kind }) => kind === 'argo' ? told : { ...told, flagger: { provider, namespace, severity: flaggerSeverity(props, told) } } };
}

function providerName({ providerName: given }: AlertChannelProps, index: number, count: number, { name }: ChannelOwner): string {
  return given ?? `${name}-alerts${count > 1 ? `-${index + 1}` : ''}`;
}

function isComponent(channel: AlertValue): channel is ToldChannel {
  return '_intentFor' in channel;
}
