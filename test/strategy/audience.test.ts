import { Duration } from 'cdk8s';
import fc from 'fast-check';
import { Action, Analysis, Audience, Gate, GatewayApiTraffic, Hook, IstioTraffic, NginxTraffic, Promotion, Ramp, Stage } from 'rolloutkit';
import type { CanaryRolloutProps, ITrafficRouter } from 'rolloutkit';
import { checkout, checkoutCanary, findingsOf } from '../render';
import type { Written } from '../render';

const traffic = new GatewayApiTraffic({ hosts: ['shop.example.com'], gateway: 'public' });
const internal = Audience.header('x-internal').isExactly('true');
const beta = Audience.cookie('beta').isExactly('always');
const hold = Duration.minutes(10);
const pause = { pause: { duration: '10m' } };
const match = { headerName: 'x-internal', headerValue: { exact: 'true' } };
const route = { setHeaderRoute: { name: 'checkout-audience', match: [match] } };
const noRoute = { setHeaderRoute: { name: 'checkout-audience' } };
const canaryOf = (stages: Stage[], props: Partial<CanaryRolloutProps> = {}): Written =>
  checkoutCanary({ traffic, ramp: Ramp.of(stages, { hold }), ...props });
const stepsOf = (stages: Stage[], props?: Partial<CanaryRolloutProps>): Written[] => canaryOf(stages, props).steps;
const matchOf = (audience: Audience): Written => stepsOf([Stage.forAudience(audience)])[1].setHeaderRoute.match;
const failing = (props: Partial<CanaryRolloutProps>) => findingsOf(chart => checkout(chart, props)).map(line => line.replace('[test/checkout] ', ''));

describe('a stage for an audience', () => {
  test('starts pods, leads the audience to them, and lets it go when a share of everybody comes', () => {
    expect(stepsOf([Stage.forAudience(internal), Stage.at(25)])).toEqual([
      { setCanaryScale: { replicas: 2 } }, route, pause,
      { setCanaryScale: { weight: 25 } }, noRoute, { setWeight: 25 }, { setCanaryScale: { matchTrafficWeight: true } }, pause,
    ]);
  });

  test('announces its route to the router', () => {
    expect(canaryOf([Stage.forAudience(internal), Stage.at(25)]).trafficRouting.managedRoutes).toEqual([{ name: 'checkout-audience' }]);
    expect(canaryOf([Stage.at(25)]).trafficRouting).not.toHaveProperty('managedRoutes');
  });

  test('is asked as every stage is, and watched from its first request on', () => {
    const { steps, analysis } = canaryOf([Stage.forAudience(internal), Stage.at(25)], { analyses: [Analysis.successRate()] });
    expect(Object.keys(steps[3])).toEqual(['analysis']);
    expect(analysis.startingStep).toBe(2);
  });

  test('has questions and an approval of its own', () => {
    const steps = stepsOf([Stage.forAudience(internal, { analyses: [Analysis.latency()], approval: true, hold: Duration.hours(1) }), Stage.at(25)]);
    expect(steps.slice(2, 5)).toEqual([{ pause: { duration: '1h' } }, { analysis: expect.objectContaining({ templates: [{ templateName: 'checkout-latency' }] }) }, { pause: {} }]);
  });

  test('has the pods that it is told to have', () => {
    expect(stepsOf([Stage.forAudience(internal, { scale: { replicas: 3 } })])[0]).toEqual({ setCanaryScale: { replicas: 3 } });
    expect(stepsOf([Stage.forAudience(internal, { scale: { percent: 40 } })])[0]).toEqual({ setCanaryScale: { weight: 40 } });
    expect(stepsOf([Stage.forAudience(internal)], { minimumCanaryPods: 1 })[0]).toEqual({ setCanaryScale: { replicas: 1 } });
  });

  test('as the last one keeps its audience until all of the pods are there, and while a person decides', () => {
    expect(stepsOf([Stage.forAudience(internal)], { promotion: Promotion.manual() })).toEqual([
      { setCanaryScale: { replicas: 2 } }, route, pause, { pause: {} }, { setCanaryScale: { weight: 100 } }, noRoute,
    ]);
  });

  test('may follow another one, whose audience goes', () => {
    expect(stepsOf([Stage.forAudience(beta), Stage.forAudience(internal), Stage.at(25)]).slice(1, 5)).toEqual([
      { setHeaderRoute: { name: 'checkout-audience', match: [expect.objectContaining({ headerName: 'cookie' })] } }, pause, noRoute, route,
    ]);
  });

  test('comes after what is done before any traffic, for which its pods are there', () => {
    const hooks = [Hook.beforeTraffic(Action.job({ name: 'migrate', containers: [{ image: 'registry.example/migrate:1' }] }))];
    expect(stepsOf([Stage.forAudience(internal), Stage.at(25)], { hooks }).slice(0, 3)).toEqual([
      { setCanaryScale: { replicas: 2 } }, { analysis: expect.objectContaining({ templates: [{ templateName: 'checkout-migrate' }] }) }, route,
    ]);
  });
});

describe('an audience beside a share of the traffic', () => {
  test('sees the canary as long as the stage lasts', () => {
    const stages = [Stage.at(10, { audience: internal }), Stage.at(50)];
    expect(stepsOf(stages)).toEqual([{ setWeight: 10 }, route, pause, noRoute, { setWeight: 50 }, pause]);
  });

  test('keeps its route where the next stage has the same', () => {
    const again = Audience.header('X-Internal').isExactly('true');
    expect(stepsOf([Stage.at(10, { audience: internal }), Stage.at(50, { audience: again }), Stage.at(80)])).toEqual([
      { setWeight: 10 }, route, pause, { setWeight: 50 }, pause, noRoute, { setWeight: 80 }, pause,
    ]);
  });

  test('is no implied end', () => {
    const stages = [Stage.at(50), Stage.at(100, { audience: internal })];
    expect(stepsOf(stages).slice(2)).toEqual([{ setWeight: 100 }, route, { setCanaryScale: { weight: 100 } }, noRoute]);
  });
});

test('a stage has as many pods as it is told, and the next one as many as its traffic needs', () => {
  expect(stepsOf([Stage.at(10), Stage.at(25, { scale: { percent: 60 } }), Stage.at(50)])).toEqual([
    { setWeight: 10 }, pause,
    { setCanaryScale: { weight: 60 } }, { setWeight: 25 }, pause,
    { setCanaryScale: { weight: 50 } }, { setWeight: 50 }, { setCanaryScale: { matchTrafficWeight: true } }, pause,
  ]);
});

describe('a condition', () => {
  test.each<[string, Audience, Written]>([
    ['is a whole value', Audience.header('X-Group').isExactly('a.b'), { exact: 'a.b' }],
    ['is the beginning of a value, every character of which means itself', Audience.header('x-group').startsWith('v1.'), { regex: '^v1\\..*$' }],
    ['is an expression, as it was written', Audience.header('x-group').matches('^(a|b)$'), { regex: '^(a|b)$' }],
    ['is that a header is there', Audience.header('x-group').isPresent(), { regex: '.*' }],
  ])('%s', (_, audience, headerValue) => {
    expect(matchOf(audience)).toEqual([{ headerName: 'x-group', headerValue }]);
  });

  test('of several all must hold', () => {
    expect(matchOf(Audience.allOf([internal, beta, Audience.header('x-region').isPresent()])).map(({ headerName }: Written) => headerName)).toEqual(['x-internal', 'cookie', 'x-region']);
  });
});

describe('a cookie', () => {
  const finds = (audience: Audience, header: string) => new RegExp(matchOf(audience)[0].headerValue.regex).test(header);

  test.each(['beta=always', 'a=b; beta=always', 'beta=always; c=d', 'a=b; beta=always; c=d', 'a=b;beta=always;c=d'])('is found in %s', header => {
    expect(finds(beta, header)).toBe(true);
  });

  test.each(['', 'beta', 'beta=', 'beta=always2', 'xbeta=always', 'x-beta=always', 'a=beta=always', 'a=b beta=always', 'beta=never; other=always'])('is not found in "%s"', header => {
    expect(finds(beta, header)).toBe(false);
  });

  test('that is there may have any value', () => {
    const present = Audience.cookie('beta').isPresent();
    expect(['beta=', 'a=b; beta=1; c=d', 'c=d', 'xbeta=1'].map(header => finds(present, header))).toEqual([true, true, false, false]);
  });

  test('is found among others exactly where it is, whatever its name and its value', () => {
    const token = fc.string({ unit: fc.constantFrom(...'ab.*+$^|~-_'), minLength: 1, maxLength: 4 });
    const value = fc.string({ unit: fc.constantFrom(...'ab.*+?$^|()[]{}\\='), maxLength: 4 });
    fc.assert(fc.property(token, value, fc.array(fc.tuple(token, value), { maxLength: 4 }), (name, wanted, cookies) => {
      const header = cookies.map(([other, its]) => `${other}=${its}`).join('; ');
      const isThere = cookies.some(([other, its]) => other === name && its === wanted);
      const [{ value: { text } }] = Audience.cookie(name).isExactly(wanted)._intent;
      expect({ header, found: new RegExp(text as string).test(header) }).toEqual({ header, found: isThere });
    }));
  });
});

describe('impossible audiences fail at once', () => {
  test.each<[string, () => unknown, string]>([
    ['a header that is no name', () => Audience.header('x internal'), 'Audience.header: name: must be letters, digits and dashes, got "x internal"; write the name of the header, such as x-internal'],
    ['a cookie without a name', () => Audience.cookie(''), 'Audience.cookie: name: must be letters, digits and dashes, got ""; write the name of the cookie, such as beta'],
    ['an empty value', () => Audience.header('x').isExactly(''), 'Audience.header.isExactly: value: must be one line of text without space around it, got ""; write the value, or use isPresent()'],
    ['a value with space around it', () => Audience.header('x').startsWith(' a'), 'Audience.header.startsWith: value: must be one line of text without space around it, got " a"; write it as it is sent'],
    ['a cookie with a semicolon', () => Audience.cookie('x').isExactly('a;b'), 'Audience.cookie.isExactly: value: must have no space and no semicolon, which end a cookie, got "a;b"; write it as it is sent'],
    ['an empty expression', () => Audience.header('x').matches(''), 'Audience.header.matches: expression: must not be empty; write the expression, or use isPresent()'],
    ['a broken expression', () => Audience.header('x').matches('(a'), 'Audience.header.matches: expression: must be a regular expression, got "(a"; escape what is meant literally with a backslash'],
    ['nothing to hold', () => Audience.allOf([]), 'Audience.allOf: audiences: must hold at least one audience, got none; begin with Audience.header or Audience.cookie'],
    [
      'two conditions of one header', () => Audience.allOf([beta, Audience.cookie('a').isPresent()]),
      'Audience.allOf: audiences: must each look at a header of its own, got 2 that look at cookie; say both in one expression: Audience.header("cookie").matches',
    ],
    ['an audience alone at a weight of 0', () => Stage.at(0, { audience: beta }), 'Stage.at: weight: must be a whole number from 1 to 100, got 0; where only the audience sees the canary, write Stage.forAudience'],
    ['a scale of both kinds', () => Stage.at(5, { scale: { replicas: 1, percent: 5 } }), 'Stage.at: scale: exactly one of replicas, percent must be given, got replicas and percent; keep the one you mean'],
    ['a scale of nothing', () => Stage.forAudience(beta, { scale: { replicas: 0 } }), 'Stage.forAudience: scale.replicas: must be a whole number of at least 1, got 0; write 1'],
    [
      'an audience alone after a share of the traffic', () => Ramp.of([Stage.at(5), Stage.forAudience(beta)]),
      'Ramp.of: stages[1]: must come before the stages with a weight, since only its audience would see the canary again; put it first, or write Stage.at with a weight and this audience',
    ],
  ])('fails on %s', (_, build, message) => {
    expect(build).toThrow(new Error(message));
  });

  test.each(['(?i)^beta$', '(?P<group>a)', '[[:alpha:]]+', '^\\d{1,3}$'])('the expression %s is left to the router', expression => {
    expect(() => Audience.header('x').matches(expression)).not.toThrow();
  });
});

describe('an audience that nothing can lead to the canary', () => {
  const ramp = Ramp.of([Stage.forAudience(internal), Stage.at(20, { scale: { replicas: 2 } })]);

  test('fails without a router, once for each property', () => {
    expect(failing({ ramp })).toEqual([
      'ramp.stages[0].audience: needs traffic, which is left out: without a router the pods share all requests, whoever sends them; '
        + 'give traffic a router that routes by headers, such as GatewayApiTraffic or IstioTraffic, or leave the audience out',
      'ramp.stages[1].scale: needs traffic, which is left out: without a router the number of canary pods is their share of the requests; give traffic a router, or leave the scale out',
    ]);
  });

  test('fails behind a router that does not look at headers', () => {
    expect(failing({ ramp, traffic: new NginxTraffic({ hosts: ['shop.example.com'] }) })).toEqual([
      'ramp.stages[0].audience: needs traffic that routes by headers, and traffic is nginx, behind which Argo Rollouts cannot; '
        + 'choose GatewayApiTraffic or IstioTraffic for traffic, or leave the audience out',
    ]);
  });

  test('fails with several conditions behind Istio, which takes any of them', () => {
    const istio = IstioTraffic.existing('shop');
    const both = Ramp.of([Stage.forAudience(Audience.allOf([internal, beta])), Stage.at(20)]);
    expect(failing({ ramp: both, traffic: istio })).toEqual([
      'ramp.stages[0].audience: must be one condition where traffic is istio, behind which Argo Rollouts takes requests that fulfil any of several, got 2; '
        + 'keep the one that marks the requests, or choose GatewayApiTraffic for traffic, where all of them must hold',
    ]);
    expect(failing({ ramp, traffic: istio })).toEqual([]);
  });

  test('fails with an expression behind a router that knows none', () => {
    const alb: ITrafficRouter = {
      routerName: 'alb',
      _router: { kind: 'alb', argo: () => ({ trafficRouting: { alb: { ingress: 'shop', servicePort: 80 } }, manifests: [], ignoredSteps: [], elsewhere: [{ kind: 'Ingress', name: 'shop' }] }) },
    };
    const canary = checkoutCanary({ ramp, traffic: alb });
    expect(canary.steps[1]).toEqual(route);
    expect(failing({ ramp: Ramp.of([Stage.forAudience(beta), Stage.at(20)]), traffic: alb })).toEqual([
      'ramp.stages[0].audience: must compare cookie with a whole value where traffic is alb, behind which Argo Rollouts knows no expressions; '
        + 'use isExactly() of a header, or choose GatewayApiTraffic or IstioTraffic for traffic',
    ]);
  });
});

test('a gate at a weight does not take the stage of an audience for one', () => {
  expect(failing({ traffic, ramp: Ramp.of([Stage.forAudience(beta), Stage.at(20)]), gates: [Gate.atStage(30, Analysis.latency())] })).toEqual([
    'gates[0]: no stage has the weight 30; there are 20; name one of these',
  ]);
});
