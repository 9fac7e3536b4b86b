// The rules in CEL that definitions of routers have: objects that break some of them, judged by the API server's own code.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { few } from './argo';
import { loadTests } from './rules';
import { groupKindOf } from '../../../src/graph/resource-node';
import { readYaml } from '../../../src/manifests/yaml';
import { declaredRules } from '../../../src/rules/structure/declared-rules';
import { tested } from '../../../test/rules/test-rule';
import { differenceFrom } from '../../../test/schema/cel/comparison';
import type { Answer, JudgedObject } from '../../../test/schema/cel/comparison';
import { RECORD } from '../../../test/schema/cel/recorded';
import { crowded, RULED, routeOf } from '../../../test/schema/cel/routes';
import { mutated, pick, randomNumbers } from '../../../test/schema/documents';
import type { Fields } from '../../../test/schema/documents';
import { ROOT } from '../../harness/manifests';
import { ask } from '../../harness/oracle';
import type { Check } from '../../harness/suite';
import type { Binaries } from '../../lab/binaries';

const OBJECTS = 10_000;
const SEED = 20_261_122;
/** Of what is sound but for rules; less would be found by chance. */
const LEAST_BROKEN = 0.1;
const RECORDED = 60;
/** What stays out of the record: large objects by chance. */
const LONGEST = 900;

export const check: Check = {
  id: 'oracle/declared-rules',
  engine: 'kubernetes',
  needs: ['definitions-oracle'],
  why: `of ${OBJECTS} objects of routers, the rules that their definitions have in CEL are broken where the API server says so, and nowhere else`,
  check: async binaries => {
    const judged = await judgedObjects(binaries, SEED, OBJECTS);
    const findings = judged.flatMap(({ answer, ...object }) => {
      const difference = differenceFrom(answer, object);
      return difference === undefined ? [] : [`${object.file}: ${difference}: ${JSON.stringify(object.object.spec)}`];
    });
    findings.push(...await casesOfTest(binaries));
    const broken = judged.filter(({ answer: { faults, rules } }) => faults === undefined && rules !== undefined).length;
    return [...broken < LEAST_BROKEN * OBJECTS ? [`only ${broken} of ${OBJECTS} break a rule and nothing else`] : [], ...few(findings, OBJECTS)];
  },
};

/** What the rule's own test calls wrong is refused by each channel of its kind, and what it calls right has no broken rule in one of them. */
async function casesOfTest(binaries: Binaries): Promise<string[]> {
  loadTests(file => file.endsWith('declared-rules.test.ts'));
  const { valid, invalid } = tested.find(({ rule }) => rule === declaredRules)!;
  const cases = [...valid.map(one => ({ ...one, isValid: true })), ...invalid.map(one => ({ ...one, isValid: false }))];
  const findings = await Promise.all(cases.map(async ({ name, yaml, isValid }) => {
    const [document] = readYaml(yaml).documents;
    const object = document!.manifest as unknown as Fields;
    const channels = RULED.filter(({ kind }) => kind === groupKindOf(document!));
    const answers = await judge(binaries, channels.map(({ file }) => ({ file, object })));
    const isRight = isValid ? answers.some(({ faults, rules }) => faults ?? !rules) : answers.every(({ faults, rules }) => faults ?? rules);
    return isRight ? [] : [`${name}: ${JSON.stringify(answers)}`];
  }));
  return findings.flat();
}

/** Writes down a few small ones, each with a rule that no other has shown, and some that break none. */
export async function record(binaries: Pick<Binaries, 'definitions-oracle'>): Promise<void> {
  const seen = new Set<string>();
  const small = (await judgedObjects(binaries, SEED + 1, OBJECTS * 2))
    .filter(({ object, answer }) => answer.faults === undefined && JSON.stringify(object).length < LONGEST);
  const telling = small.filter(({ answer: { rules = [] } }) => {
    const isNew = rules.length < 3 && rules.some(rule => !seen.has(messageOf(rule)));
    if (isNew) rules.forEach(rule => seen.add(messageOf(rule)));
    return isNew;
  });
  const sound = small.filter(({ answer }) => answer.rules === undefined && JSON.stringify(answer).length < LONGEST).slice(0, RECORDED / 3);
  const lines = [...telling, ...sound].map(({ file, object, answer: { rules } }) => JSON.stringify({ file, object, ...rules && { rules } }));
  writeFileSync(RECORD, `${lines.join('\n')}\n`);
}

function messageOf(told: string): string {
  return told.slice(told.lastIndexOf('": ') + 3);
}

type Judged = JudgedObject & { readonly answer: Answer };

async function judgedObjects(binaries: Pick<Binaries, 'definitions-oracle'>, seed: number, count: number): Promise<Judged[]> {
  const random = randomNumbers(seed);
  const byChance = Array.from({ length: count }, (): JudgedObject => {
    const { file, kind, channel } = pick(RULED, random);
    const whole = routeOf(kind, channel, random, pick([0.1, 0.2, 0.4], random));
    return { file, object: random() < 0.2 ? mutated(whole, random) : whole };
  });
  const objects = [...crowded, ...byChance];
  const answers = await judge(binaries, objects);
  return objects.map((one, index) => ({ ...one, answer: answers[index]! }));
}

async function judge(binaries: Pick<Binaries, 'definitions-oracle'>, objects: readonly JudgedObject[]): Promise<readonly Answer[]> {
  const oracle = { binary: binaries['definitions-oracle'], args: ['-crds', join(ROOT, 'test', 'crds')] };
  const answers = await ask(oracle, objects.map(one => ({ ...one })));
  const failed = answers.findIndex(answer => answer.error !== undefined);
  if (failed >= 0) throw new Error(`${answers[failed]!.error}: ${JSON.stringify(objects[failed])}`);
  if (answers.length !== objects.length) throw new Error(`asked ${objects.length} questions, got ${answers.length} answers`);
  return answers as readonly Answer[];
}
