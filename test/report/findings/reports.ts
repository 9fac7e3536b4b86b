import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { LintReport } from '../../../src/report/findings/lint-report';
import { everyDescription } from '../../../src/rules/every-description';
import { severities } from '../../../src/rules/finding';
import type { Finding, FindingClass } from '../../../src/rules/finding';

export const sarifSchema: object = JSON.parse(readFileSync(join(__dirname, '..', 'schemas', 'sarif-2.1.0.json'), 'utf8'));
export const junitSchema = readFileSync(join(__dirname, '..', 'schemas', 'junit.xsd'), 'utf8');

/** A few, and without their checks, which only make a failure hard to read. */
const rules = everyDescription.filter(({ id }) => /^(surge|weights-.*)$/.test(id)).map(({ id, class: ruleClass, summary, why, covers }) => ({ id, class: ruleClass, summary, why, covers }));

export const finding: Finding = {
  rule: 'weights-increase',
  severity: 'error',
  class: 'broken',
  resource: 'Rollout shop/checkout',
  path: 'spec.strategy.canary.steps[2].setWeight',
  message: 'must exceed the previous weight 40, got 30',
  fix: 'raise it',
  file: 'deploy/a b.yaml',
  line: 3,
  column: 5,
  document: 0,
};
export const warning: Finding = { ...finding, rule: 'weights-reachable', severity: 'warning', class: 'risky', path: '', message: 'is not reached', fix: undefined, line: 7, column: 1 };
const waived: Finding = { ...finding, rule: 'surge', severity: 'info', class: 'advice', message: 'could be less', fix: undefined, document: 1, file: 'b.yaml' };

/** One of everything. */
export const report: LintReport = {
  version: '1.2.3',
  objects: [
    { resource: 'Rollout shop/checkout', file: 'deploy/a b.yaml', document: 0 },
    { resource: 'Service shop/checkout', file: 'b.yaml', document: 1 },
  ],
  findings: [finding, warning],
  notes: [{ ...waived, rule: 'services-present', message: 'names Service a' }],
  waived: [{ finding: waived, waiver: { rule: 'surge', resource: waived.resource, reason: 'agreed with the team' } }],
  baselined: 2,
  rules,
};

export const empty: LintReport = { ...report, objects: [], findings: [], notes: [], waived: [], baselined: 0 };

/** Texts that formats might take for something of their own. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: fc.constantFrom('"', '\'', '\n', '\r', '\t', '\\', '::', '%', '%0A', ',', '=', ']]>', '<', '&', '&amp;', '-->', '\u0000', '\u001b[31m', '\u2028', '\ud800', '\udc00', '\ufffe', '😀', 'é', '{{', '`', ' '), maxLength: 12 }),
);
const aFinding: fc.Arbitrary<Finding> = fc.record({
  rule: fc.oneof(fc.constantFrom(...rules.map(({ id }) => id)), hostile),
  class: fc.constantFrom<FindingClass>('refused', 'broken', 'risky', 'advice'),
  resource: hostile,
  path: hostile,
  message: hostile,
  fix: fc.option(hostile, { nil: undefined }),
  file: fc.option(hostile, { nil: undefined }),
  template: fc.option(hostile, { nil: undefined }),
  line: fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined }),
  column: fc.option(fc.integer({ min: 1, max: 300 }), { nil: undefined }),
  document: fc.integer({ min: -1, max: 4 }),
}).map((each) => ({ ...each, severity: severities[each.class] }));

/** Reports with any text in any place. */
export const anyReport: fc.Arbitrary<LintReport> = fc.record({
  version: fc.constant('1.2.3'),
  objects: fc.array(hostile, { maxLength: 5 }).map((names) => names.map((resource, document) => ({ resource, file: resource, document }))),
  findings: fc.array(aFinding, { maxLength: 5 }),
  notes: fc.array(aFinding, { maxLength: 2 }),
  waived: fc.array(fc.record({ finding: aFinding, waiver: fc.record({ rule: hostile, resource: hostile, reason: hostile }) }), { maxLength: 2 }),
  baselined: fc.nat(5),
  rules: fc.constant(rules),
});
