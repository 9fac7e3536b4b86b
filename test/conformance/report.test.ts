import { asJson, asMarkdown, traceAsJson } from '../../conformance/harness/report';
import type { Run } from '../../conformance/harness/report';

const FINDINGS = ['weight at the end: expected 0, got 100', 'expected to be aborted, is not'];
const run: Run = {
  versions: ['Kubernetes v1.34.1'],
  changes: { 'flagger-fast': '--- a/loop.go\n+++ b/loop.go\n@@ -1,1 +1,1 @@\n-least = 10\n+least = 1\n' },
  startSeconds: 4.26,
  seconds: 61.4,
  results: [
    { id: 'shop/good', why: 'good versions come', engine: 'argo', factor: 60, passed: true, findings: [], seconds: 12.345, trace: [{ at: 0, what: 'command' }] },
    { id: 'shop/bad', why: 'bad versions go', engine: 'flagger', factor: 1, passed: false, findings: FINDINGS, seconds: 3 },
    { id: 'shop/plugin', why: 'plugins split', engine: 'argo', factor: 60, passed: false, skipped: 'needs a plugin', findings: [], seconds: 0 },
    { id: 'lab/ends', why: 'nothing is left', engine: 'lab', passed: true, findings: [], seconds: 0.04 },
  ],
};

test('people read what it was, each verdict, of what failed why it matters and what was seen, and what is not as released', () => {
  expect(asMarkdown(run)).toBe(`# Conformance

2 of 3 scenarios passed in 61 s, 4.3 s of them to start the lab.
1 were not played.

- Kubernetes v1.34.1
- pods are faked, and so are metrics except in the scenarios \`counted/...\`
- \`flagger-fast\` is built from a released module with the change below

| scenario | engine | times divided by | verdict | seconds |
|---|---|---|---|---|
| shop/good | argo | 60 | passed | 12.3 |
| shop/bad | flagger | 1 | **FAILED** | 3.0 |
| shop/plugin | argo | 60 | needs a plugin | 0.0 |
| lab/ends | lab |  | passed | 0.0 |

## shop/bad

bad versions go

- weight at the end: expected 0, got 100
- expected to be aborted, is not

## What is changed in flagger-fast

\`\`\`diff
--- a/loop.go
+++ b/loop.go
@@ -1,1 +1,1 @@
-least = 10
+least = 1
\`\`\`
`);
});

test('programs read the same, without traces', () => {
  const text = asJson(run);
  const { results, ...about } = run;
  expect(text.endsWith('}\n')).toBe(true);
  expect(JSON.parse(text)).toEqual({ ...about, scenarios: results.map(({ trace: _, ...result }) => result) });
});

test('a run in which all is well, and all is as released, says nothing more than that', () => {
  const [good] = run.results;
  const text = asMarkdown({ ...run, results: [good!], changes: {} });
  expect(text).toContain('1 of 1 scenarios passed');
  expect(text).not.toContain('##');
});

test('what passed only when it was played again says so, and what the first play found', () => {
  const [good] = run.results;
  const text = asMarkdown({ ...run, results: [{ ...good!, firstTime: ['pods are not ready after 90 s'] }], changes: {} });
  expect(text).toContain('1 passed only when played again, alone; what the first play found is below.');
  expect(text).toContain('| shop/good | argo | 60 | passed, the second time | 12.3 |');
  expect(text).toContain('## shop/good, the first time\n\n- pods are not ready after 90 s\n');
});

test('a trace is JSON with an entry a line, to be compared line by line', () => {
  const trace = [{ at: -0.2, what: 'Ingress', weight: 5 }, { at: 0, what: 'command', command: 'image' }];
  expect(traceAsJson(trace)).toBe('[\n  {"at":-0.2,"what":"Ingress","weight":5},\n  {"at":0,"what":"command","command":"image"}\n]\n');
  expect(JSON.parse(traceAsJson(trace))).toEqual(trace);
  expect(JSON.parse(traceAsJson([]))).toEqual([]);
});
