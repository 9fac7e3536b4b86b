import fc from 'fast-check';
import { anyReport, empty, finding, junitSchema, report, sarifSchema, warning } from './reports';
import { formatGithub } from '../../../src/report/findings/github';
import { formatGitlab } from '../../../src/report/findings/gitlab';
import { formatJson } from '../../../src/report/findings/json';
import { formatJunit } from '../../../src/report/findings/junit';
import { sentenceWithPath, summaryOf } from '../../../src/report/findings/lint-report';
import { formatSarif } from '../../../src/report/findings/sarif';
import { formatText } from '../../../src/report/findings/text';
import { jsonSchemaProblems } from '../json-schema';
import { parseXml } from '../xml';
import { xmlSchemaProblems } from '../xml-schema';

const holds = (property: fc.IProperty<[typeof report]>) => fc.assert(property, { numRuns: 300 });

test('a summary counts everything', () => {
  expect(summaryOf(report)).toBe('1 error, 1 warning in 2 objects, 1 waived, 2 in the baseline');
  expect(summaryOf(empty)).toBe('nothing found in 0 objects');
});

describe('JSON', () => {
  test('has its version, a summary, and every finding with its place and fingerprint', () => {
    const place = { file: 'deploy/a b.yaml', line: 3, column: 5 };
    const path = 'spec.strategy.canary.steps[2].setWeight';
    expect(JSON.parse(formatJson(report))).toEqual({
      version: 1,
      tool: { name: 'rolloutkit', version: '1.2.3' },
      summary: { objects: 2, errors: 1, warnings: 1, infos: 0, notes: 1, waived: 1, baselined: 2 },
      findings: [
        { rule: 'weights-increase', class: 'broken', severity: 'error', resource: 'Rollout shop/checkout', path, message: finding.message, fix: 'raise it', ...place, fingerprint: expect.stringMatching(/^\w{10}$/) as unknown },
        { rule: 'weights-reachable', class: 'risky', severity: 'warning', resource: 'Rollout shop/checkout', path: '', message: 'is not reached', ...place, line: 7, column: 1, fingerprint: expect.stringMatching(/^\w{10}$/) as unknown },
      ],
      notes: [{ rule: 'services-present', class: 'advice', severity: 'info', resource: 'Rollout shop/checkout', path, message: 'names Service a', ...place, file: 'b.yaml' }],
      waived: [{ rule: 'surge', class: 'advice', severity: 'info', resource: 'Rollout shop/checkout', path, message: 'could be less', ...place, file: 'b.yaml', reason: 'agreed with the team' }],
    });
  });

  test('can be parsed, whatever it holds', () => holds(fc.property(anyReport, (each) => {
    const { findings } = JSON.parse(formatJson(each)) as { findings: unknown[] };
    expect(findings).toMatchObject(each.findings.map(({ message }) => ({ message })));
  })));
});

describe('a fingerprint', () => {
  const prints = (...findings: typeof report.findings) =>
    (JSON.parse(formatGitlab({ ...report, findings })) as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint);

  test('stays when the finding moves', () => {
    expect(prints({ ...finding, line: 99, column: 1, file: 'moved.yaml', document: 7 })).toEqual(prints(finding));
  });

  test('is another for another finding, and for the same one twice', () => {
    const all = prints(finding, warning, finding, { ...finding, message: 'something else' });
    expect(new Set(all).size).toBe(4);
    expect(all[2]).toBe(`${all[0]}-2`);
  });
});

describe('SARIF', () => {
  const run = (JSON.parse(formatSarif(report)) as { runs: { tool: { driver: { rules: { id: string }[] } }; results: object[] }[] }).runs[0];

  test('has a result for each finding, with its rule and its place', () => {
    expect(run.tool.driver.rules.map(({ id }) => id)).toEqual(['surge', 'weights-increase', 'weights-reachable']);
    expect(run.results[0]).toEqual({
      ruleId: 'weights-increase',
      ruleIndex: 1,
      level: 'error',
      message: { text: 'Rollout shop/checkout: spec.strategy.canary.steps[2].setWeight: must exceed the previous weight 40, got 30; raise it' },
      locations: [{
        physicalLocation: { artifactLocation: { uri: 'deploy/a%20b.yaml' }, region: { startLine: 3, startColumn: 5 } },
        logicalLocations: [{ name: 'Rollout shop/checkout', fullyQualifiedName: 'Rollout shop/checkout spec.strategy.canary.steps[2].setWeight', kind: 'object' }],
      }],
      partialFingerprints: { 'rolloutkit/v1': expect.stringMatching(/^\w{10}$/) as unknown },
      properties: { class: 'broken' },
    });
  });

  test('tells what is waived as suppressed, with its reason', () => {
    expect(run.results[2]).toMatchObject({ ruleId: 'surge', suppressions: [{ kind: 'external', status: 'accepted', justification: 'agreed with the team' }] });
  });

  test.each([['./a.yaml', 'a.yaml'], ['/srv/a#b.yaml', 'file:///srv/a%23b.yaml'], ['C:\\k\\a.yaml', 'file:///C:/k/a.yaml'], ['(standard input)', '(standard%20input)']])('%s is written as the address %s', (file, uri) => {
    expect(formatSarif({ ...report, findings: [{ ...finding, file }] })).toContain(`"uri": "${uri}"`);
  });

  test.each([['one of everything', report], ['nothing', empty]])('fits its schema with %s', (_, each) => {
    expect(jsonSchemaProblems(sarifSchema, JSON.parse(formatSarif(each)))).toEqual([]);
  });

  test('fails against its schema when something is wrong', () => {
    const wrong = formatSarif(report).replace('"level": "error"', '"level": "fatal"').replace('"startLine": 3', '"startLine": 0').replace('"kind": "external"', '"sort": "external"');
    expect(jsonSchemaProblems(sarifSchema, JSON.parse(wrong))).toEqual([
      '/runs/0/tool/driver/rules/0/defaultConfiguration/level: must be one of ["none","note","warning","error"]',
      '/runs/0/results/0/locations/0/physicalLocation/region/startLine: must be at least 1',
      '/runs/0/results/2/suppressions/0: must not have sort',
      '/runs/0/results/2/suppressions/0: must have kind',
    ]);
  });

  test('fits its schema, whatever it holds', () => holds(fc.property(anyReport, (each) => {
    expect(jsonSchemaProblems(sarifSchema, JSON.parse(formatSarif(each)))).toEqual([]);
  })));
});

describe('JUnit', () => {
  test('has a suite for each file, and in it a case for each finding and each object without', () => {
    expect(formatJunit(report)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="rolloutkit" tests="4" failures="1" errors="0">
  <testsuite name="deploy/a b.yaml" tests="2" failures="1" errors="0" skipped="0">
    <testcase name="Rollout shop/checkout spec.strategy.canary.steps[2].setWeight (weights-increase)" classname="deploy/a b.yaml" time="0"><failure type="broken" message="must exceed the previous weight 40, got 30; raise it">deploy/a b.yaml:3:5 Rollout shop/checkout&#10;spec.strategy.canary.steps[2].setWeight: must exceed the previous weight 40, got 30; raise it</failure></testcase>
    <testcase name="Rollout shop/checkout (weights-reachable)" classname="deploy/a b.yaml" time="0"><system-out>warning: deploy/a b.yaml:7:1 Rollout shop/checkout&#10;is not reached</system-out></testcase>
  </testsuite>
  <testsuite name="b.yaml" tests="2" failures="0" errors="0" skipped="1">
    <testcase name="Service shop/checkout" classname="b.yaml" time="0"/>
    <testcase name="Rollout shop/checkout spec.strategy.canary.steps[2].setWeight (surge)" classname="b.yaml" time="0"><skipped>agreed with the team</skipped></testcase>
  </testsuite>
</testsuites>
`);
  });

  test.each([['one of everything', report], ['nothing', empty]])('fits its schema with %s', (_, each) => {
    expect(xmlSchemaProblems(junitSchema, formatJunit(each))).toEqual([]);
  });

  test('fails against its schema when something is wrong', () => {
    const wrong = formatJunit(report).replace(' classname=', ' class=').replace('<testcase name="Service shop/checkout"', '<testcase').replaceAll('skipped>', 'passed>');
    expect(xmlSchemaProblems(junitSchema, wrong)).toEqual([
      'testcase: must not have class', 'testcase: must have name', 'testcase: must not have passed there',
    ]);
  });

  test('is well-formed and fits its schema, whatever it holds', () => holds(fc.property(anyReport, (each) => {
    expect(xmlSchemaProblems(junitSchema, formatJunit(each))).toEqual([]);
  })));

  test('counts what it holds', () => holds(fc.property(anyReport, (each) => {
    const root = parseXml(formatJunit(each));
    const cases = root.children.flatMap(({ children }) => children);
    expect(Number(root.attributes.tests)).toBe(cases.length);
    expect(Number(root.attributes.failures)).toBe(each.findings.filter(({ severity }) => severity === 'error').length);
  })));
});

describe('GitHub', () => {
  test('annotates the place of each finding', () => {
    expect(formatGithub(report)).toBe(
      '::error file=deploy/a b.yaml,line=3,col=5,title=Rollout shop/checkout (weights-increase)::spec.strategy.canary.steps[2].setWeight: must exceed the previous weight 40, got 30; raise it\n'
      + '::warning file=deploy/a b.yaml,line=7,col=1,title=Rollout shop/checkout (weights-reachable)::is not reached\n');
  });

  test('escapes what would end a property, a command or a line', () => {
    const message = '100%\r\n::error::b';
    expect(formatGithub({ ...report, findings: [{ ...warning, severity: 'info', resource: 'A a:b,c%', message }] }))
      .toBe('::notice file=deploy/a b.yaml,line=7,col=1,title=A a%3Ab%2Cc%25 (weights-reachable)::100%25%0D%0A::error::b\n');
  });

  test('is one command a line that the runner reads as it was, whatever it holds', () => holds(fc.property(anyReport, (each) => {
    const lines = formatGithub(each).split(/\r\n|\n|\r/).slice(0, -1);
    const data = lines.map((line) => /^::(?:error|warning|notice) (?:\w+=[^:,]*,?)+::(.*)$/su.exec(line)?.[1]);
    expect(data.map((text) => text?.replace(/%0A/g, '\n').replace(/%0D/g, '\r').replace(/%25/g, '%'))).toEqual(each.findings.map(sentenceWithPath));
  })));
});

describe('GitLab', () => {
  test('has what Code Quality asks for', () => {
    expect(JSON.parse(formatGitlab({ ...report, findings: [{ ...finding, file: './a.yaml' }] }))).toEqual([{
      description: 'Rollout shop/checkout  spec.strategy.canary.steps[2].setWeight: must exceed the previous weight 40, got 30; raise it',
      check_name: 'weights-increase',
      fingerprint: expect.stringMatching(/^\w{10}$/) as unknown,
      severity: 'critical',
      location: { path: 'a.yaml', lines: { begin: 3 } },
    }]);
    expect(formatGitlab(empty)).toBe('[]\n');
  });

  test('has different fingerprints and places that are there, whatever it holds', () => holds(fc.property(anyReport, (each) => {
    const entries = JSON.parse(formatGitlab(each)) as { fingerprint: string; location: { lines: { begin: number } } }[];
    expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(each.findings.length);
    expect(entries.every(({ location }) => location.lines.begin >= 1)).toBe(true);
  })));
});

describe('text', () => {
  const source = 'apiVersion: v1\nspec:\n\t  "set weight": 30 # why\n';
  const text = (color = false, written?: string, findings = [finding]) => formatText({ ...report, findings }, { sourceOf: () => written, color });

  test('shows the line and the one before, with a caret below the key', () => {
    expect(text(false, source)).toBe(`deploy/a b.yaml
  3:5  error  Rollout shop/checkout  (weights-increase)
    spec.strategy.canary.steps[2].setWeight: must exceed the previous weight 40, got 30; raise it
    2 | spec:
    3 | \t  "set weight": 30 # why
      | \t   ^^^

`);
    expect(text(false, source, [{ ...finding, column: 4 }])).toContain('      | \t  ^^^^^^^^^^^^\n');
  });

  test('shows the part of a long line that it is about', () => {
    const long = `${'x'.repeat(500)}: 1`;
    const lines = text(false, `\n\n${long}`, [{ ...finding, column: 501 }]).split('\n').slice(3);
    expect(lines).toEqual([`    3 | ...${'x'.repeat(60)}: 1`, `      |    ${' '.repeat(60)}^`, '', '']);
  });

  test('goes without lines where they are not to be had', () => {
    expect(text().split('\n')).toHaveLength(5);
    expect(text(false, 'a')).toBe(text());
  });

  test('groups what is in one file', () => {
    const other = { ...finding, file: 'b.yaml' };
    expect(text(false, '', [finding, other, warning]).match(/^\S.*$/gm)).toEqual(['deploy/a b.yaml', 'b.yaml']);
  });

  test('has colours when they are wanted, and only then', () => {
    expect(text(true)).toContain('\u001b[31;1merror\u001b[0m');
    expect(text()).not.toContain('\u001b');
  });

  test('lets nothing write to the terminal as it likes, whatever it holds', () => holds(fc.property(anyReport, (each) => {
    const shown = formatText(each, { sourceOf: (file) => `${file}\u001b[2J\n`.repeat(5), color: false });
    // eslint-disable-next-line no-control-regex
    expect(shown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    expect(shown.match(/^ {2}(?:\d+(?::\d+)? {2}|\d+ {2})?(?:error|warning|info) {2}/gm) ?? []).toHaveLength(each.findings.length);
  })));
});
