// What a run of the suite says: for people as Markdown, for programs as JSON.
import type { Fields } from './objects';
import type { Result } from './scenario';

export interface Run {
  readonly results: readonly Result[];
  /** What the software was. */
  readonly versions: readonly string[];
  /** What is not as in a real cluster. */
  readonly remarks: readonly string[];
  /** Of the start of the lab, and of all of it. */
  readonly startSeconds: number;
  readonly seconds: number;
}

export function asMarkdown({ results, versions, remarks, startSeconds, seconds }: Run): string {
  const failed = results.filter(({ passed }) => !passed);
  return [
    '# Conformance',
    '',
    `${results.length - failed.length} of ${results.length} scenarios passed in ${seconds.toFixed(0)} s, ${startSeconds.toFixed(1)} s of them to start the lab.`,
    '',
    ...[...versions, ...remarks].map(line => `- ${line}`),
    '',
    '| scenario | engine | times divided by | verdict | seconds |',
    '|---|---|---|---|---|',
    ...results.map(({ id, engine, factor = '', passed, seconds: taken }) => {
      return `| ${id} | ${engine} | ${factor} | ${passed ? 'passed' : '**FAILED**'} | ${taken.toFixed(1)} |`;
    }),
    ...failed.flatMap(({ id, why, findings }) => ['', `## ${id}`, '', why, '', ...findings.map(finding => `- ${finding}`)]),
    '',
  ].join('\n');
}

export function asJson({ results, ...run }: Run): string {
  return `${JSON.stringify({ ...run, scenarios: results.map(({ trace: _, ...result }) => result) }, undefined, 2)}\n`;
}

/** One entry a line, so that two traces can be compared line by line. */
export function traceAsJson(trace: readonly Fields[]): string {
  return `[\n${trace.map(entry => `  ${JSON.stringify(entry)}`).join(',\n')}\n]\n`;
}
