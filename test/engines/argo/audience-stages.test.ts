import fc from 'fast-check';
import { fullCanary, plain } from './full-intent';
import { resolved, token } from './token';
import { render } from '../../../src/engines/render';
import type { AudienceIntent } from '../../../src/intent/audience';
import type { StageIntent } from '../../../src/intent/ramp';
import type { CanaryRolloutIntent } from '../../../src/intent/rollout';
import { rolloutProblems } from '../../../src/intent/rollout-problems';
import { gatewayApiRouter } from '../../../src/traffic/gateway-api/gateway-api';
import { expectRight } from '../../render';
import type { Written } from '../../render';

/** What the controller has made of the steps up to some point. */
interface State {
  readonly weight: number;
  /** The pods that were asked for apart from the traffic. */
  readonly scale?: Written;
  readonly audience?: Written;
}

/** Plays the steps; tells what is true whenever the rollout waits, and at the end. */
function played(steps: readonly Written[], wish: Course): { waits: State[]; end: State } {
  let state: State = { weight: 0 };
  const waits: State[] = [];
  for (const step of steps) {
    const [[kind, value]] = Object.entries<Written>(step);
    const pods = state.scale !== undefined || state.weight > 0;
    switch (kind) {
      case 'setCanaryScale':
        // as many as no traffic needs are none, which would end the canary
        if (value.matchTrafficWeight) expect(state.weight).toBeGreaterThan(0);
        state = { ...state, scale: value.matchTrafficWeight ? undefined : value };
        break;
      case 'setWeight':
        // who was led to the canary for another stage is not led there any more
        if (state.audience !== undefined) expect(state.audience).toEqual(matchesOf(stagesIn(wish).find(({ weight }) => weight === value)!));
        state = { ...state, weight: value };
        break;
      case 'setHeaderRoute':
        // nobody is led to pods that are not there, and what is taken away was there
        expect(value.match === undefined ? state.audience !== undefined : pods && state.audience === undefined).toBe(true);
        state = { ...state, audience: value.match };
        break;
      default:
        waits.push(state);
    }
  }
  return { waits, end: state };
}

const condition = fc.record({
  header: fc.constantFrom('x-internal', 'x-group', 'cookie'),
  value: fc.record({ kind: fc.constantFrom('exact', 'regex'), text: fc.constantFrom('true', 'beta', 'a.*') }) as fc.Arbitrary<AudienceIntent[number]['value']>,
});
const audience: fc.Arbitrary<AudienceIntent> = fc.uniqueArray(condition, { minLength: 1, maxLength: 3, selector: ({ header }) => header });
const scale = fc.oneof(
  fc.record({ kind: fc.constant('replicas' as const), replicas: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ kind: fc.constant('percent' as const), percent: fc.integer({ min: 1, max: 100 }) }),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const stage = (weight: number, mustHave: boolean): fc.Arbitrary<StageIntent> => fc.record({
  weight: fc.constant(weight),
  holdSeconds: fc.integer({ min: 1, max: 1000 }),
  approval: fc.boolean(),
  analyses: fc.constant([]),
  audience: mustHave ? audience : maybe(audience),
  scale: maybe(scale),
});
const course = fc.record({
  test: maybe(stage(0, true)),
  alone: fc.integer({ min: 0, max: 2 }).chain(count => fc.tuple(...Array.from({ length: count }, () => stage(0, true)))),
  shares: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 4 })
    .chain(weights => fc.tuple(...weights.sort((a, b) => a - b).map(weight => stage(weight, false)))),
  router: fc.constant(gatewayApiRouter({ hosts: ['shop.example.com'], gateway: 'public' })),
  manual: fc.boolean(),
});

type Course = typeof course extends fc.Arbitrary<infer T> ? T : never;

function stagesIn({ test, alone, shares }: Course): StageIntent[] {
  return [...test === undefined ? [] : [test], ...alone, ...shares];
}

function matchesOf({ audience: conditions }: StageIntent): Written {
  return conditions?.map(({ header, value }) => ({ headerName: header, headerValue: { [value.kind]: value.text } }));
}

function intentOf({ test, alone, shares, router, manual }: Course): CanaryRolloutIntent {
  const intent = fullCanary(plain);
  return {
    ...intent,
    strategy: {
      ...intent.strategy,
      router,
      gates: [],
      catastrophe: undefined,
      minimumCanaryPods: 2,
      pingPong: undefined,
      promotion: manual ? { kind: 'manual' } : { kind: 'automatic' },
      course: { kind: 'ramp', test, ramp: [...alone, ...shares] },
    },
  };
}

describe('whatever audiences a ramp has', () => {
  const rendered = (wish: Course) => render(intentOf(wish)).manifests;
  const canaryOf = (wish: Course): Written => (rendered(wish)[0] as Written).spec.strategy.canary;

  test('what is written is right', () => {
    fc.assert(fc.property(course, wish => {
      expect(rolloutProblems(intentOf(wish))).toEqual([]);
      expectRight(rendered(wish));
    }), { numRuns: 40 });
  });

  test('every stage has its weight, its audience and its pods while it lasts', () => {
    fc.assert(fc.property(course, wish => {
      const pods = ({ scale: own, weight }: StageIntent) => own === undefined ? weight === 0 ? { replicas: 2 } : undefined
        : own.kind === 'percent' ? { weight: own.percent } : { replicas: own.replicas };
      const expected = stagesIn(wish).flatMap(each => {
        const state: State = { weight: each.weight as number, scale: pods(each), audience: matchesOf(each) };
        return each.approval ? [state, state] : [state];
      });
      const { waits } = played(canaryOf(wish).steps, wish);
      expect(waits).toEqual(wish.manual ? [...expected, expected.at(-1)] : expected);
    }), { numRuns: 60 });
  });

  test('every route that is added is taken away, and before that all pods are there', () => {
    fc.assert(fc.property(course, wish => {
      const { steps } = canaryOf(wish);
      const { end } = played(steps, wish);
      expect(end.audience).toBeUndefined();
      if (steps.at(-1).setHeaderRoute !== undefined) expect(end.scale).toEqual({ weight: 100 });
    }), { numRuns: 60 });
  });

  test('a share of the traffic never comes to pods that are too few for it, unless its own stage says so', () => {
    fc.assert(fc.property(course, wish => {
      const { steps } = canaryOf(wish);
      steps.forEach((step: Written, index: number) => {
        if (step.setWeight === undefined) return;
        const own = stagesIn(wish).find(({ weight }) => weight === step.setWeight)!;
        const asked = steps.slice(0, index).filter((before: Written) => before.setCanaryScale !== undefined).at(-1)?.setCanaryScale;
        if (own.scale === undefined && asked !== undefined && !asked.matchTrafficWeight) expect(asked).toEqual({ weight: step.setWeight });
      });
    }), { numRuns: 60 });
  });

  test('the router is told of the route exactly where there is one', () => {
    fc.assert(fc.property(course, wish => {
      const { steps, trafficRouting } = canaryOf(wish);
      const names = new Set(steps.flatMap((step: Written) => step.setHeaderRoute?.name ?? []));
      expect(trafficRouting.managedRoutes).toEqual(names.size === 0 ? undefined : [...names].map(name => ({ name })));
      expect(names.size > 0).toBe(stagesIn(wish).some(each => each.audience !== undefined));
    }), { numRuns: 60 });
  });

  test('a weight is told by its stage, a route by its audience and pods by their scale', () => {
    fc.assert(fc.property(course, wish => {
      const { steps } = canaryOf(wish);
      const origins = render(intentOf(wish)).origins();
      const offset = wish.test === undefined ? 0 : 1;
      steps.forEach((step: Written, index: number) => {
        const path = ['spec', 'strategy', 'canary', 'steps', index];
        const isOwn = (place: readonly unknown[]) => path.every((key, position) => place[position] === key);
        const [{ property: own }] = origins.filter(({ manifest, path: its }) => manifest === 0 && isOwn(its));
        const place = /^ramp\.stages\[(\d+)\]\.(weight|hold|approval|audience|scale)$|^(audience|scale|duration|approval|promotion)$/.exec(own)!;
        expect(place).not.toBeNull();
        const [, stageIndex, part = place[3]] = place;
        const stageOf = stageIndex === undefined ? wish.test : stagesIn(wish)[Number(stageIndex) + offset];
        if (step.setWeight !== undefined) expect([part, stageOf!.weight]).toEqual(['weight', step.setWeight]);
        if (step.setHeaderRoute !== undefined) expect([part, stageOf!.audience === undefined]).toEqual(['audience', false]);
        if (step.setCanaryScale !== undefined) expect(part).toBe('scale');
      });
    }), { numRuns: 40 });
  });

  test('what is not known yet is passed on', () => {
    fc.assert(fc.property(course, wish => {
      const later = (each: StageIntent): StageIntent => ({
        ...each,
        weight: each.weight === 0 ? 0 : token(each.weight, () => undefined),
        scale: each.scale?.kind === 'percent' ? { kind: 'percent', percent: token(each.scale.percent, () => undefined) } : each.scale,
        holdSeconds: token(each.holdSeconds, () => undefined),
        audience: each.audience?.map(({ header, value }) => ({ header, value: { ...value, text: token(value.text, () => undefined) } })),
      });
      const unknown = { ...wish, test: wish.test && later(wish.test), alone: wish.alone.map(later), shares: wish.shares.map(later) } as Course;
      expect(rolloutProblems(intentOf(unknown))).toEqual([]);
      const steps = (manifests: unknown) => played((manifests as Written[])[0].spec.strategy.canary.steps, wish).waits;
      expect(steps(resolved(render(intentOf(unknown)).manifests))).toEqual(steps(rendered(wish)));
    }), { numRuns: 40 });
  });
});

test('a rollout with a long name has a route with a name that routes can have', () => {
  fc.assert(fc.property(fc.stringMatching(/^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/), fc.gen(), (name, gen) => {
    const [rollout] = render({ ...intentOf(gen(() => course)), name }).manifests as Written[];
    const [route] = rollout.spec.strategy.canary.trafficRouting.managedRoutes ?? [{ name: 'a-audience' }];
    expect(route.name).toMatch(/^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/);
    expect(route.name.endsWith('-audience')).toBe(true);
  }), { numRuns: 40 });
});
