// Writes test/manifests/kubectl.json: texts, and what kubectl reads in them. Run it after the version of Kubernetes has changed:
//   node conformance/oracle/yaml/record.mjs
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { documents, words } from './texts.mjs';

const GENERATED = 1500;
const LONGEST = 400;
const conformance = fileURLToPath(new URL('../../', import.meta.url));
const target = fileURLToPath(new URL('../../../test/manifests/kubectl.json', import.meta.url));

const places = [word => `a: ${word}`, word => `${word}: 1`, word => `a: [${word}]`, word => `- {a: ${word}}`, word => `a:\n- ${word}\n- b`];
const texts = [...new Set([
  ...words.flatMap(word => places.map(place => place(word))),
  ...documents(7, GENERATED * 2).filter(text => text.length <= LONGEST).slice(0, GENERATED),
])];
const { stdout, status } = spawnSync('go', ['run', './oracle/yaml'], {
  cwd: conformance,
  input: texts.map(text => `${JSON.stringify(text)}\n`).join(''),
  env: { ...process.env, CGO_ENABLED: '0', GOTOOLCHAIN: 'local', GOWORK: 'off' },
  encoding: 'utf8',
  maxBuffer: 256 * 1024 * 1024,
  stdio: ['pipe', 'pipe', 'inherit'],
});
if (status !== 0) throw new Error('go run failed');
const answers = stdout.trimEnd().split('\n').map(line => JSON.parse(line));
const lines = texts.map((text, index) => JSON.stringify([text, answers[index].error === undefined ? answers[index].documents : null]));
writeFileSync(target, `[\n${lines.join(',\n')}\n]\n`);
process.stdout.write(`${lines.length} texts, ${answers.filter(({ error }) => error !== undefined).length} of them refused\n`);
