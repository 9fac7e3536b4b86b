import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { channelServices } from './alert-channel-problems';
import type { AlertChannelProps } from './alert-channel-props';
import { defaultsFor, lockedFor } from './scope-defaults';
import { checkAtSynth } from './synth-checks';
import { writeObject } from './written-manifests';
import { renderAlertProvider } from '../engines/render';
import type { AlertIntent, AlertProviderIntent } from '../intent/alert';
import { refuse } from '../intent/problem';
import type { Problem } from '../intent/problem';

type FlaggerAlert = NonNullable<AlertIntent['flagger']>;

/** Writes the AlertProvider of a channel, and has it judged at synth. Loaded when the first of them is built. */
export function buildAlertProvider(channel: Construct, props: AlertChannelProps, triggers: readonly string[]): FlaggerAlert {
  refuse('AlertChannel', channel.node.scopes.some(scope => Chart.isChart(scope)) ? undefined : noChart);
  const { labels = {}, gitOps } = defaultsFor(channel);
  const { namespace } = Chart.of(channel);
  const service = channelServices.find(each => props[each] !== undefined) ?? 'service';
  const intent: AlertProviderIntent = {
    name: props.providerName ?? channel.node.id,
    namespace,
    labels,
    service,
    channel: props[service] ?? '',
    secret: props.secret && { name: props.secret.secretName, key: props.secret._key },
    address: props.address,
    username: props.username,
    proxy: props.proxy,
  };
  const rendered = renderAlertProvider(intent, gitOps?._intent);
  checkAtSynth(channel, {
    objects: [writeObject(channel, 'Resource', rendered.manifests[0])],
    origins: rendered.origins,
    elsewhere: rendered.elsewhere,
    problems: [lockedProblem(channel, props), ...rendered.gaps].filter(problem => problem !== undefined),
  });
  return { provider: intent.name, namespace, severity: props.severity ?? severityOf(triggers) };
}

const noChart: Problem = {
  property: 'scope',
  message: 'must be a chart or something in one, since Flagger needs an object of every channel, got an app',
  fix: 'make the channel in the chart in whose namespace its Secret is',
};

function lockedProblem(channel: Construct, { controller }: AlertChannelProps): Problem | undefined {
  const reason = controller === undefined ? undefined : lockedFor(channel, 'controller');
  return reason === undefined ? undefined : { property: 'controller', message: `is locked above this channel, because ${reason}`, fix: 'leave it out' };
}

/** Events of releases that go well. */
const noTrouble = ['on-rollout-completed', 'on-rollout-updated', 'on-scaling-replica-set', 'on-rollout-step-completed', 'on-analysis-run-running'];

function severityOf(triggers: readonly string[]): FlaggerAlert['severity'] {
  if (triggers.some(trigger => noTrouble.includes(trigger))) return 'info';
  return triggers.every(trigger => trigger === 'on-rollout-aborted') ? 'error' : 'warn';
}
