import { sentence, sentenceWithPath } from './lint-report';
import type { LintReport } from './lint-report';
import type { Finding } from '../../rules/finding';

interface Suite {
  readonly name: string;
  readonly cases: string[];
  failures: number;
  skipped: number;
}

/**
 * What test reports are made of: a suite for each file, and in it a case for each finding and for each object without one. Errors are
 * failures; what does not fail the run does not fail its case, and what is waived is skipped.
 */
export function formatJunit({ objects, findings, waived }: LintReport): string {
  const suites = new Map<string, Suite>();
  const suiteOf = (file = 'rolloutkit') => {
    const suite = suites.get(file) ?? { name: file, cases: [], failures: 0, skipped: 0 };
    suites.set(file, suite);
    return suite;
  };
  const byDocument = new Map<number, Finding[]>();
  for (const finding of findings) {
    byDocument.set(finding.document, [...byDocument.get(finding.document) ?? [], finding]);
  }
  for (const { file, resource, document } of objects) {
    const suite = suiteOf(file);
    const found = byDocument.get(document) ?? [];
    found.forEach((finding) => addCase(suite, finding));
    if (found.length === 0) {
      suite.cases.push(testcase(suite.name, resource));
    }
    byDocument.delete(document);
  }
  [...byDocument.values()].flat().forEach((finding) => addCase(suiteOf(finding.file), finding));
  for (const { finding, waiver } of waived) {
    const suite = suiteOf(finding.file);
    suite.skipped++;
    suite.cases.push(testcase(suite.name, nameOf(finding), `<skipped>${escape(waiver.reason)}</skipped>`));
  }
  const all = [...suites.values()];
  const total = (count: (suite: Suite) => number) => all.reduce((sum, suite) => sum + count(suite), 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="rolloutkit" tests="${total(({ cases }) => cases.length)}" failures="${total(({ failures }) => failures)}" errors="0">`,
    ...all.flatMap(({ name, cases, failures, skipped }) => [
      `  <testsuite name="${escape(name)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}">`,
      ...cases,
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

function addCase(suite: Suite, finding: Finding): void {
  const { severity, class: findingClass } = finding;
  const text = escape(`${placeOf(finding)}${finding.resource}\n${sentenceWithPath(finding)}`);
  if (severity === 'error') {
    suite.failures++;
    suite.cases.push(testcase(suite.name, nameOf(finding), `<failure type="${findingClass}" message="${escape(sentence(finding))}">${text}</failure>`));
  } else {
    suite.cases.push(testcase(suite.name, nameOf(finding), `<system-out>${severity}: ${text}</system-out>`));
  }
}

/** Reports follow a case by its name over time, so it holds nothing that moves. */
function nameOf({ resource, path, rule }: Finding): string {
  return `${[resource, path].filter((part) => part !== '').join(' ')} (${rule})`;
}

function placeOf({ file, line, column }: Finding): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return place === '' ? '' : `${place} `;
}

function testcase(suite: string, name: string, content?: string): string {
  const tag = `<testcase name="${escape(name)}" classname="${escape(suite)}" time="0"`;
  return content === undefined ? `    ${tag}/>` : `    ${tag}>${content}</testcase>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\r': '&#13;', '\t': '&#9;' };

/** For attributes and text alike. What no XML document may hold, escaped or not, is replaced by the sign for that. */
function escape(text: string): string {
  return text
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/[&<>"\n\r\t]/g, (character) => ENTITIES[character]);
}
