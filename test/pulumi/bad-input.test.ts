import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import * as pulumi from '@pulumi/pulumi';
import fc from 'fast-check';
import * as components from 'rolloutkit/pulumi';
import { known, own, strayed } from './bad-arguments';
import type { BadArguments } from './bad-arguments';
import { experiments } from './bad-experiments';
import type { BadRun, BadRuns } from './bad-runs';
import { runMocked } from './mocked';
import { placesIn, withAt } from './places';
import { specimens } from './specimens';
import { template } from './specimens/specimen';
import type { Kind } from './specimens/specimen';
import { mistakes } from '../constructs/mistakes';

const root = join(__dirname, '..', '..');

function program(...args: readonly string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  return spawnSync(process.execPath, ['-r', './test/pulumi/engine/from-sources.cjs', ...args], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
}

type Component = new (name: string, args: unknown, options?: pulumi.ComponentResourceOptions) => pulumi.ComponentResource;
const make = (kind: Kind, args: unknown, name = 'checkout', options?: pulumi.ComponentResourceOptions) => new (components[kind] as unknown as Component)(name, args, options);

jest.setTimeout(60_000);

/** Mistakes of the constructs that no arguments can have, or that are looked at elsewhere here. */
const without: Readonly<Record<string, string>> = {
  'two published analyses of one resource name': 'a test below has two components',
  'an analysis from another app': 'a program has one stack',
};

test('every mistake of the constructs is here', () => {
  expect(mistakes.map(({ mistake }) => mistake).filter(mistake => !(mistake in known))).toEqual(Object.keys(without));
  expect(Object.keys(known).filter(mistake => !mistakes.some(each => each.mistake === mistake))).toEqual([]);
});

describe('fails on', () => {
  let runs: Readonly<Record<string, BadRuns>>;
  beforeAll(() => { runs = JSON.parse(program(join('test', 'pulumi', 'bad-runs.ts')).stdout) as typeof runs; });

  const bad: Readonly<Record<string, BadArguments>> = { ...known, ...own, ...experiments, ...strayed };
  const everyMistake = Object.keys({ ...known, ...own, ...experiments });
  const named = (each: (arguments_: BadArguments) => boolean) => everyMistake.filter(mistake => each(bad[mistake]));
  const textOf = (mistake: string) => `${bad[mistake].kind ?? 'CanaryRollout'} checkout: ${bad[mistake].finding}`;
  const errorsOf = ({ told }: BadRun) => told.filter(({ severity }) => severity === 'error');
  const ending = (mistake: string) => [`${bad[mistake].kind ?? 'CanaryRollout'} checkout: nothing of it was written, as said above`];
  const late = named(({ closed }) => closed === undefined);

  test.each(everyMistake)('%s, at once: one error of the component with one finding, no stack and no object', mistake => {
    const { thrown, told, objects, unhandled } = runs[mistake].plain;
    expect(thrown).toEqual({ message: textOf(mistake), stack: textOf(mistake), isOurs: true });
    expect({ told, objects, unhandled }).toEqual({ told: [], objects: [], unhandled: [] });
  });

  test.each([...late, ...Object.keys(strayed)])('%s as an Output in an up: told of the component, and nothing of it is registered', mistake => {
    const run = runs[mistake].late!;
    expect(errorsOf(run)).toEqual([{ severity: 'error', text: textOf(mistake), about: 'checkout' }]);
    expect({ thrown: run.thrown, objects: run.objects, unhandled: run.unhandled }).toEqual({ objects: [], unhandled: ending(mistake) });
  });

  test.each(late)('%s as an Output in a preview, in the same words', mistake => {
    const run = runs[mistake].latePreview!;
    expect(errorsOf(run)).toEqual([{ severity: 'error', text: textOf(mistake), about: 'checkout' }]);
    expect({ thrown: run.thrown, unhandled: run.unhandled }).toEqual({ unhandled: ending(mistake) });
  });

  test.each(late)('not %s that is not known in a preview: all is there but that value', mistake => {
    const { unknown, latePreview } = runs[mistake];
    expect({ thrown: unknown!.thrown, errors: errorsOf(unknown!), unhandled: unknown!.unhandled }).toEqual({ errors: [], unhandled: [] });
    expect(unknown!.objects.map(({ type, name }) => `${type} ${name}`)).toEqual(latePreview!.objects.map(({ type, name }) => `${type} ${name}`));
  });

  test.each(late)('%s as a secret, of which nobody gets to read what it is or what it should be instead', mistake => {
    const { told, objects } = runs[mistake].secret!;
    expect(told.filter(({ severity }) => severity === 'error').map(({ text }) => text)).toEqual([withheld(textOf(mistake))]);
    expect(objects).toEqual([]);
  });

  test.each(Object.keys(strayed))('nothing about %s as a plain value', mistake => {
    const { plain, late: lateRun } = runs[mistake];
    expect({ thrown: plain.thrown, errors: errorsOf(plain), unhandled: plain.unhandled }).toEqual({ errors: [], unhandled: [] });
    expect(plain.objects.length).toBeGreaterThan(lateRun!.objects.length);
  });

  function withheld(text: string): string {
    const [rule = ''] = / \([\w-]+\)$/.exec(text) ?? [];
    const message = text.slice(0, text.length - rule.length);
    return `${message.includes(', got ') ? message.replace(/, got .*/s, ', got a secret') : message.replace(/; .*/s, '')}${rule}`;
  }

  test.each(named(({ closed }) => closed !== undefined && closed !== 'none'))('an Output in the place of %s, with the reason', mistake => {
    const { thrown, told, objects, unhandled } = runs[mistake].closed!;
    const { kind = 'CanaryRollout', wrong, closed } = bad[mistake];
    const said = `${kind} checkout: ${wrong}: must be a plain value, since ${closed}, got an Output; take it from the configuration of the stack, or build the component where the value is known`;
    expect(thrown).toEqual({ message: said, stack: said, isOurs: true });
    expect({ told, objects, unhandled }).toEqual({ told: [], objects: [], unhandled: [] });
  });
});

describe('what is said', () => {
  const ramp = { stages: [5, 25] };
  const said = async (args: object, kind: Kind = 'CanaryRollout') => ((await runMocked(() => make(kind, { template, ...args }))).thrown as Error).message;

  test('fails on several mistakes with each of them once, wherever they are found', async () => {
    const args = { ramp: { stages: [40, 300] }, replicas: '3', traffic: { nginx: { hosts: ['A'] } }, analyses: [{ latency: { percentile: 0.95 } }], freeze: '' };
    expect((await said(args)).split('\n').map(line => line.trim().split(': ')[0])).toEqual([
      'CanaryRollout checkout has 4 findings:', 'analyses[0].latency.percentile', 'replicas', 'ramp.stages[1]', 'traffic.nginx.hosts[0]',
    ]);
  });

  test('fails on what is known, whatever is not known beside it', async () => {
    const args = { ramp, replicas: pulumi.output(3), labels: { team: pulumi.output('a') }, freeze: '', mainContainer: 'web' };
    expect((await said(args)).split('\n').map(line => line.trim().split(': ')[0])).toEqual(['CanaryRollout checkout has 2 findings:', 'mainContainer', 'freeze']);
  });

  test('is a warning once, also of what is judged twice', async () => {
    for (const replicas of [3, pulumi.output(3)]) {
      const { told } = await runMocked(() => make('CanaryRollout', { template, ramp, replicas }));
      expect(told.map(({ severity, text }) => `${severity} ${/\((\S+)\)$/.exec(text)?.[1]}`).sort()).toEqual(['warn readiness-probe', 'warn weights-reachable', 'warn weights-reachable']);
    }
  });

  test('names the namespace only where it is known', async () => {
    const { told } = await runMocked(() => make('CanaryRollout', {
      template, ramp, namespace: pulumi.output('shop'), waive: [{ rule: 'weights-reachable', resource: 'Rollout shop/checkout', reason: 'we know' }, { rule: 'step-weights', reason: 'we guess' }],
    }));
    expect(told.map(({ text }) => text).filter(text => text.includes('waive')).sort()).toEqual([
      expect.stringMatching(/step-weights for Rollout shop\/checkout/), 'waived: Rollout shop/checkout  weights-reachable: we know',
    ]);
  });
});

describe('two components', () => {
  const twice = (kind: Kind, args: object, others: object = args) => runMocked(() => [make(kind, args, 'one'), make(kind, others, 'two')]);

  test.each<[string, Kind, object, string]>([
    ['rollouts', 'CanaryRollout', { name: 'checkout', template }, 'name: must be a name of its own, got one of which CanaryRollout one has the Rollout checkout'],
    ['published analyses', 'SuccessRateAnalysis', { templateName: 'same' }, 'templateName: must be a name of its own, got one of which SuccessRateAnalysis one has the AnalysisTemplate same'],
    ['channels', 'AlertChannel', { slack: '#a', secret: { name: 'slack' }, providerName: 'same', controller: { flagger: {} } }, 'providerName: must be a name of its own, got one of which AlertChannel one has the AlertProvider same'],
    ['configurations of the same content', 'VersionedConfig', { configName: 'same', data: { a: 'b' } }, 'configName: must be a name of its own, got one of which VersionedConfig one has the ConfigMap same-'],
  ])('fail on one name: %s', async (_, kind, args, finding) => {
    const { thrown } = await twice(kind, { namespace: 'shop', ...args });
    expect(thrown).toBeInstanceOf(pulumi.ResourceError);
    expect((thrown as Error).message).toMatch(`${kind} two: ${finding}`);
  });

  test('may have one name in two namespaces, and where nobody knows the namespace', async () => {
    const of = (namespace: unknown) => ({ name: 'checkout', template, namespace });
    for (const [one, two] of [['shop', 'test'], [pulumi.output('shop'), pulumi.output('test')], ['shop', pulumi.output('test')]]) {
      const { thrown, failed } = await twice('CanaryRollout', of(one), of(two));
      expect({ thrown, failed }).toEqual({});
    }
  });
});

describe('a package that is missing', () => {
  test.each([
    ['@pulumi/pulumi', '@pulumi/pulumi, which is not installed: run `npm install @pulumi/pulumi`'],
    ['@pulumi/kubernetes', '@pulumi/kubernetes, which is not installed: run `npm install @pulumi/kubernetes`'],
    ['@pulumi/', '@pulumi/pulumi and @pulumi/kubernetes, which are not installed: run `npm install @pulumi/pulumi @pulumi/kubernetes`'],
  ])('fails on %s with one sentence that says what to run', (hidden, sentence) => {
    const { status, stderr } = program('-e', `
      const Module = require('node:module');
      const resolve = Module._resolveFilename;
      Module._resolveFilename = function (request, ...rest) {
        if (request.startsWith('${hidden}')) throw Object.assign(new Error('Cannot find module ' + request), { code: 'MODULE_NOT_FOUND' });
        return resolve.call(this, request, ...rest);
      };
      require('rolloutkit/pulumi');`);
    expect(status).toBe(1);
    expect(stderr).toContain(`rolloutkit/pulumi needs ${sentence}`);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });
});

describe('whatever is written', () => {
  const kinds = [...new Set(specimens.map(({ kind }) => kind))];

  test.each(kinds)('no arguments of %s are those that hold nothing', async kind => {
    const run = async (args: unknown) => {
      const { thrown, objects } = await runMocked(() => make(kind, args));
      return { message: (thrown as Error | undefined)?.message, objects };
    };
    const nothing = await run({});
    expect([await run(undefined), await run(null)]).toEqual([nothing, nothing]);
  });

  class Something { public readonly own = 1; }
  const ring: unknown[] = [];
  ring.push({ ring });
  const junk: readonly unknown[] = [
    undefined, null, '', ' ', '\n', 'x', '{{', '-1', 0, -1, 0.5, NaN, Infinity, 2 ** 53, true, false, [], [null], [[]], [''], {}, { x: 1 }, { name: null }, new Date(), Buffer.from('x'), () => 1,
    Symbol('x'), 1n, new Something(), new Map([['a', 1]]), /x/, Object.create(null), ring, new Error('x'),
  ];

  test('fails in our own words or in none: no place of any type holds what breaks us', async () => {
    const chosen = fc.constantFrom(...specimens).chain(specimen => fc.record({
      specimen: fc.constant(specimen),
      place: fc.constantFrom(...placesIn(specimen.kind, specimen.args)),
      value: fc.constantFrom(...junk),
    }));
    await fc.assert(fc.asyncProperty(chosen, async ({ specimen: { kind, args }, place, value }) => {
      const { thrown } = await runMocked(() => make(kind, withAt(args, [place], () => value)));
      expect(thrown === undefined || thrown instanceof pulumi.ResourceError ? undefined : thrown).toBeUndefined();
      expect((thrown as Error | undefined)?.stack).toBe((thrown as Error | undefined)?.message);
    }), { numRuns: 150 });
  });
});
