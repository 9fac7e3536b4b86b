import { App, Chart } from 'cdk8s';
import { AlertChannel, AlertEvent, AlertSeverity, Controller, NginxTraffic, RolloutDefaults, SecretReference } from 'rolloutkit';
import type { AlertChannelProps } from 'rolloutkit';
import { checkout, findingsOf, manifestsOf, named, switched, synthesize } from '../render';
import type { Written } from '../render';

const controller = Controller.flagger();
const secret = SecretReference.named('deploys');
const slack: AlertChannelProps = { slack: '#deploys', secret };
const released = (chart: Chart, ...alerts: AlertChannel[]) => checkout(chart, { controller, traffic: new NginxTraffic({ hosts: ['shop.example.com'] }), alerts });
const written = (props: AlertChannelProps): Written[] => manifestsOf(chart => released(chart, new AlertChannel(chart, 'deploys', props)));
const provider = (props: AlertChannelProps): Written => named(written(props), 'AlertProvider', 'deploys');
const alertsIn = (manifests: Written[]): Written => named(manifests, 'Canary', 'checkout').spec.analysis.alerts;
const kinds = (manifests: Written[]): string[] => manifests.map(({ kind }) => kind);

test('a channel is an AlertProvider, which the Canary names', () => {
  const manifests = written(slack);
  expect(named(manifests, 'AlertProvider', 'deploys')).toEqual({
    apiVersion: 'flagger.app/v1beta1',
    kind: 'AlertProvider',
    metadata: { name: 'deploys', namespace: 'shop' },
    spec: { type: 'slack', channel: 'deploys', secretRef: { name: 'deploys' } },
  });
  expect(alertsIn(manifests)).toEqual([{ name: 'deploys', severity: 'warn', providerRef: { name: 'deploys' } }]);
});

test.each<[string, AlertChannelProps, Written]>([
  ['Slack', { slack: '#deploys' }, { type: 'slack', channel: 'deploys' }],
  ['Discord', { discord: '#deploys' }, { type: 'discord', channel: 'deploys' }],
  ['Rocket.Chat', { rocket: '#deploys' }, { type: 'rocket', channel: '#deploys' }],
  ['Microsoft Teams, whose address says which channel it is', { teams: 'deploys' }, { type: 'msteams' }],
  ['Google Chat, whose address says which space it is', { googleChat: 'deploys' }, { type: 'gchat' }],
])('%s', (_, props, spec) => {
  expect(provider({ ...props, secret }).spec).toEqual({ ...spec, secretRef: { name: 'deploys' } });
});

test('every field of an AlertProvider has a property', () => {
  const { metadata, spec } = named(written({ slack: 'deploys', address: 'https://chat.example.com/hooks/1', username: 'shop', proxy: 'http://proxy.tools:3128', providerName: 'chat' }), 'AlertProvider', 'chat');
  expect(metadata.name).toBe('chat');
  expect(spec).toEqual({ type: 'slack', channel: 'deploys', username: 'shop', address: 'https://chat.example.com/hooks/1', proxy: 'http://proxy.tools:3128' });
});

describe('from when on it is told', () => {
  test.each<[string, AlertEvent[] | undefined, string]>([
    ['what may need a person, where nothing is said', undefined, 'warn'],
    ['errors alone, where it is told of releases that were taken back', [AlertEvent.aborted()], 'error'],
    ['what may need a person, where it is told of failed questions as well', [AlertEvent.aborted(), AlertEvent.analysisFailed()], 'warn'],
    ['what may need a person, where it is told of a trigger', [AlertEvent.trigger('on-traffic-weight-updated')], 'warn'],
    ['everything, where it is told of releases that went well', [AlertEvent.aborted(), AlertEvent.completed()], 'info'],
    ['everything, where it is told of questions that begin', [AlertEvent.analysisStarted()], 'info'],
    ['everything, where it is told of steps', [AlertEvent.stepCompleted()], 'info'],
    ['everything, where it is told of changes', [AlertEvent.updated()], 'info'],
    ['everything, where it is told of pods', [AlertEvent.scaled()], 'info'],
  ])('%s', (_, on, severity) => {
    expect(alertsIn(written({ ...slack, on }))[0].severity).toBe(severity);
  });

  test('as it says itself', () => {
    expect(alertsIn(written({ ...slack, on: [AlertEvent.completed()], severity: AlertSeverity.ERROR }))[0].severity).toBe('error');
  });
});

describe('who decides that it is Flagger', () => {
  test('the defaults, also when they are set together with the channel', () => {
    const manifests = manifestsOf(chart => {
      const deploys = new AlertChannel(chart, 'deploys', slack);
      RolloutDefaults.of(chart).use({ controller, alerts: [deploys], labels: { team: 'shop' } });
      switched(chart);
    });
    expect(named(manifests, 'AlertProvider', 'deploys').metadata.labels).toEqual({ team: 'shop' });
    expect(alertsIn(manifests)).toHaveLength(1);
  });

  test('the defaults or the channel, where no rollout has it', () => {
    expect(kinds(manifestsOf(chart => {
      RolloutDefaults.of(chart).use({ controller });
      new AlertChannel(chart, 'deploys', slack);
    }))).toEqual(['AlertProvider']);
    expect(kinds(manifestsOf(chart => void new AlertChannel(chart, 'deploys', { ...slack, controller })))).toEqual(['AlertProvider']);
    expect(kinds(manifestsOf(chart => void new AlertChannel(chart, 'deploys', slack)))).toEqual([]);
  });

  test('a rollout, and another one may have the same channel with Argo Rollouts', () => {
    const manifests = manifestsOf((chart, app) => {
      const deploys = new AlertChannel(chart, 'deploys', { ...slack, on: [AlertEvent.aborted()] });
      released(chart, deploys);
      checkout(new Chart(app, 'other', { namespace: 'other' }), { alerts: [deploys] });
    });
    expect(alertsIn(manifests)).toHaveLength(1);
    expect(named(manifests, 'Rollout', 'checkout').metadata.annotations).toEqual({ 'notifications.argoproj.io/subscribe.on-rollout-aborted.slack': 'deploys' });
  });
});

test('a channel of another namespace is named with it, and each of them once', () => {
  const manifests = manifestsOf((chart, app) => {
    const deploys = new AlertChannel(new Chart(app, 'tools', { namespace: 'tools' }), 'deploys', slack);
    released(chart, deploys, new AlertChannel(chart, 'on-call', { slack: 'on-call', secret }), deploys);
  });
  expect(alertsIn(manifests)).toEqual([
    { name: 'deploys', severity: 'warn', providerRef: { name: 'deploys', namespace: 'tools' } },
    { name: 'on-call', severity: 'warn', providerRef: { name: 'on-call' } },
  ]);
});

test('its Secret is somebody else\'s, and nothing is said of it', () => {
  const { words } = synthesize(chart => void new AlertChannel(chart, 'deploys', { ...slack, controller }));
  expect(words).toBe('');
});

test('a name that nobody reads is told', () => {
  const { words } = synthesize(chart => void new AlertChannel(chart, 'deploys', { teams: 'deploys', secret, username: 'shop', controller }));
  expect(words).toMatch(/^info +AlertProvider shop\/deploys +username: does nothing with teams, where Flagger gives no name; leave it out \(property\)\n$/);
});

describe('fails', () => {
  const known = 'is not known to Flagger, which tells slack, teams, discord, rocket, googleChat; write one of these, or have Flagger send its events to somebody who passes them on: '
    + 'Controller.flagger({ webhooks: [{ moment: FlaggerHookType.EVENT, ... }] })';

  test.each<[string, AlertChannelProps, string]>([
    ['on mail', { email: 'on-call@example.com' }, `email: ${known}`],
    ['on a request of a service', { webhook: 'deploy-log', secret }, `webhook: ${known}`],
    ['on a service of Argo Rollouts', { service: 'opsgenie', recipient: 'payments', secret }, `service: ${known}`],
    ['without an address', { slack: 'deploys' }, 'secret: must name the Secret that has the address, which Flagger needs of every channel, got none; write for example SecretReference.named("deploys"), with the address as its key address'],
    ['on a key that Flagger does not read', { slack: 'deploys', secret: SecretReference.named('deploys', { key: 'url' }) }, 'secret: must have the address as its key address, which Flagger reads, got the key "url"; leave the key out'],
    ['on an address that is none', { slack: 'deploys', address: 'hooks.slack.com/x' }, 'address: must be an address with https://, got "hooks.slack.com/x"; write address: https://hooks.slack.com/x (canary-alert-provider)'],
    ['on a name that no object can have', { ...slack, providerName: 'Deploys' }, 'providerName: must be at most 253 characters: lower-case letters, digits and hyphens'],
  ])('%s', (_, props, message) => {
    expect(findingsOf(chart => { released(chart, new AlertChannel(chart, 'deploys', props)); })).toEqual([expect.stringContaining(message)]);
  });

  test('on a controller that is locked above', () => {
    expect(findingsOf(chart => {
      RolloutDefaults.of(chart).use({ controller }).lockValue('controller', 'there is no other');
      new AlertChannel(chart, 'deploys', { ...slack, controller });
    })).toEqual([expect.stringContaining('controller: is locked above this channel, because there is no other; leave it out')]);
  });

  test('outside of a chart', () => {
    expect(() => new AlertChannel(new App(), 'deploys', { ...slack, controller })).toThrow(
      'AlertChannel: scope: must be a chart or something in one, since Flagger needs an object of every channel, got an app; make the channel in the chart in whose namespace its Secret is');
  });
});
