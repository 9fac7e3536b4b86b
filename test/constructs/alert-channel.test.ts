import { Chart, Testing } from 'cdk8s';
import { AlertChannel, AlertEvent, AlertSeverity, RolloutDefaults, SecretReference } from 'rolloutkit';
import type { AlertChannelProps } from 'rolloutkit';
import { SHIPPED_TRIGGERS } from '../../src/manifests/notifications';
import { checkout, findingsOf, manifestsOf, named, switched, synthesize } from '../render';
import type { Written } from '../render';

const annotations = (build: (chart: Chart) => unknown): Written => named(manifestsOf(chart => { build(chart); }), 'Rollout', 'checkout').metadata.annotations;
const told = (props: AlertChannelProps): Written => annotations(chart => checkout(chart, { alerts: [new AlertChannel(chart, 'deploys', props)] }));
const subscription = (trigger: string, service = 'slack') => `notifications.argoproj.io/subscribe.${trigger}.${service}`;
const on = [AlertEvent.aborted()];
const aborted = subscription('on-rollout-aborted');

test('who is told nothing else is told what may need a person', () => {
  expect(told({ slack: '#production-deploys' })).toEqual({
    [subscription('on-rollout-aborted')]: 'production-deploys',
    [subscription('on-analysis-run-failed')]: 'production-deploys',
    [subscription('on-analysis-run-error')]: 'production-deploys',
    [subscription('on-rollout-paused')]: 'production-deploys',
  });
});

test.each<[string, AlertChannelProps, string, string]>([
  ['Slack', { slack: 'deploys' }, 'slack', 'deploys'],
  ['Microsoft Teams', { teams: 'deploys' }, 'teams-workflows', 'deploys'],
  ['Discord, by a request', { discord: '#deploys' }, 'discord', ''],
  ['Rocket.Chat', { rocket: 'deploys' }, 'rocketchat', '#deploys'],
  ['somebody in Rocket.Chat', { rocket: '@ops' }, 'rocketchat', '@ops'],
  ['Google Chat', { googleChat: 'deploys' }, 'googlechat', 'deploys'],
  ['mail', { email: 'on-call@example.com' }, 'email', 'on-call@example.com'],
  ['a request', { webhook: 'deploy-log' }, 'deploy-log', ''],
  ['any other service', { service: 'opsgenie', recipient: 'payments' }, 'opsgenie', 'payments'],
  ['a service that knows whom it tells', { service: 'grafana' }, 'grafana', ''],
])('%s is a service of the controller', (_, props, service, recipient) => {
  expect(told({ ...props, on })).toEqual({ [subscription('on-rollout-aborted', service)]: recipient });
});

test('every event is a trigger that comes with the controller', () => {
  const events = [
    AlertEvent.aborted(), AlertEvent.analysisFailed(), AlertEvent.analysisError(), AlertEvent.analysisStarted(), AlertEvent.paused(),
    AlertEvent.completed(), AlertEvent.stepCompleted(), AlertEvent.updated(), AlertEvent.scaled(),
  ];
  expect(events.map(event => event.triggerName).sort()).toEqual([...SHIPPED_TRIGGERS].sort());
});

test('several channels of one service are told together, each of them once', () => {
  expect(annotations(chart => {
    const [deploys, onCall] = [new AlertChannel(chart, 'deploys', { slack: 'deploys', on }), new AlertChannel(chart, 'on-call', { slack: '#on-call', on })];
    checkout(chart, { alerts: [deploys, onCall, deploys] });
  })).toEqual({ [aborted]: 'deploys;on-call' });
});

test('who was subscribed by an annotation stays so', () => {
  expect(annotations(chart => {
    const alerts = [new AlertChannel(chart, 'deploys', { slack: 'deploys', on })];
    checkout(chart, { alerts, metadata: { annotations: { team: 'payments', [aborted]: 'payments' } } });
  })).toEqual({ team: 'payments', [aborted]: 'payments;deploys' });
});

test('a chart says it once for all of its rollouts, whatever their strategy, and one of them otherwise', () => {
  const written = (own: boolean) => annotations(chart => {
    RolloutDefaults.of(chart).use({ alerts: [new AlertChannel(chart, 'deploys', { slack: 'deploys', on })] });
    switched(chart, own ? { alerts: [new AlertChannel(chart, 'on-call', { slack: 'on-call', on })] } : {});
  });
  expect(written(false)).toEqual({ [aborted]: 'deploys' });
  expect(written(true)).toEqual({ [aborted]: 'on-call' });
});

test('a default that is locked is kept', () => {
  expect(findingsOf(chart => {
    RolloutDefaults.of(chart).use({ alerts: [new AlertChannel(chart, 'deploys', { slack: 'deploys' })] }).lockValue('alerts', 'everybody wants to know');
    checkout(chart, { alerts: [] });
  })).toEqual([expect.stringContaining('alerts: is locked above this rollout, because everybody wants to know; leave it out')]);
});

test('a channel writes no object of its own, and nothing is said of it', () => {
  const { manifests, words } = synthesize(chart => checkout(chart, { alerts: [new AlertChannel(chart, 'deploys', { slack: 'deploys' })] }));
  expect(manifests.map(({ kind }) => kind).sort()).toEqual(['Rollout', 'Service', 'Service']);
  expect(words).toBe('');
});

test('what Flagger needs of a channel changes nothing', () => {
  const flaggers = { secret: SecretReference.named('deploys'), username: 'shop', proxy: 'http://proxy:3128', severity: AlertSeverity.INFO, providerName: 'other' };
  expect(told({ slack: 'deploys', on, ...flaggers })).toEqual({ [aborted]: 'deploys' });
});

test('a trigger that is never set off is told in the words of its property', () => {
  const { words } = synthesize(chart => checkout(chart, { alerts: [new AlertChannel(chart, 'deploys', { slack: 'deploys', on: [AlertEvent.trigger('on-purple')] })] }));
  expect(words).toMatch(/warning +Rollout shop\/checkout +alerts\[0\]: names trigger "on-purple", and no event of Argo Rollouts is called so/);
});

describe('fails', () => {
  const make = (props: AlertChannelProps) => () => new AlertChannel(Testing.chart(), 'deploys', props);

  test.each<[string, AlertChannelProps, string]>([
    ['without anybody', {}, 'AlertChannel: slack: must be the only one of slack, teams, discord, rocket, googleChat, email, webhook, service, got none of them; write for example slack: "#deploys"'],
    ['with two services', { slack: 'a', email: 'b' }, 'AlertChannel: slack: must be the only one of slack, teams, discord, rocket, googleChat, email, webhook, service, got slack and email; make a channel of each'],
    ['on a channel without a name', { slack: '#' }, 'AlertChannel: slack: must name somebody, got "#"; write who is told'],
    ['on two channels in one', { slack: 'a;b' }, 'AlertChannel: slack: must be one recipient, got "a;b"; make a channel of each'],
    ['on a service as in the ConfigMap', { webhook: 'service.webhook.deploys' }, 'AlertChannel: webhook: must be the name of a service, got "service.webhook.deploys"; of service.webhook.deploys write deploys'],
    ['on a recipient without a service', { slack: 'a', recipient: 'b' }, 'AlertChannel: recipient: belongs to service, and this is slack; write slack: "b"'],
    ['on an address beside the Secret that has it', { slack: 'a', address: 'https://hooks.slack.com/x', secret: SecretReference.named('b') },
      'AlertChannel: address: cannot be combined with secret, whose key address is the address; keep the one you mean, the Secret where others read the program'],
    ['on no event at all', { slack: 'a', on: [] }, 'AlertChannel: on: must name at least one event, got none; leave it out for what may need a person'],
  ])('%s', (_, props, message) => {
    expect(make(props)).toThrow(message);
  });

  test('on a trigger that is no name', () => {
    expect(() => AlertEvent.trigger('RolloutAborted')).toThrow('AlertEvent.trigger: name: must be the name of a trigger, in lower case and with dashes, got "RolloutAborted"; write one such as "on-traffic-weight-updated"');
  });
});
