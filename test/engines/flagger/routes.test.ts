import { named } from '../../render';
import { schemaProblems } from '../../schema';
import { writtenBy } from '../../specimens/collected';

const { mesh, cookie, header, address } = Object.fromEntries(['mesh', 'cookie', 'header', 'address']
  .map(name => [name, named(writtenBy('flagger-services'), 'Canary', name).spec.service]));
const metadata = { name: 'shop' };

test('Istio takes the VirtualService that Flagger copies the options to', () => {
  const { match, rewrite, timeout, retries, headers, corsPolicy, hosts, gateways } = mesh;
  const route = [{ destination: { host: 'shop-primary' }, weight: 100 }];
  const http = [{ match, rewrite, timeout, retries, headers, corsPolicy, route }];
  expect(schemaProblems({ apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata, spec: { hosts, gateways, http } })).toEqual([]);
});

test.each([['requests', mesh], ['a cookie', cookie], ['a header', header], ['an address', address]])('and the DestinationRule, by %s', (_, { trafficPolicy }) => {
  expect(schemaProblems({ apiVersion: 'networking.istio.io/v1', kind: 'DestinationRule', metadata, spec: { host: 'shop-primary', trafficPolicy } })).toEqual([]);
});
