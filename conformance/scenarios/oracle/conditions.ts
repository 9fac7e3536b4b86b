// What we take for an error in a condition, and what we say it comes to, against the controller's own providers.
import fc from 'fast-check';
import { argo, askArgo, few } from './argo';
import { compilable, PROVIDERS, refusalOf, templateWith } from './condition-compiler';
import { results } from './condition-results';
import type { Answer } from './condition-results';
import { conditions, mangled } from './condition-texts';
import { readCondition } from '../../../src/expressions/condition';
import { outcomeFrom } from '../../../src/expressions/measurement';
import type { Fields } from '../../harness/objects';
import type { Check } from '../../harness/suite';
import type { Binaries } from '../../lab/binaries';

/** What a metric may have. */
interface Conditions {
  readonly successCondition?: string;
  readonly failureCondition?: string;
}

type Generated = fc.Arbitrary<Conditions>;

const SEED = 20_260;
const metrics: Generated = fc.record({ successCondition: conditions, failureCondition: conditions }, { requiredKeys: [] });
const misspelt: Generated = fc.record({ successCondition: mangled });
const RUNS = [[metrics, 3000], [misspelt, 1500]] as const;

/** What these take and give we know better than the compiler: to it, it may be anything. */
const BETTER_KNOWN = /\b(default|asInt|asFloat)\b/;
const PHASES: Readonly<Record<string, string>> = { successful: 'Successful', failed: 'Failed', inconclusive: 'Inconclusive', error: 'Error' };
/** Of what differs, so much is made as small as it gets. */
const SHRUNK = 5;

export const check: Check = {
  ...argo,
  id: 'oracle/conditions',
  why: 'a rule that objects to a condition, or tells what it comes to without data, says what the controller would',
  check: async binaries => {
    const findings: string[] = [];
    for (const [generated, numRuns] of RUNS) findings.push(...await compare(binaries, generated, numRuns));
    return findings;
  },
};

async function compare(binaries: Binaries, generated: Generated, numRuns: number): Promise<string[]> {
  const all: Conditions[] = [];
  fc.check(fc.property(generated, one => { all.push(one); }), { seed: SEED, numRuns });
  const differing = (await differencesOf(binaries, all)).flatMap((differences, index) => differences.length > 0 ? [{ differences, index }] : []);
  const smallest = await Promise.all(differing.slice(0, SHRUNK).map(({ index }) => shrink(binaries, generated, index)));
  const others = differing.slice(SHRUNK).map(({ differences }) => differences[0]!);
  return few([...new Set(smallest), ...others], numRuns * results.length);
}

/** The same value again, and then ever smaller ones of those that differ. */
async function shrink(binaries: Binaries, generated: Generated, index: number): Promise<string> {
  const property = fc.asyncProperty(generated, async one => (await differencesOf(binaries, [one]))[0]!.length === 0);
  const { counterexample } = await fc.check(property, { seed: SEED, path: String(index), numRuns: 1 });
  const [differences] = await differencesOf(binaries, [...counterexample ?? []]);
  return differences?.[0] ?? `the difference of number ${index} is not there when it is asked alone`;
}

/** Of each, where we and the controller are not of one mind. */
async function differencesOf(binaries: Binaries, all: readonly Conditions[]): Promise<string[][]> {
  const given = results.map(({ answer }) => answer);
  const answers = await askArgo(binaries, all.flatMap(one => [templateWith(Object.values(one)), { ask: 'condition', ...one, results: given }]));
  return all.map((one, index) => [
    ...Object.values(one).flatMap((condition: string, at) => compilerDiffers(condition, at, answers[2 * index]!)),
    ...results.flatMap((result, at) => outcomeDiffers(one, result, answers[2 * index + 1]!.measurements[at] as Fields)),
  ]);
}

function compilerDiffers(condition: string, at: number, { verdicts }: Fields): string[] {
  const read = readCondition(compilable(condition));
  return Object.entries(PROVIDERS).flatMap(([provider, { types }]) => {
    const refusal = refusalOf(verdicts as Fields[], provider, at);
    const objections = types.map(type => read.problem ?? read.typeProblems(type)[0]);
    const ours = objections.every(objection => objection !== undefined);
    if (ours === (refusal !== undefined) || BETTER_KNOWN.test(condition)) return [];
    const said = ours ? `it compiles, and ours is ${objections[0]!.message}` : `ours is nothing, and ${refusal}`;
    return [`${JSON.stringify(condition)} for ${provider}: ${said}`];
  });
}

function outcomeDiffers(one: Conditions, result: Answer, { phase, message, panic }: Fields): string[] {
  const verdicts = [one.successCondition, one.failureCondition].map(text => {
    const condition = text === undefined ? undefined : readCondition(text);
    const objects = condition?.problem ?? condition?.typeProblems(result.type)[0];
    if (objects) return BETTER_KNOWN.test(text!) ? 'unknown' : 'error';
    return condition && (result.isFollowed ? condition.evaluate(result.value) : 'unknown');
  });
  const ours = outcomeFrom(verdicts[0], verdicts[1]);
  if (ours === 'unknown' || PHASES[ours] === phase) return [];
  return [`${JSON.stringify(one)} of ${JSON.stringify(result.answer)}: ours ${ours}, the controller's ${phase ?? 'panic'} ${message ?? panic ?? ''}`];
}
