import * as kplus from 'cdk8s-plus-28';
import {
  Analysis, Catastrophe, GatewayApiTraffic, NginxTraffic, Protocol, QueryScope, RolloutDefaults, Scrape, Telemetry,
} from 'rolloutkit';
import type { BlueGreenRolloutProps, CanaryRolloutProps } from 'rolloutkit';
import { checkout, checkoutManifests, findingsOf, manifestsOf, metricOf, named, switched, switchedManifests, synthesize } from '../render';
import type { Written } from '../render';

const told = (props: Partial<CanaryRolloutProps>) => findingsOf(chart => { checkout(chart, props); }).map(line => line.replace('[test/checkout] ', ''));
const switchTold = (props: Partial<BlueGreenRolloutProps>) => findingsOf(chart => { switched(chart, props); }).map(line => line.replace('[test/checkout] ', ''));
const containersOf = (manifests: Written[]) => named(manifests, 'Rollout', 'checkout').spec.template.spec.containers;
const kinds = (manifests: Written[]) => manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`);

describe('gRPC', () => {
  const protocol = Protocol.grpc();
  const analyses = [Analysis.successRate(), Analysis.latency()];

  test('pods are ready when their health service says so', () => {
    expect(containersOf(checkoutManifests({ protocol }))[0].readinessProbe).toEqual({ failureThreshold: 3, grpc: { port: 8080 } });
    expect(containersOf(checkoutManifests({ protocol: Protocol.grpc({ healthService: 'checkout.v1' }) }))[0].readinessProbe.grpc).toEqual({ port: 8080, service: 'checkout.v1' });
  });

  test('a readiness probe that somebody wrote stays', () => {
    const readiness = kplus.Probe.fromCommand(['/bin/ready']);
    const [container] = containersOf(checkoutManifests({ protocol, containers: [{ image: 'shop:1', portNumber: 8080, readiness }] }));
    expect(container.readinessProbe).toMatchObject({ exec: { command: ['/bin/ready'] } });
    expect(container.readinessProbe).not.toHaveProperty('grpc');
  });

  test('of a sidecar only its port is asked', () => {
    const containers = [{ name: 'proxy', image: 'proxy:1', portNumber: 15000 }, { name: 'app', image: 'shop:1', portNumber: 8080 }];
    const [proxy, app] = containersOf(checkoutManifests({ protocol, containers, mainContainer: 'app' }));
    expect([proxy.readinessProbe.tcpSocket, app.readinessProbe.grpc]).toEqual([{ port: 15000 }, { port: 8080 }]);
  });

  test('the port of the Services is declared as HTTP/2 without TLS, for routers that look at it', () => {
    const ports = (manifests: Written[], service: string) => named(manifests, 'Service', service).spec.ports;
    const manifests = checkoutManifests({ protocol, containers: [{ image: 'shop:1', ports: [{ number: 8080 }, { number: 9090, name: 'metrics' }] }] });
    for (const service of ['checkout', 'checkout-canary']) {
      expect(ports(manifests, service).map(({ appProtocol }: Written) => appProtocol)).toEqual(['kubernetes.io/h2c', undefined]);
    }
    expect(ports(checkoutManifests({ protocol: Protocol.grpc({ appProtocol: 'grpc' }) }), 'checkout')[0].appProtocol).toBe('grpc');
  });

  test('questions are asked of the calls that the server counts', () => {
    const manifests = checkoutManifests({ protocol, analyses });
    const query = (question: string) => metricOf(manifests, `checkout-${question}`, question).provider.prometheus.query;
    expect(query('success-rate')).toContain('grpc_server_handled_total{');
    expect(query('success-rate')).toContain('grpc_code=~"(?i)unknown|deadline_?exceeded|unimplemented|internal|unavailable|data_?loss"');
    expect(query('latency')).toContain('grpc_server_handling_seconds_bucket{');
    expect(query('latency')).toContain('grpc_type="unary"');
    expect(JSON.stringify(manifests)).not.toContain('http_requests_total');
  });

  test('what a platform team chose is asked instead, when it sees the calls', () => {
    const telemetry = Telemetry.custom({ requests: 'rpc_total', errors: 'code!="OK"', duration: 'rpc_seconds' });
    const manifests = manifestsOf(chart => {
      RolloutDefaults.of(chart).use({ telemetry });
      checkout(chart, { protocol, analyses });
    });
    expect(JSON.stringify(manifests)).toContain('rpc_total');
  });

  test('fails with counters of HTTP, which see no failed call', () => {
    const line = (name: string) => `cannot be Telemetry.${name} where protocol is Protocol.grpc(): it counts HTTP statuses, a call of gRPC that fails has the status 200, and the gate would always pass; write Telemetry.grpcServer(), that of a mesh or of Traefik, or Telemetry.custom() over counters that know the code of a call`;
    expect(told({ protocol, analyses, telemetry: Telemetry.httpRequests() })).toEqual([`telemetry: ${line('httpRequests')}`]);
    expect(told({ protocol, analyses: [Analysis.errorRate({ telemetry: Telemetry.httpRequests() })] })).toEqual([`analyses[0].telemetry: ${line('httpRequests')}`]);
    const traffic = new NginxTraffic({ hosts: ['shop.example.com'] });
    expect(told({ protocol, traffic, analyses, telemetry: Telemetry.nginxIngress() })).toEqual([`telemetry: ${line('nginxIngress')}`]);
  });

  test('a time is a time: how fast it is may be asked of whoever measures it', () => {
    expect(told({ protocol, analyses: [Analysis.latency({ telemetry: Telemetry.httpRequests() })] })).toEqual([]);
  });

  test('a query of one\'s own is one\'s own business', () => {
    expect(told({ protocol, telemetry: Telemetry.httpRequests(), analyses: [Analysis.custom({ query: 'up', atLeast: 1 })] })).toEqual([]);
  });

  test('fails without a port', () => {
    expect(told({ protocol, containers: [{ image: 'shop:1' }] })).toEqual([
      'containers[0].portNumber: must be given, since protocol says that it speaks gRPC, got none; write the port the container listens on, or drop protocol',
    ]);
  });

  test('fails with a name that is no protocol', () => {
    expect(() => Protocol.grpc({ appProtocol: 'h2 c' })).toThrow('appProtocol: must be the name of a protocol, got "h2 c"; write kubernetes.io/h2c, grpc or https');
  });
});

test('HTTP is what is meant where nothing is said', () => {
  const analyses = [Analysis.successRate()];
  expect(checkoutManifests({ protocol: Protocol.http(), analyses })).toEqual(checkoutManifests({ analyses }));
});

describe('workers', () => {
  const protocol = Protocol.none();
  const worker = { protocol, containers: [{ image: 'worker:1', portNumber: 9090 }] };
  const lag = Analysis.custom({ name: 'lag', query: 'max(queue_lag)', atMost: 1000 });

  test('have no Services, although they may have a port', () => {
    const manifests = checkoutManifests(worker);
    expect(kinds(manifests)).toEqual(['Rollout checkout']);
    expect(manifests[0].spec.strategy.canary).not.toHaveProperty('canaryService');
  });

  test('are asked what they do, and watched for restarts and memory', () => {
    const manifests = checkoutManifests({ ...worker, analyses: [lag] });
    const metrics = named(manifests, 'AnalysisTemplate', 'checkout-guard').spec.metrics.map(({ name }: Written) => name);
    expect(metrics).toEqual(['lag', 'restarts', 'out-of-memory']);
    const watched = checkoutManifests({ ...worker, catastrophe: Catastrophe.above() });
    expect(named(watched, 'AnalysisTemplate', 'checkout-guard').spec.metrics.map(({ name }: Written) => name)).toEqual(['restarts', 'out-of-memory']);
  });

  test('may count their jobs as others count requests', () => {
    const telemetry = Telemetry.custom({ requests: 'jobs_total', errors: 'result="failed"', duration: 'job_seconds' });
    expect(told({ ...worker, telemetry, analyses: [Analysis.successRate()] })).toEqual([]);
  });

  test('fails with questions about requests, and says what can be asked', () => {
    expect(told({ ...worker, analyses: [Analysis.successRate()] })).toEqual([
      'analyses[0]: asks for the success-rate of requests (Telemetry.httpRequests), and with Protocol.none() nobody sends any; ask Analysis.custom() for what the worker does, such as failed jobs or the lag of its queue, use Telemetry.custom() over a counter of its jobs, or rely on catastrophe, which watches restarts and memory',
    ]);
    expect(told({ ...worker, analyses: [Analysis.errorRate({ scope: QueryScope.everything() })] })).toEqual([]);
  });

  test('fails with a router, which has nothing to split', () => {
    expect(told({ ...worker, traffic: new GatewayApiTraffic({ hosts: ['shop.example.com'], gateway: 'public' }) })).toEqual([
      'traffic: cannot be combined with protocol: Protocol.none(): nobody calls the pods, so gatewayApi has nothing to split; drop traffic, and the share of the canary is its share of the pods; or drop protocol',
    ]);
  });

  test('fails in a blue-green, which needs Services, unless these exist', () => {
    expect(switchTold(worker)).toEqual([
      'protocol: cannot be Protocol.none() in a blue-green that writes its Services: Argo Rollouts refuses one without an activeService, and a worker takes work from its start, before any switch; use a CanaryRollout, whose share is that of its pods, or name Services that exist: services: { active, preview }',
    ]);
    expect(kinds(switchedManifests({ ...worker, services: { active: 'jobs', preview: 'jobs-next' } }))).toEqual(['Rollout checkout']);
  });
});

describe('the annotations by which Prometheus finds metrics', () => {
  const annotations = (manifests: Written[]) => Object.fromEntries(manifests.filter(({ kind }) => kind === 'Service').map(({ metadata }) => [metadata.name, metadata.annotations]));
  const here = { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '8080', 'prometheus.io/path': '/metrics' };

  test('stand on the one Service that reaches every pod, since a pod behind two is counted twice', () => {
    expect(annotations(checkoutManifests({ scrape: Scrape.at() }))).toEqual({ 'checkout': here, 'checkout-canary': undefined });
  });

  test('stand on both Services where each reaches its version alone', () => {
    const traffic = new GatewayApiTraffic({ hosts: ['shop.example.com'], gateway: 'public' });
    expect(annotations(checkoutManifests({ scrape: Scrape.at(), traffic }))).toEqual({ 'checkout': here, 'checkout-canary': here });
    expect(annotations(switchedManifests({ scrape: Scrape.at() }))).toEqual({ 'checkout': here, 'checkout-preview': here });
  });

  test('stand on the canary\'s where the other one exists already', () => {
    expect(annotations(checkoutManifests({ scrape: Scrape.at(), services: { stable: 'legacy' } }))).toEqual({ 'checkout-canary': here });
  });

  test('name the port and the path that they are given', () => {
    expect(annotations(checkoutManifests({ scrape: Scrape.at({ port: 9090, path: '/stats' }) })).checkout).toEqual({ ...here, 'prometheus.io/port': '9090', 'prometheus.io/path': '/stats' });
  });

  test('fails where there is no Service to write them on', () => {
    expect(told({ scrape: Scrape.at(), containers: [{ image: 'worker:1' }] })).toEqual([expect.stringMatching(/^scrape: stands on Services, and this rollout has none; drop it, and write podMetadata/)]);
    expect(told({ scrape: Scrape.at(), protocol: Protocol.none() })).toEqual([expect.stringMatching(/^scrape: stands on Services, and this rollout has none/)]);
    expect(told({ scrape: Scrape.at(), services: { stable: 'a', canary: 'b' } })).toEqual(['scrape: stands on Services that are written, and a and b exist already; drop it, and annotate those Services']);
  });

  test('fails with what is no port and no path', () => {
    expect(() => Scrape.at({ port: 0, path: 'metrics' })).toThrow('port: must be a port, from 1 to 65535, got 0; write 8080\nScrape.at: path: must begin with a slash, got "metrics"; write "/metrics"');
  });

  test('nothing is said of it', () => {
    expect(synthesize(chart => { checkout(chart, { scrape: Scrape.at() }); }).words).toBe('');
  });
});
