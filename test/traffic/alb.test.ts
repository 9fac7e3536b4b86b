import { Duration } from 'cdk8s';
import { AlbScheme, AlbTraffic, Audience, ExperimentVersion, Protocol, Ramp, SessionAffinity, Stage, Step } from 'rolloutkit';
import type { AlbTrafficOptions, CanaryRolloutProps, ExistingAlbTrafficOptions } from 'rolloutkit';
import { resolved, token } from '../engines/argo/token';
import { checkout, checkoutCanary, checkoutManifests, findingsOf, named } from '../render';
import type { Written } from '../render';

const hosts = ['shop.example.com', '*.shop.example.com'];
const prefix = 'alb.ingress.kubernetes.io';
const arn = 'arn:aws:acm:eu-central-1:123456789012:certificate/0f5c0d2e-1111-2222-3333-444455556666';
const internal = { route: 'internal', matches: [{ header: 'x-internal', value: { exact: 'true' } }] };
const headerSteps = [Step.scale({ percent: 25 }), Step.headers(internal), Step.weight(20), Step.headers({ route: 'internal' })];
const failing = (props: Partial<CanaryRolloutProps>) => findingsOf(chart => checkout(chart, props));
const ingressOf = (options: Partial<AlbTrafficOptions> = {}, props: Partial<CanaryRolloutProps> = {}): Written =>
  named(checkoutManifests({ traffic: new AlbTraffic({ hosts, ...options }), ...props }), 'Ingress', 'checkout');
const backend = { service: { name: 'checkout', port: { name: 'use-annotation' } } };
const forward = (canary: string, stable: string, more = '') =>
  `{"Type":"forward","ForwardConfig":{"TargetGroups":[{"ServiceName":"${canary}","ServicePort":"8080","Weight":0},{"ServiceName":"${stable}","ServicePort":"8080","Weight":100}]${more}}}`;

describe('an Ingress of a load balancer that is written', () => {
  test('leads to an action by which everything goes to the stable Service, as the controller would write it', () => {
    const manifests = checkoutManifests({ traffic: new AlbTraffic({ hosts }) });
    expect(named(manifests, 'Rollout', 'checkout').spec.strategy.canary).toMatchObject({
      stableService: 'checkout',
      canaryService: 'checkout-canary',
      trafficRouting: { alb: { ingress: 'checkout', servicePort: 8080 } },
    });
    const { metadata, spec } = named(manifests, 'Ingress', 'checkout');
    expect(metadata.annotations).toEqual({ [`${prefix}/target-type`]: 'ip', [`${prefix}/actions.checkout`]: forward('checkout-canary', 'checkout') });
    expect(spec).toEqual({
      ingressClassName: 'alb',
      rules: hosts.map(host => ({ host, http: { paths: [{ path: '/*', pathType: 'ImplementationSpecific', backend }] } })),
    });
  });

  test('takes a path and everything below it', () => {
    const paths = (path: string) => ingressOf({ path }).spec.rules[0].http.paths.map((each: Written) => each.path);
    expect(paths('/shop')).toEqual(['/shop', '/shop/*']);
    expect(paths('/shop/')).toEqual(['/shop', '/shop/*']);
    expect(paths('/')).toEqual(['/*']);
  });

  test('says who reaches the load balancer, with which certificates, and in which group of Ingresses', () => {
    const annotations = { [`${prefix}/group.name`]: 'shop' };
    const { metadata, spec } = ingressOf({ scheme: AlbScheme.INTERNET_FACING, certificates: [arn, `${arn}7`], redirectHttp: true, ingressClass: 'edge', annotations });
    expect(spec.ingressClassName).toBe('edge');
    expect(metadata.annotations).toMatchObject({
      [`${prefix}/scheme`]: 'internet-facing',
      [`${prefix}/certificate-arn`]: `${arn},${arn}7`,
      [`${prefix}/listen-ports`]: '[{"HTTP":80},{"HTTPS":443}]',
      [`${prefix}/ssl-redirect`]: '443',
      [`${prefix}/group.name`]: 'shop',
    });
    expect(ingressOf({ certificates: [arn] }).metadata.annotations).not.toHaveProperty([`${prefix}/listen-ports`]);
  });

  test('speaks to a load balancer whose controller knows another prefix', () => {
    const traffic = new AlbTraffic({ hosts, annotationPrefix: 'alb.example.com' });
    expect(checkoutCanary({ traffic }).trafficRouting.alb.annotationPrefix).toBe('alb.example.com');
    expect(Object.keys(ingressOf({ annotationPrefix: 'alb.example.com' }).metadata.annotations)).toEqual(['alb.example.com/actions.checkout', 'alb.example.com/target-type']);
  });

  test('takes gRPC, over TLS', () => {
    const { annotations } = ingressOf({ certificates: [arn] }, { protocol: Protocol.grpc() }).metadata;
    expect(annotations[`${prefix}/backend-protocol-version`]).toBe('GRPC');
  });

  test('keeps the labels of the rollout', () => {
    expect(ingressOf({}, { metadata: { labels: { team: 'payments' } } }).metadata.labels).toMatchObject({ team: 'payments' });
  });

  test('leads to a shorter name where that of the Service has no room in an annotation', () => {
    const stable = `${'a'.repeat(54)}-checkout`;
    const manifests = checkoutManifests({ traffic: new AlbTraffic({ hosts }), services: { stable } });
    expect(named(manifests, 'Rollout', 'checkout').spec.strategy.canary.trafficRouting.alb.rootService).toBe('a'.repeat(54));
    expect(named(manifests, 'Ingress', 'checkout').metadata.annotations[`${prefix}/actions.${'a'.repeat(54)}`]).toBe(forward('checkout-canary', stable));
  });

  test('with Services that take turns leads to an action that no Service has to be called like', () => {
    const manifests = checkoutManifests({ traffic: new AlbTraffic({ hosts }), pingPong: true });
    expect(named(manifests, 'Rollout', 'checkout').spec.strategy.canary).toMatchObject({
      pingPong: { pingService: 'checkout-ping', pongService: 'checkout-pong' },
      trafficRouting: { alb: { ingress: 'checkout', servicePort: 8080, rootService: 'checkout' } },
    });
    const { metadata, spec } = named(manifests, 'Ingress', 'checkout');
    expect(metadata.annotations[`${prefix}/actions.checkout`]).toBe(forward('checkout-pong', 'checkout-ping'));
    expect(spec.rules[0].http.paths[0].backend).toEqual(backend);
    expect(manifests.filter(({ kind }) => kind === 'Service').map(({ metadata: { name } }) => name)).toEqual(['checkout-ping', 'checkout-pong']);
  });
});

describe('an Ingress of a load balancer that exists', () => {
  test('is used as it is', () => {
    const manifests = checkoutManifests({ traffic: AlbTraffic.existing('shop') });
    expect(named(manifests, 'Rollout', 'checkout').spec.strategy.canary.trafficRouting).toEqual({ alb: { ingress: 'shop', servicePort: 8080 } });
    expect(manifests.map(({ kind }) => kind)).toEqual(['Rollout', 'Service', 'Service']);
  });

  test('can lead to another name, on another port, and be one of several', () => {
    const traffic = AlbTraffic.existing('shop', { servicePort: 80, rootService: 'shop-root', otherIngresses: ['shop-internal'], annotationPrefix: 'alb.example.com' });
    expect(checkoutCanary({ traffic }).trafficRouting).toEqual({
      alb: { ingresses: ['shop', 'shop-internal'], servicePort: 80, rootService: 'shop-root', annotationPrefix: 'alb.example.com' },
    });
  });

  test('fails where Services take turns and nobody says to what it leads', () => {
    expect(failing({ traffic: AlbTraffic.existing('shop'), pingPong: true })).toEqual([
      '[test/checkout] traffic: must name the Service that the Ingress leads to, got nothing; write rootService: checkout, beside the two that take turns (ping-pong)',
    ]);
    expect(failing({ traffic: AlbTraffic.existing('shop', { rootService: 'shop' }), pingPong: true })).toEqual([]);
  });
});

describe('steps behind a load balancer', () => {
  test('lead requests with all of several headers', () => {
    const matches = [...internal.matches, { header: 'x-region', value: { exact: 'eu' } }];
    const { steps, trafficRouting } = checkoutCanary({ traffic: new AlbTraffic({ hosts }), steps: [Step.scale({ replicas: 1 }), Step.headers({ route: 'internal', matches }), Step.weight(20)] });
    expect(trafficRouting.managedRoutes).toEqual([{ name: 'internal' }]);
    expect(steps[1].setHeaderRoute.match).toHaveLength(2);
  });

  test('give a share to an experiment', () => {
    const variants = [{ name: 'canary', version: ExperimentVersion.CANARY, weight: 5 }];
    const steps = [Step.weight(5), Step.experiment({ duration: Duration.minutes(5), variants }), Step.weight(50)];
    expect(failing({ traffic: new AlbTraffic({ hosts }), steps })).toEqual([]);
  });

  test('lead an audience, and fail once where it is not marked by a whole value', () => {
    const leading = (audience: Audience) => ({ traffic: new AlbTraffic({ hosts }), ramp: Ramp.of([Stage.forAudience(audience), Stage.at(20)]) });
    expect(failing(leading(Audience.header('x-internal').isExactly('true')))).toEqual([]);
    expect(failing(leading(Audience.cookie('beta').isExactly('always')))).toEqual([expect.stringContaining('ramp.stages[0].audience: must compare cookie with a whole value where traffic is alb')]);
  });

  test('fail where they copy requests, once', () => {
    const copies = Step.mirror({ route: 'copies', matches: [{ method: { exact: 'GET' } }] });
    expect(failing({ traffic: new AlbTraffic({ hosts }), steps: [Step.weight(20), copies, Step.approval()] })).toEqual([
      '[test/checkout] steps[1]: needs a router that can do it (istio and plugins), got alb; change the router, or drop the step (step-needs-router)',
    ]);
  });
});

describe('visitors behind a load balancer', () => {
  const kept = (sessionAffinity: SessionAffinity, pingPong = false) => ({ traffic: new AlbTraffic({ hosts }), sessionAffinity, pingPong });
  const durationOf = (props: Partial<CanaryRolloutProps>) => checkoutCanary(props).trafficRouting.alb.stickinessConfig.durationSeconds;

  test('stay with a version for a day, or as long as they shall', () => {
    const day = checkoutManifests(kept(SessionAffinity.cookie()));
    expect(named(day, 'Rollout', 'checkout').spec.strategy.canary.trafficRouting.alb.stickinessConfig).toEqual({ enabled: true, durationSeconds: 86400 });
    expect(named(day, 'Ingress', 'checkout').metadata.annotations[`${prefix}/actions.checkout`])
      .toBe(forward('checkout-canary', 'checkout', ',"TargetGroupStickinessConfig":{"Enabled":true,"DurationSeconds":86400}'));
    expect(durationOf(kept(SessionAffinity.cookie({ maxAge: Duration.days(7) })))).toBe(604800);
  });

  test('stay with a version behind an Ingress that exists', () => {
    const { alb } = checkoutCanary({ traffic: AlbTraffic.existing('shop'), sessionAffinity: SessionAffinity.cookie() }).trafficRouting;
    expect(alb.stickinessConfig).toEqual({ enabled: true, durationSeconds: 86400 });
  });

  test.each<[string, Partial<CanaryRolloutProps>, string]>([
    ['a cookie with a name', kept(SessionAffinity.cookie({ name: 'shop-version' })),
      'sessionAffinity: cannot name its cookie behind alb, which calls it AWSALBTG, got "shop-version"; leave name out'],
    ['more than a week', kept(SessionAffinity.cookie({ maxAge: Duration.days(8) })),
      'sessionAffinity: must last seven days at most behind alb, got 691200 seconds; write maxAge: Duration.days(7), or less'],
    ['Services that take turns', kept(SessionAffinity.cookie(), true),
      'sessionAffinity: cannot be combined with pingPong behind alb: visitors stay with a Service, which has no pods after the promotion and those of the next canary then; keep one of the two'],
  ])('fail to stay with %s', (_, props, message) => {
    expect(failing(props)).toEqual([`[test/checkout] ${message}`]);
  });
});

test('fails on gRPC without TLS, unless the load balancer finds certificates by itself', () => {
  expect(failing({ traffic: new AlbTraffic({ hosts }), protocol: Protocol.grpc() })).toEqual([
    '[test/checkout] traffic: needs certificates where protocol is Protocol.grpc(): an Application Load Balancer takes gRPC over TLS alone; name certificates of AlbTraffic',
  ]);
  const annotations = { [`${prefix}/listen-ports`]: '[{"HTTPS":443}]' };
  expect(failing({ traffic: new AlbTraffic({ hosts, annotations }), protocol: Protocol.grpc() })).toEqual([]);
});

test('ports, certificates and times that are not known yet arrive in the annotations', () => {
  const later = <T>(value: T) => token(value, () => undefined) as unknown as T;
  const { _router } = new AlbTraffic({ hosts, certificates: [later(arn), later(`${arn}7`)] });
  const routing = _router.argo!({
    rollout: 'checkout',
    stableService: 'checkout',
    canaryService: 'checkout-canary',
    port: later(8080),
    protocol: 'http',
    managedRoutes: [],
    pingPong: false,
    affinity: { maxAgeSeconds: later(60) },
    metadata: name => ({ name }),
  });
  const [{ metadata }] = resolved(routing.manifests) as Written[];
  expect(metadata.annotations).toEqual({
    [`${prefix}/target-type`]: 'ip',
    [`${prefix}/certificate-arn`]: `${arn},${arn}7`,
    [`${prefix}/actions.checkout`]: forward('checkout-canary', 'checkout', ',"TargetGroupStickinessConfig":{"Enabled":true,"DurationSeconds":60}'),
  });
  expect(resolved(routing.trafficRouting)).toEqual({ alb: { ingress: 'checkout', servicePort: 8080, stickinessConfig: { enabled: true, durationSeconds: 60 } } });
});

describe('what the controller writes', () => {
  const ignored = (props: Partial<CanaryRolloutProps>) => {
    const found: Written[] = [];
    checkoutManifests(props);
    findingsOf(chart => found.push(...checkout(chart, props).ignoreDifferences.filter(({ kind }) => kind === 'Ingress')));
    return found;
  };
  const pointer = (key: string) => `/metadata/annotations/${key.replace('/', '~1')}`;
  const managed = pointer('rollouts.argoproj.io/managed-alb-annotations');

  test('is the action, and its note of it', () => {
    expect(ignored({ traffic: new AlbTraffic({ hosts }) })).toEqual([{
      group: 'networking.k8s.io', kind: 'Ingress', name: 'checkout', objectNamespace: 'shop', jsonPointers: [pointer(`${prefix}/actions.checkout`), managed],
    }]);
  });

  test('with header steps is another action, a condition and the paths as well', () => {
    expect(ignored({ traffic: AlbTraffic.existing('shop', { rootService: 'root' }), steps: headerSteps })).toMatchObject([{
      name: 'shop',
      jsonPointers: [
        pointer(`${prefix}/actions.root`), pointer(`${prefix}/actions.internal`), pointer(`${prefix}/conditions.internal`), managed, '/spec/rules',
      ],
    }]);
  });
});

describe('impossible load balancers fail at once', () => {
  test.each<[string, Partial<AlbTrafficOptions>, string]>([
    ['no host', { hosts: [] }, 'hosts: must name at least one host; write for example ["shop.example.com"]'],
    ['an address', { hosts: ['10.0.0.1'] }, 'hosts[0]: must be a host name, and not an address, got "10.0.0.1"; write the name that leads to the load balancer'],
    ['a host twice', { hosts: ['a.example', 'a.example'] }, 'hosts[1]: must be another host, got "a.example" again; drop it'],
    ['a wildcard inside of a host', { hosts: ['a.*.example'] }, 'hosts[0]: must be a host name, got "a.*.example"; write it in lower case without http://, port or path, such as "shop.example.com"'],
    ['a path without a slash', { path: 'shop' }, 'path: must begin with a slash, got "shop"; write "/shop"'],
    ['a path with a wildcard', { path: '/shop/*' }, 'path: must be letters, digits and any of . _ ~ - between slashes, got "/shop/*"; write the beginning of the paths, such as "/shop"'],
    ['a host that is too long for a load balancer', { hosts: [`${'a.'.repeat(64)}example`] }, 'hosts[0]: must have 128 characters at most in a rule of a load balancer, got 135; use a shorter one'],
    ['a path that is too long for one', { path: `/${'a'.repeat(126)}` }, 'path: must have 128 characters at most in a rule of a load balancer, got 129; use a shorter one'],
    ['a class that is no name', { ingressClass: 'Edge' }, 'ingressClass: must be the name of an object, got "Edge"; write its metadata.name'],
    ['no certificate', { certificates: [] }, 'certificates: must name at least one certificate, got none; leave it out for plain HTTP'],
    ['a certificate that is none', { certificates: [arn, 'shop-tls'] }, 'certificates[1]: must be the ARN of a certificate, got "shop-tls"; write for example "arn:aws:acm:eu-central-1:123456789012:certificate/..."'],
    ['a redirect to nowhere', { redirectHttp: true }, 'redirectHttp: needs certificates, since there is nothing to send callers to without one; name certificates, or drop it'],
    ['an action of its own', { annotations: { [`${prefix}/actions.checkout`]: '{}' } }, `annotations["${prefix}/actions.checkout"]: is written by the controller, as the steps say; drop it`],
    ['what an option says', { annotations: { [`${prefix}/scheme`]: 'internal' } }, `annotations["${prefix}/scheme"]: is what scheme says; drop it, and write scheme`],
    ['an annotation that can be none', { annotations: { 'a/b/c': 'x' } }, 'annotations["a/b/c"]: must be the key of an annotation: at most 63 letters, digits, dashes, dots and underscores, with an optional domain and / before them; write it with its prefix, such as "alb.ingress.kubernetes.io/group.name"'],
    ['a prefix that is none', { annotationPrefix: 'alb.example.com/' }, 'annotationPrefix: must be a domain, got "alb.example.com/"; write it without the slash, such as "alb.ingress.kubernetes.io"'],
  ])('fails with %s', (_, options, message) => {
    expect(() => new AlbTraffic({ hosts, ...options })).toThrow(new Error(`AlbTraffic: ${message}`));
  });

  test.each<[string, string, ExistingAlbTrafficOptions, string]>([
    ['an Ingress that can be none', 'Shop', {}, 'ingressName: must be the name of an object, got "Shop"; write its metadata.name'],
    ['an Ingress twice', 'shop', { otherIngresses: ['shop'] }, 'otherIngresses[0]: must be another Ingress, got "shop" again; drop it'],
    ['a port that is none', 'shop', { servicePort: 0 }, 'servicePort: must be a whole number of at least 1, got 0; write 1'],
    ['a name too long for an annotation', 'shop', { rootService: 'a'.repeat(56) }, 'rootService: must have 55 characters at most, got 56; give the paths of the Ingress a shorter name to lead to'],
  ])('fails with %s', (_, name, options, message) => {
    expect(() => AlbTraffic.existing(name, options)).toThrow(new Error(`AlbTraffic.existing: ${message}`));
  });
});
