import { Analysis, PluginSource } from 'rolloutkit';
import type { PluginSourceOptions } from 'rolloutkit';
import { metric } from './asked';

test('the query stands among the settings of the plugin', () => {
  const source = new PluginSource({ name: 'argoproj-labs/sample-prometheus', settings: { address: 'http://prometheus:9090' } });
  expect(metric({ source, query: 'up', failureCondition: 'result < 1' })).toMatchObject({
    failureCondition: 'result < 1', provider: { plugin: { 'argoproj-labs/sample-prometheus': { address: 'http://prometheus:9090', query: 'up' } } },
  });
});

test('settings that are more than texts are JSON, and the query may be called otherwise', () => {
  const source = new PluginSource({ name: 'acme/metrics', json: '{"retries": 3}', querySetting: 'ask' });
  expect(metric({ source, query: 'up', failureCondition: 'result < 1' }).provider.plugin).toEqual({ 'acme/metrics': { retries: 3, ask: 'up' } });
});

test('fails on a number, since the shape of an answer is not known', () => {
  const source = new PluginSource({ name: 'acme/metrics' });
  expect(() => Analysis.custom({ source, query: 'up', atLeast: 1 })).toThrow(new Error(
    'Analysis.custom: atLeast: cannot be read from the answer of a plugin, whose shape is not known; write successCondition and failureCondition in the shape that the plugin documents'));
});

test.each<[string, PluginSourceOptions, string]>([
  ['no name', { name: '' }, 'name: must not be empty; write the name the controller knows the plugin by'],
  ['settings twice', { name: 'a', json: '{}', settings: {} }, 'json: cannot be combined with settings; keep the one you mean'],
  ['a query among the settings', { name: 'a', settings: { query: 'up' } }, 'querySetting: must not stand among the settings, got query, which is the query of a question; leave it out of the settings'],
])('fails on %s', (_, options, message) => {
  expect(() => new PluginSource(options)).toThrow(new Error(`PluginSource: ${message}`));
});
