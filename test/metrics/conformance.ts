import fc from 'fast-check';
import { Analysis, CanaryRollout, Catastrophe, MetricAnalysis } from 'rolloutkit';
import type { IMetricSource } from 'rolloutkit';
import { isTrue } from './evaluated';
import { flaggerConformance } from './flagger-conformance';
import { readCondition } from '../../src/expressions/condition';
import type { Verdict } from '../../src/expressions/evaluate';
import { outcomeFrom } from '../../src/expressions/measurement';
import type { ArgoAsking, ArgoMetricFragment, Criterion, Measurement, MetricStore, Silence } from '../../src/intent/metric-source';
import type { Leaf } from '../../src/manifests/leaf';
import { resolved, token } from '../engines/argo/token';
import { expectRight, findingsOf, synthesize } from '../render';

/** Says what stands at a leaf: the value itself, or something that will be the value. */
export type Leaves = <T>(place: string, value: T) => Leaf<T>;

const plain: Leaves = (_, value) => value;

/** A metric source and what there is to know of it. */
export interface Specimen {
  readonly source: IMetricSource;
  /** The same connection, with leaves that may not be known yet. */
  readonly store: (leaf: Leaves) => MetricStore;
  /** What cannot be said beside the rest. */
  readonly others?: readonly IMetricSource[];
  /** The same with all that Flagger can be told; absent: as Argo Rollouts is told, or Flagger cannot ask it. */
  readonly flagger?: Pick<Specimen, 'source' | 'store'>;
  /** What it is called, where there are several of a kind. */
  readonly name?: string;
  /** A question in its own language that it can be asked, with `atLeast` and with `atMost`. */
  readonly query: string;
  /** What the provider gives a condition for this number. */
  readonly answer?: (value: number) => unknown;
  /** What it gives when there is no data, as far as it gets to a condition. */
  readonly silent?: readonly unknown[];
  /** Absent: by our conditions, which know no data. */
  readonly judges?: 'without knowing of no data' | 'by itself' | 'only by conditions of the question';
}

const silences: readonly Silence[] = ['nothing', 'failure', 'success'];
const roles = ['guard', 'gate'] as const;
const criteria: readonly Criterion[] = [{ kind: 'at-least', threshold: 99 }, { kind: 'at-most', threshold: 99 }];

/** All that holds of every metric source. */
export function metricConformance(specimen: Specimen): void {
  const { source, query } = specimen;

  describe(specimen.name ?? source.sourceName, () => {
    if (source._store.argo === undefined) unknownToArgo(specimen);
    else askedByArgo(specimen, source._store.argo);
    if (source._store.flagger !== undefined) flaggerConformance(specimen);

    test('has nothing against a question of which nothing is known yet', () => {
      const unknown = <T>(value: T) => token(value, () => undefined);
      const criterion: Criterion | undefined = specimen.judges === 'only by conditions of the question' ? undefined : { kind: 'at-least', threshold: unknown(99) };
      const problems = specimen.store((_, value) => unknown(value)).problems?.({
        query: unknown(query), criterion, noData: 'hold', windowSeconds: unknown(300), isAskedOnce: false,
      });
      expect((problems ?? []).filter(problem => problem !== undefined)).toEqual([]);
    });

    if (source._store.language !== 'PromQL') {
      test('fails to answer what a telemetry asks in PromQL, and says how to ask it', () => {
        expect(() => Analysis.successRate({ source })).toThrow(
          `Analysis.successRate: source: must answer PromQL, in which the telemetry asks this question, got ${source.sourceName}; `
          + 'ask in the language of that store: Analysis.custom({ query, atLeast: 99 })');
        expect(() => Analysis.errorRate({ source })).toThrow('Analysis.custom({ query, atMost: 1 })');
      });
    }
  });
}

function unknownToArgo({ source, query }: Specimen): void {
  test('fails where Argo Rollouts would have to ask it', () => {
    const told = `must be a store that Argo Rollouts knows, got ${source.sourceName}; `
      + 'keep the metrics in a store that docs/metric-sources.md lists for Argo Rollouts, or choose Controller.flagger()';
    const pods = { containers: [{ image: 'registry.example/checkout:1', portNumber: 8080 }] };
    const question = { query, atLeast: 99 };
    expect(findingsOf(chart => { new MetricAnalysis(chart, 'asked', { ...question, source }); })).toEqual([`[test/asked] source: ${told}`]);
    expect(findingsOf(chart => { new CanaryRollout(chart, 'checkout', { ...pods, analyses: [Analysis.custom({ ...question, source })] }); }))
      .toEqual([`[test/checkout] analyses[0].source: ${told}`]);
    expect(findingsOf(chart => { new CanaryRollout(chart, 'checkout', { ...pods, source, analyses: [Analysis.custom(question), Analysis.custom({ ...question, name: 'other' })] }); }))
      .toEqual([`[test/checkout] source: ${told}`]);
  });
}

function askedByArgo(specimen: Specimen, argo: ArgoAsking): void {
  const { source, query, judges } = specimen;
  const ask = (store: MetricStore, changes: Partial<Measurement> = {}) =>
    store.argo!.judged({ query, role: 'gate', silence: 'nothing', criterion: criteria[0], windowSeconds: 300, ...changes });

  test('renders what the API server takes, whatever is asked and whatever no data means', () => {
    const changes = roles.flatMap(role => criteria.flatMap(criterion => silences.map(silence => ({ role, criterion, silence }))));
    for (const { _store: store } of [source, ...specimen.others ?? []]) {
      expectRight([...changes.map(each => ask(store, each)), { provider: store.argo!.provider(query, 300) }].map(template));
    }
  });

  test('has its query where it says', () => {
    const at = (provider: unknown) => argo.queryPath.reduce((value, key) => (value as Record<string, unknown>)[key], provider);
    expect([at(ask(source._store).provider), at(argo.provider(query))]).toEqual([query, query]);
  });

  test('is the same as plain data, and every time', () => {
    expect(ask(specimen.store(plain))).toEqual(ask(source._store));
    expect(JSON.stringify(ask(specimen.store(plain)))).toBe(JSON.stringify(ask(specimen.store(plain))));
  });

  test('passes on whatever is not known yet', () => {
    const made = new Set<string>();
    const arrived = new Set<string>();
    const later: Leaves = (place, value) => {
      made.add(place);
      return token(value, () => arrived.add(place));
    };
    const fragment = ask(specimen.store(later), {
      query: later('query', query), windowSeconds: later('window', 300), criterion: { kind: 'at-least', threshold: later('threshold', 99) },
    });
    expect(resolved(fragment)).toEqual(ask(source._store));
    const unread = ['window', 'threshold'].filter(place => judges !== undefined || place === 'window');
    expect([...made].filter(place => !arrived.has(place) && !unread.includes(place))).toEqual([]);
  });

  test('is asked by a rollout and by a question of its own, without a word of any rule', () => {
    const options = judges === 'only by conditions of the question' ? { failureCondition: 'result < 99' } : { atLeast: 99 };
    const { words, manifests } = synthesize(chart => {
      new MetricAnalysis(chart, 'shared', { query, source, ...options });
      new CanaryRollout(chart, 'checkout', {
        containers: [{ image: 'registry.example/checkout:1', portNumber: 8080 }],
        analyses: [Analysis.custom({ name: 'own', query, source, ...options })],
        catastrophe: Catastrophe.ignored(),
      });
    });
    expect([words, manifests.filter(({ kind }) => kind === 'AnalysisTemplate')]).toEqual(['', [expect.anything(), expect.anything(), expect.anything()]]);
  });

  if (specimen.answer !== undefined) judgedAnswers(specimen.answer, specimen.silent ?? [], changes => ask(source._store, changes));
}

function judgedAnswers(
  answer: (value: number) => unknown, silent: readonly unknown[], ask: (changes: Partial<Measurement>) => ArgoMetricFragment,
): void {
  const outcome = (changes: Partial<Measurement>, result: unknown) => {
    const { successCondition, failureCondition } = ask(changes);
    return outcomeFrom(verdict(successCondition, result), verdict(failureCondition, result));
  };

  test('one side of the number is good and the other bad, whatever no data means', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(fc.property(number, number, fc.constantFrom(...silences), (threshold, value, silence) => {
      const wanted = (isGood: boolean) => isGood ? 'successful' : 'failed';
      for (const close of [value, threshold]) {
        expect(outcome({ silence, criterion: { kind: 'at-least', threshold } }, answer(close))).toBe(wanted(close >= threshold));
        expect(outcome({ silence, criterion: { kind: 'at-most', threshold } }, answer(close))).toBe(wanted(close <= threshold));
      }
    }), { numRuns: 50 });
  });

  test('a guard only tells what is bad', () => {
    for (const criterion of criteria) {
      const { successCondition, failureCondition } = ask({ role: 'guard', criterion });
      expect([successCondition, failureCondition]).toEqual([undefined, ask({ criterion }).failureCondition]);
    }
  });

  if (silent.length === 0) return;
  test.each(silent.map(result => [JSON.stringify(result), result]))('no data is what the question makes of it: %s', (_, result) => {
    for (const criterion of criteria) {
      expect(silences.map(silence => outcome({ silence, criterion }, result))).toEqual(['inconclusive', 'failed', 'successful']);
      const guard = (silence: Silence) => outcome({ role: 'guard', criterion, silence }, result);
      expect([guard('nothing'), guard('failure')]).toEqual(['successful', 'failed']);
    }
  });
}

/** By the evaluator that our rules trust, where it follows an answer of that shape. */
function verdict(condition: unknown, result: unknown): Verdict | undefined {
  if (condition === undefined) return undefined;
  const told = isTrue(condition as string, result);
  const trusted = readCondition(condition as string).evaluate(result);
  expect([told, 'unknown']).toContain(trusted);
  return told;
}

/** A template around a fragment. */
function template(fragment: ArgoMetricFragment) {
  return {
    apiVersion: 'argoproj.io/v1alpha1', kind: 'AnalysisTemplate', metadata: { name: 'x' }, spec: { metrics: [{ name: 'x', ...fragment }] },
  };
}
