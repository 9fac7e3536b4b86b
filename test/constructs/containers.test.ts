import { NginxTraffic } from 'rolloutkit';
import type { CanaryRolloutProps } from 'rolloutkit';
import { checkout, checkoutManifests, findingsOf, named } from '../render';
import type { Written } from '../render';

const proxy = { name: 'proxy', image: 'proxy:1', portNumber: 15000 };
const app = { name: 'app', image: 'registry.example/checkout:1', portNumber: 8080 };
const quiet = { name: 'tail', image: 'tail:1' };
const told = (props: Partial<CanaryRolloutProps>) => findingsOf(chart => { checkout(chart, props); }).map(line => line.replace('[test/checkout] ', ''));
const portsOf = (props: Partial<CanaryRolloutProps>, service = 'checkout') => named(checkoutManifests(props), 'Service', service).spec.ports;
const numbers = (ports: Written[]) => ports.map(({ port }) => port);

describe('of several containers', () => {
  test('the Services lead to the ports of all', () => {
    expect(portsOf({ containers: [proxy, app] })).toEqual([
      { name: 'port-15000', port: 15000, targetPort: 15000 }, { name: 'port-8080', port: 8080, targetPort: 8080 },
    ]);
  });

  test('those without a port do not count', () => {
    expect(portsOf({ containers: [quiet, app] })).toEqual([{ port: 8080, targetPort: 8080 }]);
  });

  test('the main one alone is behind the Services, wherever it stands', () => {
    for (const service of ['checkout', 'checkout-canary']) {
      expect(portsOf({ containers: [proxy, app], mainContainer: 'app' }, service)).toEqual([{ port: 8080, targetPort: 8080 }]);
    }
  });

  test('its port has the traffic of a router', () => {
    const traffic = new NginxTraffic({ hosts: ['shop.example.com'] });
    const backend = (props: Partial<CanaryRolloutProps>) => named(checkoutManifests({ traffic, containers: [proxy, app], ...props }), 'Ingress', 'checkout').spec.rules[0].http.paths[0].backend;
    expect(backend({ mainContainer: 'app' }).service.port.number).toBe(8080);
    expect(backend({}).service.port.number).toBe(15000);
  });

  test('each that listens has a readiness probe', () => {
    const { containers } = named(checkoutManifests({ containers: [proxy, app, quiet], mainContainer: 'app' }), 'Rollout', 'checkout').spec.template.spec;
    expect(containers.map(({ readinessProbe }: Written) => readinessProbe?.tcpSocket.port)).toEqual([15000, 8080, undefined]);
  });

  test('fails with a name that none of them has', () => {
    expect(told({ containers: [proxy, app], mainContainer: 'main' })).toEqual(['mainContainer: must be the name of a container, got "main"; there are proxy, app']);
  });

  test('fails with one that has no port', () => {
    expect(told({ containers: [quiet, app], mainContainer: 'tail' })).toEqual([
      'mainContainer: must have a port for the Services to lead to, got "tail", which has none; write its portNumber, or name another container',
    ]);
  });
});

describe('a port with a name', () => {
  const ports = [{ number: 8080, name: 'http' }, { number: 9090, name: 'metrics' }];

  test('of the main container is followed by its name, whatever its number in each version', () => {
    expect(portsOf({ containers: [{ name: 'app', image: 'shop:1', ports }], mainContainer: 'app' })).toEqual([
      { name: 'http', port: 8080, targetPort: 'http' }, { name: 'metrics', port: 9090, targetPort: 'metrics' },
    ]);
  });

  test('that another container uses as well is followed by its number, since the name would be either', () => {
    const containers = [{ ...app, portNumber: undefined, ports: [ports[0]] }, { ...proxy, portNumber: undefined, ports: [{ number: 15000, name: 'http' }] }];
    const own = portsOf({ containers, mainContainer: 'app' });
    expect([numbers(own), own[0].targetPort]).toEqual([[8080], 8080]);
  });

  test('is followed by its number where no container is the main one', () => {
    expect(portsOf({ containers: [{ image: 'shop:1', ports }] }).map(({ targetPort }: Written) => targetPort)).toEqual([8080, 9090]);
  });

  test('nothing is said of it', () => {
    expect(told({ containers: [{ name: 'app', image: 'shop:1', ports }], mainContainer: 'app' })).toEqual([]);
  });
});
