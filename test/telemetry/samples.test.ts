import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readSample, kept } from './exposition';
import type { Section, Series, Who } from './exposition';
import { asked, instrumentations, queryFor, scopes } from './instrumentations';
import type { Asked } from './instrumentations';
import { selectorsIn, takes } from './selectors';
import type { SelectorText } from './selectors';
import type { Scope } from '../../src/intent/telemetry';
import { classesIn } from '../docs/public-docs';

const whose: Readonly<Record<Scope, readonly Who[]>> = {
  canary: ['canary'], stable: ['stable'], service: ['canary', 'stable'], everything: ['canary', 'stable', 'other'],
};

test('every instrumentation is held against a sample, and every sample is used', () => {
  const factories = classesIn('telemetry').flatMap(each => each.factories.map(({ name }) => name));
  expect([...new Set(instrumentations.map(({ telemetry }) => telemetry.telemetryName))].sort()).toEqual(factories.sort());
  const samples = readdirSync(join(__dirname, 'samples')).filter(name => name.endsWith('.txt')).map(name => name.replace('.txt', ''));
  expect(instrumentations.map(({ sample }) => sample).sort()).toEqual(samples.sort());
});

describe.each(instrumentations)('$sample', instrumentation => {
  const { sample, requests, duration } = instrumentation;
  const sections = readSample(sample);

  test('both versions fare well and badly in it, beside others', () => {
    const kinds = new Set(sections.map(({ who, outcome }) => `${who} ${outcome}`));
    for (const kind of ['canary good', 'canary bad', 'stable good', 'stable bad', 'other bad']) expect(kinds).toContain(kind);
  });

  test('no series is there twice', () => {
    const all = sections.flatMap(({ series, target }) => series.map(each => `${each.metric} ${JSON.stringify(Object.entries(kept(each, target)).sort())}`));
    expect(all.filter((each, index) => all.indexOf(each) !== index)).toEqual([]);
  });

  test.each(Object.keys(asked) as Asked[])('%s asks for metrics and labels that are there', what => {
    for (const scope of scopes) {
      for (const selector of selectorsIn(queryFor(instrumentation, what, { scope }))) {
        const labels = new Set(sections.flatMap(({ series, target }) =>
          series.filter(({ metric }) => metric === selector.metric).flatMap(each => Object.keys(kept(each, target)))));
        expect(labels.size).toBeGreaterThan(0);
        expect(selector.matchers.map(({ label }) => label).filter(label => !labels.has(label))).toEqual([]);
      }
    }
  });

  describe.each(scopes)('of the %s', scope => {
    const meant = sections.filter(({ who }) => whose[scope].includes(who));

    test('its requests, all of them and no others', () => {
      const [all] = selectorsIn(queryFor(instrumentation, 'requestRate', { scope }));
      expect(taken([all], sections)).toEqual(of(meant, requests));
    });

    test('of these, what went wrong', () => {
      const selectors = selectorsIn(queryFor(instrumentation, 'errorRate', { scope, minimumRequests: 0 }));
      expect(taken(selectors.slice(0, -1), sections)).toEqual(of(meant.filter(({ outcome }) => outcome === 'bad'), requests));
      expect(taken(selectors.slice(-1), sections)).toEqual(of(meant, requests));
    });

    test('how long they took', () => {
      const [buckets, count] = selectorsIn(queryFor(instrumentation, 'latency', { scope }));
      const timed = meant.filter(({ untimed }) => !untimed);
      expect(taken([buckets], sections)).toEqual(of(timed, `${duration}_bucket`));
      expect(taken([count], sections)).toEqual(of(timed, `${duration}_count`));
    });
  });
});

/** What any of the selectors takes, a line each. */
function taken(selectors: readonly SelectorText[], sections: readonly Section[]): string[] {
  return sections.flatMap(section => section.series
    .filter(each => selectors.some(selector => takes(selector, each.metric, kept(each, section.target))))
    .map(each => line(section, each)));
}

function of(sections: readonly Section[], name: string): string[] {
  const lines = sections.flatMap(section => section.series.filter(({ metric }) => metric === name).map(each => line(section, each)));
  expect(lines).not.toEqual([]);
  return lines;
}

function line({ who, outcome }: Section, { metric, labels }: Series): string {
  return `${who} ${outcome} ${metric} ${JSON.stringify(labels)}`;
}
