import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { defaultsFor, lockedFor } from './scope-defaults';
import { checkAtSynth } from './synth-checks';
import { writeObject } from './written-manifests';
import { renderAlertProvider } from '../engines/render';
import type { AlertIntent } from '../intent/alert';
import { refuse } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { alertProviderIntent, flaggerSeverity } from '../release/alert-channel-intent';
import type { AlertChannelProps } from '../release/alert-channel-props';

type FlaggerAlert = NonNullable<AlertIntent['flagger']>;

/** Writes the AlertProvider of a channel, and has it judged at synth. Loaded when the first of them is built. */
export function buildAlertProvider(channel: Construct, props: AlertChannelProps, told: AlertIntent): FlaggerAlert {
  refuse('AlertChannel', channel.node.scopes.some(scope => Chart.isChart(scope)) ? undefined : noChart);
  const { labels = {}, gitOps } = defaultsFor(channel);
  const { namespace } = Chart.of(channel);
  const intent = alertProviderIntent(props, { name: props.providerName ?? channel.node.id, namespace, labels });
  const rendered = renderAlertProvider(intent, gitOps?._intent);
  checkAtSynth(channel, {
    objects: [writeObject(channel, 'Resource', rendered.manifests[0])],
    origins: rendered.origins,
    elsewhere: rendered.elsewhere,
    problems: [lockedProblem(channel, props), ...rendered.gaps].filter(problem => problem !== undefined),
  });
  return { provider: intent.name, namespace, severity: flaggerSeverity(props, told) };
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
