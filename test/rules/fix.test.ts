import { rollout } from './manifests';
import { readGraph } from '../../src/graph/graph';
import { readYaml } from '../../src/manifests/yaml';
import { readYamlValue } from '../../src/manifests/yaml-value';
import { keyed, scalar, write, writeInstead } from '../../src/rules/fix';
import { addOrRename, onlyName } from '../../src/rules/missing-object';

const { index, rollouts: [node] } = readGraph(readYaml(rollout() + service('checkout') + service('payment', 'other')).documents);

function service(name: string, namespace = 'shop'): string {
  return `\n---\napiVersion: v1\nkind: Service\nmetadata: { name: ${name}, namespace: ${namespace} }\nspec: { ports: [{ port: 80 }] }\n`;
}

describe('what to write', () => {
  test('is a value with the key of its place', () => {
    expect(write(node.spec.at('replicas'), 5)).toBe('write replicas: 5');
    expect(write(node.canary.at('stableService'), 'checkout')).toBe('write stableService: checkout');
  });

  test('is an element alone in a list', () => {
    expect(write(node.canary.at('steps', 0), 'main')).toBe('write main');
    expect(keyed(node.canary.at('steps', 0))).toBe('');
  });

  test.each([
    '', '5', 'true', 'on', 'null', '~', '0x10', '1e3', '.5', '- a', '? a', 'a: b', 'a #b', '{a}', '[a]', '*', '&a', '!a', '|', '>', '"a"', "'a'", '%a', '@a', '`a`', 'a:', ' a', 'a ', 'a\nb',
    'main', 'http://graphite:9090', "metadata.labels['team']", 'len(result) > 0 && result[0] >= 0.99', '5m', 'a,b', '.*', '{$.data.ok}', 'argoproj.io/v1alpha1', '2026-01-31T12:00:00Z',
  ])('is read as it was meant: %j', (text) => {
    expect(readYamlValue(`key: ${scalar(text)}`).value).toEqual({ key: text });
  });

  test('needs no quotes where the text is one without them', () => {
    expect(['main', '5m', 'http://a:80', 'on', '5'].map(scalar)).toEqual(['main', '5m', 'http://a:80', '"on"', '"5"']);
  });

  test('is a condition with another number', () => {
    const condition = (text: string) => readGraph(readYaml(`kind: Rollout\nspec: { condition: '${text}' }`).documents).nodes[0].spec.at('condition');
    expect(writeInstead(condition('len(result) > 5 && result[0] <= 500'), 500, 0.5)).toBe('write condition: len(result) > 5 && result[0] <= 0.5');
    expect(writeInstead(condition('result <= 1.50'), 1.5, 0.0015)).toBe('write 0.0015 in the place of 1.5');
    expect(writeInstead(condition('result15 < 1500 && result < 15'), 15, 1)).toBe('write condition: result15 < 1500 && result < 1');
  });
});

describe('an object that is not there', () => {
  const field = node.canary.at('stableService');
  const services = index.ofKind('Service');

  test('has a name that was meant, or is to be added', () => {
    expect(addOrRename(field, { kind: 'Service', name: 'chekout', namespace: 'shop' }, services)).toBe('write stableService: checkout, or add Service chekout to shop');
    expect(addOrRename(field, { kind: 'Service', name: 'orders', namespace: 'shop' }, services)).toBe('add Service orders to shop, or correct the name');
  });

  test('fails to be one of another namespace, or one that means something else', () => {
    expect(addOrRename(field, { kind: 'Service', name: 'paymnt', namespace: 'shop' }, services)).toBe('add Service paymnt to shop, or correct the name');
    expect(addOrRename(field, { kind: 'Service', name: 'chekout', namespace: 'shop', taken: ['checkout'] }, services)).toBe('add Service chekout to shop, or correct the name');
  });

  test('is not looked for among thousands', () => {
    const many = Array.from({ length: 501 }, () => services[0]);
    expect(addOrRename(field, { kind: 'Service', name: 'chekout' }, many)).toBe('add Service chekout to its namespace, or correct the name');
  });

  test('is the only one of its kind', () => {
    expect(onlyName('shop', services)).toBe('checkout');
    expect(onlyName(undefined, services)).toBe('...');
    expect(onlyName('elsewhere', services)).toBe('...');
  });
});
