// What a run of the suite says: for people as Markdown, for programs as JSON.

/** @param {{ results: object[], lab: object }} run */
export function asMarkdown({ results, lab }) {
  const failed = results.filter(({ passed }) => !passed);
  return [
    '# Conformance',
    '',
    `${results.length - failed.length} of ${results.length} scenarios passed in ${lab.seconds.toFixed(0)} s, `
      + `${lab.start.toFixed(1)} s of them to start the lab. ${lab.versions}.`,
    '',
    '| scenario | times divided by | verdict | seconds |',
    '|---|---|---|---|',
    ...results.map(({ id, factor, passed, seconds }) => {
      return `| ${id} | ${factor} | ${passed ? 'passed' : '**FAILED**'} | ${seconds.toFixed(1)} |`;
    }),
    ...failed.flatMap(({ id, why, findings }) => ['', `## ${id}`, '', why, '', ...findings.map((finding) => `- ${finding}`)]),
    '',
  ].join('\n');
}

export function asJson({ results, lab }) {
  return `${JSON.stringify({ lab, scenarios: results.map(({ trace, ...result }) => result) }, undefined, 2)}\n`;
}

/** One entry a line, so that two traces can be compared line by line. */
export function traceAsJson(trace) {
  return `[\n${trace.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n')}\n]\n`;
}
