import * as fc from 'fast-check';
import { flaggerProgram } from './flagger';
import { outcomeOf, schemaFindings } from './outcome';
import { readGraph } from '../../src/graph/graph';
import type { Manifest } from '../../src/manifests/manifest';
import { readRunSettings } from '../../src/plan/flagger/read-run-settings';
import { terminates } from '../../src/plan/flagger/terminates';

/*
 * Programs of Flagger over all properties at once. What is written, an API server would take, and the run that it describes comes to an end
 * whatever the answers are: to a promotion when they are good, and to a rollback when they are bad from any check on.
 */
const runs = 500;

test(`${runs} programs are written so that every run of theirs ends, or are refused by name`, () => {
  const seen = { written: 0, refused: 0 };
  const providers = new Set<string>();
  fc.assert(fc.property(flaggerProgram, text => {
    const outcome = outcomeOf(text);
    if (outcome.kind === 'crashed') throw new Error(`${text}\n\n${outcome.error}`);
    seen[outcome.kind] += 1;
    if (outcome.kind === 'refused') {
      expect(outcome.findings.filter(({ property }) => property === undefined)).toEqual([]);
      expect(outcome.findings).not.toEqual([]);
      return;
    }
    expect(schemaFindings(outcome.manifests)).toEqual([]);
    const [canary] = readGraph(outcome.manifests.map(manifest => ({ manifest: manifest as Manifest }))).canaries;
    providers.add(canary.provider ?? 'none');
    const settings = readRunSettings(canary)!;
    // what somebody has suspended stands still until it is not
    expect(terminates({ ...settings, suspended: false })).toMatchObject({ ends: true });
  }), { numRuns: runs, seed: 20261122 });
  expect(seen.written).toBeGreaterThan(runs / 5);
  expect(seen.refused).toBeGreaterThan(runs / 5);
  expect([...providers].sort()).toEqual(['apisix', 'contour', 'gatewayapi:v1', 'gloo', 'istio', 'knative', 'kubernetes', 'kuma', 'nginx', 'skipper', 'traefik']);
});
