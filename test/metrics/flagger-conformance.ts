import fc from 'fast-check';
import type { Leaves, Specimen } from './conformance';
import type { FlaggerMetricFragment, MetricStore } from '../../src/intent/metric-source';
import { resolved, token } from '../engines/argo/token';
import { expectRight } from '../render';

const criteria = [{ kind: 'at-least', threshold: 99 }, { kind: 'at-most', threshold: 99 }] as const;

/** All that holds of every metric source that Flagger can ask. */
export function flaggerConformance(specimen: Specimen): void {
  const { source, store, query } = { ...specimen, ...specimen.flagger };
  const ask = (asked: MetricStore, text: Parameters<NonNullable<MetricStore['flagger']>>[0] = query) =>
    asked.flagger!(text, { windowSeconds: 300, criterion: criteria[0] });

  test('is a MetricTemplate that the API server takes, whatever is asked over whatever time', () => {
    const sources = [specimen.source, source, ...specimen.others ?? []];
    const window = fc.integer({ min: 1, max: 86_400 });
    fc.assert(fc.property(fc.string({ minLength: 1 }), window, fc.constantFrom(...criteria), (text, windowSeconds, criterion) => {
      expectRight(sources.map(({ _store: each }) => template(each.flagger!(text, { windowSeconds, criterion }), text)));
    }), { numRuns: 30 });
  });

  test('is told everything where nothing is said that Flagger does not know', () => {
    expect(ask(source._store).gaps).toBeUndefined();
  });

  test('is the same for Flagger as plain data, and every time', () => {
    expect(ask(store((_, value) => value))).toEqual(ask(source._store));
    expect(JSON.stringify(ask(store((_, value) => value)))).toBe(JSON.stringify(ask(store((_, value) => value))));
  });

  test('passes on to Flagger whatever is not known yet', () => {
    const made = new Set<string>();
    const arrived = new Set<string>();
    const later: Leaves = (place, value) => {
      made.add(place);
      return token(value, () => arrived.add(place));
    };
    const asked = later('query', query);
    const { query: text = asked, ...fragment } = store(later).flagger!(asked, { windowSeconds: later('window', 300), criterion: { kind: 'at-most', threshold: later('threshold', 1) } });
    const { query: wanted = query, ...rest } = ask(source._store);
    expect(resolved({ ...fragment, query: text })).toEqual({ ...rest, query: wanted });
    expect([...made].filter(place => !arrived.has(place) && !['window', 'threshold'].includes(place))).toEqual([]);
  });
}

function template({ provider, query: written }: FlaggerMetricFragment, query: string) {
  return { apiVersion: 'flagger.app/v1beta1', kind: 'MetricTemplate', metadata: { name: 'x', namespace: 'shop' }, spec: { provider, query: written ?? query } };
}
