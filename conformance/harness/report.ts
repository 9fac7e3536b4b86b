// What a run of the suite says: for people as Markdown, for programs as JSON.
import type { Fields } from './objects';
import type { Result } from './scenario';

export interface Run {
  readonly results: readonly Result[];
  /** What the software was. */
  readonly versions: readonly string[];
  /** Of what we build from a changed module: what is changed, as a unified diff. */
  readonly changes: Readonly<Record<string, string>>;
  /** Of the start of the lab, and of all of it. */
  readonly startSeconds: number;
  readonly seconds: number;
}

export function asMarkdown({ results, versions, changes, startSeconds, seconds }: Run): string {
  const skipped = results.filter(result => result.skipped !== undefined);
  const failed = results.filter(result => !result.passed && result.skipped === undefined);
  const repeated = results.filter(({ passed, firstTime }) => passed && firstTime !== undefined);
  const played = results.length - skipped.length;
  return [
    '# Conformance',
    '',
    `${played - failed.length} of ${played} scenarios passed in ${seconds.toFixed(0)} s, ${startSeconds.toFixed(1)} s of them to start the lab.`,
    ...(skipped.length === 0 ? [] : [`${skipped.length} were not played.`]),
    ...(repeated.length === 0 ? [] : [`${repeated.length} passed only when played again, alone; what the first play found is below.`]),
    '',
    ...versions.map(line => `- ${line}`),
    '- pods are faked, and so are metrics except in the scenarios `counted/...`',
    ...Object.keys(changes).map(name => `- \`${name}\` is built from a released module with the change below`),
    '',
    '| scenario | engine | times divided by | verdict | seconds |',
    '|---|---|---|---|---|',
    ...results.map(result => `| ${result.id} | ${result.engine} | ${result.factor ?? ''} | ${verdictOf(result)} | ${result.seconds.toFixed(1)} |`),
    ...failed.flatMap(({ id, why, findings }) => ['', `## ${id}`, '', why, '', ...findings.map(finding => `- ${finding}`)]),
    ...repeated.flatMap(({ id, firstTime = [] }) => ['', `## ${id}, the first time`, '', ...firstTime.map(finding => `- ${finding}`)]),
    ...Object.entries(changes).flatMap(([name, diff]) => ['', `## What is changed in ${name}`, '', '```diff', diff.trimEnd(), '```']),
    '',
  ].join('\n');
}

/** In a word or two. */
function verdictOf({ passed, skipped, firstTime }: Result): string {
  if (!passed) return skipped ?? '**FAILED**';
  return firstTime === undefined ? 'passed' : 'passed, the second time';
}

export function asJson({ results, ...run }: Run): string {
  return `${JSON.stringify({ ...run, scenarios: results.map(({ trace: _, run: __, ...result }) => result) }, undefined, 2)}\n`;
}

/** One entry a line, so that two traces can be compared line by line. */
export function traceAsJson(trace: readonly Fields[]): string {
  return `[\n${trace.map(entry => `  ${JSON.stringify(entry)}`).join(',\n')}\n]\n`;
}
