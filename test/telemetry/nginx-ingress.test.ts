import { Analysis, NginxTraffic, Telemetry } from 'rolloutkit';
import { queryOf, saidOf } from './dialects';

const traffic = new NginxTraffic({ hosts: ['shop.example.com'] });

test('a scrape that writes labels of its own moves those of the product', () => {
  const telemetry = Telemetry.nginxIngress({ namespaceLabel: 'exported_namespace', serviceLabel: 'exported_service' });
  expect(queryOf(telemetry, Analysis.errorRate, { traffic })).toContain(
    'nginx_ingress_controller_requests{exported_namespace="{{args.namespace}}",exported_service="{{args.stable-service}}",canary=~"{{args.namespace}}-{{args.canary-service}}-.+"}');
});

test('Prometheus can read it: nothing is said of its queries', () => {
  // of the router something is said
  expect(saidOf(Telemetry.nginxIngress(), { traffic })).not.toMatch(/analyses|query-|telemetry/);
});

test('fails on a label that is none', () => {
  expect(() => Telemetry.nginxIngress({ serviceLabel: 'exported-service' })).toThrow('Telemetry.nginxIngress: serviceLabel: must be a Prometheus label name, got "exported-service"');
});
