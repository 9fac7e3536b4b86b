import * as pulumi from '@pulumi/pulumi';
import fc from 'fast-check';
import * as components from 'rolloutkit/pulumi';
import { runMocked } from './mocked';
import type { MockedOptions, MockedRun, Registered } from './mocked';
import { placesIn, withAt } from './places';
import type { Place } from './places';
import { specimens } from './specimens';
import { wholeTemplate } from './specimens/releases';
import { canary, template } from './specimens/specimen';
import type { Specimen } from './specimens/specimen';
import { everyShape } from '../../src/pulumi/arguments/component-shapes';
import { read } from '../../src/pulumi/arguments/read';
import { named } from '../../src/pulumi/arguments/shape';

/*
 * An Output in every place of the arguments. Those of which something else depends are refused: some by their interfaces, which have no Input
 * there (`because` says why), and these where something else is said beside them.
 */
const dependent: readonly { readonly specimen: RegExp; readonly path: RegExp; readonly why: string }[] = [
  { specimen: /^routed-36-/, path: /^traffic\.traefik\.hosts/, why: 'certResolver is told of each host where one of them is a wildcard' },
  { specimen: /argo.*prometheus/, path: /(secretHeaders|bearerToken|clientSecret)/, why: 'the key of the Secret becomes an argument of the analysis, which has a name' },
  { specimen: /http|hooked-switch/, path: /http\.(secretHeaders|oauth2\.clientSecret)/, why: 'as above' },
  { specimen: /^gated$/, path: /^ramp\.stages\[1\]/, why: 'a gate is placed by the weight of its stage' },
  { specimen: /^whole$/, path: /^template\.spec\.containers\[0\]\.name$/, why: 'mainContainer names one of them' },
  { specimen: /^pods$/, path: /^replicas$/, why: 'the stages are counted in pods where neither ramp nor traffic is given' },
];

const make = ({ kind, name }: Specimen, args: unknown) => () => new (components[kind] as new (name: string, args: unknown) => unknown)(name, args);
const run = (specimen: Specimen, args: unknown = specimen.args, options: MockedOptions = {}): Promise<MockedRun> =>
  runMocked(make(specimen, args), options);
const messageOf = ({ thrown }: MockedRun) => (thrown as Error | undefined)?.message;
const errorsOf = ({ told }: MockedRun) => told.filter(({ severity }) => severity === 'error').map(({ text }) => text);

const isDependent = ({ name }: Specimen, { path }: Place) => dependent.some(each => each.specimen.test(name) && each.path.test(path));
const placesOf = ({ kind, args }: Specimen) => placesIn(kind, args);
/** Where an Output may stand. */
const openIn = (specimen: Specimen) => placesOf(specimen).filter(place => place.why === undefined && !isDependent(specimen, place));

/** Those of the specimens that have an Output in a place of which none before them has one. */
function eachPlaceOnce(): readonly Specimen[] {
  const seen = new Set<string>();
  return specimens.filter(specimen => {
    const members = openIn(specimen).map(({ member }) => member);
    const isNew = members.some(member => !seen.has(member));
    members.forEach(member => seen.add(member));
    return isNew;
  });
}

const plainRuns = new Map<Specimen, Promise<MockedRun>>();
function plainly(specimen: Specimen): Promise<MockedRun> {
  const known = plainRuns.get(specimen) ?? run(specimen);
  plainRuns.set(specimen, known);
  return known;
}

describe('the specimens', () => {
  test.each(specimens)('$name is right', async specimen => {
    const { thrown, failed, told } = await plainly(specimen);
    expect({ thrown, failed, errors: told.filter(({ severity }) => severity === 'error') }).toEqual({ errors: [] });
  });

  /** What no specimen says, with the reason. */
  const unsaid: Readonly<Record<string, string>> = {
    'KongTrafficOptions.routeVersion': 'for Flagger, which does not know Kong',
    '0.waiting': 'it is not in what is written',
    '4.waiting': 'it is not in what is written',
    'Waiting.atMost': 'it is not in what is written',
    'Waiting.context': 'it is not in what is written',
    'Waiting.kubeconfig': 'it is not in what is written',
  };
  /** Interfaces that share most of their members, each of which is said to one of them. */
  const families = [
    /Rollout$|^ReleaseOptions$|^CanaryOptions$|^BlueGreenOptions$|^ABTestOptions$/, /Analysis$|Template(Options)?$|Rate|^Latency|^Restart|^Saturation|^Metric|^Baseline/, /^AlertChannel/, /^VersionedConfig/, /^Experiment(Options)?$/, /^Experiment(VariantOptions|Pods)$/,
  ];

  test('say everything that can be said', () => {
    const said = new Set(specimens.flatMap(specimen => placesOf(specimen).map(({ member }) => familyOf(member))));
    const everything = Object.entries(everyShape).filter(([name]) => name !== 'RolloutManifests').flatMap(([name, shape]) => shape.kind === 'enum' ? []
      : Object.keys({ ...shape.members, ...shape.kind === 'choice' ? shape.beside : {} }).map(member => `${name}.${member}`));
    expect([...new Set(everything.map(familyOf).filter(member => !said.has(member)))].sort()).toEqual(Object.keys(unsaid).sort());
  });

  function familyOf(place: string): string {
    const [name, member] = place.split('.');
    const family = everyShape[name]?.kind === 'struct' ? families.findIndex(names => names.test(name)) : -1;
    return family < 0 ? place : `${family}.${member}`;
  }
});

describe('an Output', () => {
  test.each(specimens)('in every place of $name that may have one is in the end what its value is', async specimen => {
    const late = await run(specimen, withAt(specimen.args, openIn(specimen), value => pulumi.output(value)));
    expect([messageOf(late), ...errorsOf(late)]).toEqual([undefined]);
    expect(late.objects).toEqual((await plainly(specimen)).objects);
  });

  test.each(eachPlaceOnce())('that is not known hides nothing of $name but itself, and is no reason to complain', async specimen => {
    const preview = await run(specimen, withAt(specimen.args, openIn(specimen), () => pulumi.output(pulumi.unknown)), { preview: true });
    const plain = await plainly(specimen);
    expect([messageOf(preview), ...errorsOf(preview)]).toEqual([undefined]);
    expect(subjectsOf(preview).filter(subject => !subjectsOf(plain).includes(subject))).toEqual([]);
    const inputsOf = (object: Registered) => plain.objects.find(({ type, name }) => type === object.type && name === object.name)?.inputs;
    expect(preview.objects.map(object => ({ ...object, inputs: knownPart(object.inputs, inputsOf(object)) }))).toEqual(plain.objects);
  });

  /** Of what is told the place and the rule; what to do depends on the values. */
  function subjectsOf({ told }: MockedRun): readonly string[] {
    return told.map(({ text }) => text.replace(/: .*(?= \()/s, '').replace(' shop/', ' '));
  }

  /** With what is known in the place of what is not. */
  function knownPart(value: unknown, known: unknown): unknown {
    if (value === undefined || pulumi.isUnknown(value)) return known;
    if (Array.isArray(value)) return value.map((each, index) => knownPart(each, (known as readonly unknown[] | undefined)?.[index]));
    if (typeof value !== 'object' || value === null) return value;
    const others = Object.entries(known ?? {}).filter(([key]) => !(key in value));
    const below = known as Readonly<Record<string, unknown>> | undefined;
    return Object.fromEntries([...others, ...Object.entries(value).map(([key, each]) => [key, knownPart(each, below?.[key])])]);
  }

  const inTemplate = [...objectsIn(wholeTemplate, [])];
  /** The labels select, and the ports become those of Services. */
  const ofTemplate = ['', '.metadata', '.metadata.labels', '.spec', '.spec.containers', '.spec.containers[0]', '.spec.containers[0].ports', '.spec.containers[0].ports[0]'];

  test.each(inTemplate)('in the place of all of template$path is in the end what its value is, or is refused', async ({ path, segments }) => {
    const withPlace = (map: (value: unknown) => unknown) => canary('whole', { template: withAt(wholeTemplate, [{ segments, path, member: '', isStructure: true }], map) });
    const { thrown, objects } = await run(withPlace(value => pulumi.output(value)));
    if (ofTemplate.includes(path)) expect((thrown as Error).message).toMatch(`CanaryRollout whole: template${path}: must be a plain value, since what is written depends on it`);
    else expect({ thrown, objects }).toEqual({ objects: (await run(withPlace(value => value))).objects });
  });

  function* objectsIn(value: unknown, segments: Place['segments']): Iterable<Pick<Place, 'path' | 'segments'>> {
    if (typeof value !== 'object' || value === null) return;
    yield { segments, path: segments.map(each => typeof each === 'number' ? `[${each}]` : `.${each}`).join('') };
    for (const [key, each] of Object.entries(value)) yield* objectsIn(each, [...segments, Array.isArray(value) ? Number(key) : key]);
  }

  const ways: Readonly<Record<string, (value: unknown) => unknown>> = {
    'an Output': value => pulumi.output(value),
    'one that comes later': value => pulumi.output(new Promise(done => { setImmediate(() => done(value)); })),
    'a secret': value => pulumi.secret(value),
    'a promise': value => Promise.resolve(value),
  };

  test('is the same in the end, whichever places have one and however it comes', async () => {
    const chosen = fc.constantFrom(...specimens).chain(specimen => fc.record({
      specimen: fc.constant(specimen),
      places: fc.subarray([...openIn(specimen)]),
      way: fc.constantFrom(...Object.keys(ways)),
    }));
    await fc.assert(fc.asyncProperty(chosen, async ({ specimen, places, way }) => {
      const late = await run(specimen, withAt(specimen.args, places, ways[way]));
      expect([messageOf(late), ...errorsOf(late)]).toEqual([undefined]);
      expect(late.objects).toEqual((await plainly(specimen)).objects);
    }), { numRuns: 40 });
  });
});

describe('an Output is refused', () => {
  test.each(specimens)('where the structure of $name depends on it, each with its reason', ({ kind, args }) => {
    const closed = placesIn(kind, args).filter(({ why, isStructure }) => why !== undefined && !isStructure);
    const { problems } = read(withAt(args, closed, value => pulumi.output(value)), named(kind));
    expect(problems.map(({ property, message }) => `${property}: ${message}`).sort()).toEqual(closed.map(refusalOf).sort());
  });

  test.each(specimens)('in the place of everything in $name that holds something', ({ kind, args }) => {
    for (const place of placesIn(kind, args).filter(({ isStructure }) => isStructure)) {
      const { problems } = read(withAt(args, [place], value => pulumi.output(value)), named(kind));
      expect(problems.map(({ property, message }) => `${property}: ${message}`)).toEqual([refusalOf(place)]);
    }
  });

  const told = specimens.flatMap(specimen => placesOf(specimen).filter(place => isDependent(specimen, place))
    .map(place => ({ specimen, place, name: specimen.name, path: place.path })));
  test.each(told)('at $path of $name, beside what depends on it there', async ({ specimen, place }) => {
    const { thrown, objects } = await run(specimen, withAt(specimen.args, [place], value => pulumi.output(value)));
    expect(thrown).toBeInstanceOf(pulumi.ResourceError);
    expect(objects).toEqual([]);
  });

  test('for a reason that somebody has', () => {
    expect(dependent.filter(each => !told.some(({ specimen, path }) => each.specimen.test(specimen.name) && each.path.test(path)))).toEqual([]);
  });

  function refusalOf({ path, why }: Place): string {
    return `${path}: must be a plain value, since ${why}, got an Output`;
  }
});


describe('a component that another is given', () => {
  type Late = (value: string) => pulumi.Input<string>;
  const flagger = { controller: { flagger: {} } };
  const traffic = { gatewayApi: { hosts: ['shop.example'], gateway: 'public' } };
  const analyses = [{ successRate: {} }];

  const programs: Readonly<Record<string, (late: Late, place: string) => void>> = {
    'a question of Argo Rollouts': late => {
      const rate = new components.SuccessRateAnalysis('rate', { namespace: late('shop'), source: { prometheus: { address: late('http://prometheus.ops') } } });
      new components.CanaryRollout('checkout', { namespace: late('shop'), template, traffic, analyses: [rate] });
    },
    'a question of Flagger': late => {
      const cost = new components.MetricAnalysis('cost', { namespace: late('shop'), query: 'sum(up)', atMost: 4, ...flagger });
      new components.CanaryRollout('checkout', { namespace: late('shop'), template, traffic, analyses: [cost], ...flagger });
    },
    'a question of Flagger for every namespace': (late, place) => {
      const cost = new components.MetricAnalysis('cost', { namespace: late(place), query: 'sum(up)', atMost: 4, clusterWide: true, ...flagger });
      new components.CanaryRollout('checkout', { namespace: late('shop'), template, traffic, analyses: [cost], ...flagger });
    },
    'a channel of Flagger': (late, place) => {
      const channel = new components.AlertChannel('team', { namespace: late(place), slack: late('#shop'), secret: { name: late('slack') }, ...flagger });
      new components.CanaryRollout('checkout', { namespace: late('shop'), template, traffic, analyses, alerts: [channel], ...flagger });
    },
  };
  const shop = pulumi.output('shop');
  const lates: readonly (readonly [string, Late])[] = [
    ['Outputs', pulumi.output], ['one Output for one namespace', value => value === 'shop' ? shop : value], ['an Output in one place', value => value === 'ops' ? pulumi.output(value) : value],
    ['an Output in the other', value => value === 'shop' ? pulumi.output(value) : value],
  ];
  const cases = Object.keys(programs).flatMap(what => lates.flatMap(([how, late]) => ['shop', 'ops'].map(place => ({ what, how, late, place }))));

  test.each(cases)('may be $what, with $how, and be in $place', async ({ what, late, place }) => {
    const known = await runMocked(() => programs[what](value => value, place));
    const found = await runMocked(() => programs[what](late, place));
    expect([messageOf(found), ...errorsOf(found)]).toEqual([undefined]);
    expect(known.objects.length).toBeGreaterThan(2);
    expect(found.objects.map(withoutOwnNamespace)).toEqual(known.objects.map(withoutOwnNamespace));
  });

  /** Beside a name it says no more than nothing does. */
  function withoutOwnNamespace(object: Registered): unknown {
    return JSON.parse(JSON.stringify(object), (key, value: { readonly namespace?: string }) => /Ref$/.test(key) && value.namespace === 'shop' ? { ...value, namespace: undefined } : value);
  }
});
