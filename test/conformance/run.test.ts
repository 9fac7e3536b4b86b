import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { entries } from '../../conformance/scenarios';

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Calls within one process: nearly all of a start is to transpile what it loads. `run.ts` itself is loaded anew for each. */
const CALLS = `void (async () => {
  const run = require.resolve('./conformance/run.ts');
  const said = [];
  for (const args of JSON.parse(process.env.CALLS)) {
    const outcome = { out: '', err: '' };
    const [out, err] = [process.stdout, process.stderr].map((stream, index) => {
      const { write } = stream;
      stream.write = text => { outcome[['out', 'err'][index]] += text; };
      return () => { stream.write = write; };
    });
    process.argv = [process.execPath, ...args];
    process.exitCode = undefined;
    delete require.cache[run];
    require(run);
    while (process.exitCode === undefined) await new Promise(setImmediate);
    out();
    err();
    said.push({ code: process.exitCode, ...outcome });
  }
  process.exitCode = 0;
  process.stdout.write(JSON.stringify(said));
})();`;

/** As a user who has neither Go nor binaries. */
function node(args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const { ROLLOUTKIT_LAB_BIN: _, ...environment } = process.env;
  const nowhere = join(__dirname, 'nowhere');
  const child = spawn(process.execPath, ['-r', './scripts/from-sources.cjs', ...args], {
    cwd: resolve(__dirname, '../..'), env: { ...environment, PATH: nowhere, XDG_CACHE_HOME: nowhere, ...more }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => { out += text; });
  child.stderr.setEncoding('utf8').on('data', (text: string) => { err += text; });
  return new Promise((done, reject) => {
    child.on('error', reject).on('close', code => done({ code, out, err }));
  });
}

async function calls(...lines: readonly (readonly string[])[]): Promise<Outcome[]> {
  const { out, err } = await node(['-e', CALLS], { CALLS: JSON.stringify(lines) });
  expect(err).toBe('');
  return JSON.parse(out) as Outcome[];
}

const WRONG_CALLS: readonly (readonly [args: readonly string[], message: RegExp])[] = [
  [['--frobnicate'], /^conformance: Unknown option '--frobnicate'[^]*\nusage: npm run conformance -- /],
  [['quickstart/good'], /^conformance: Unexpected argument 'quickstart\/good'[^]*\nusage: npm run conformance -- /],
  [['--only', '['], /^conformance: Invalid regular expression: [^]*\nusage: npm run conformance -- /],
  [['--only', '^nothing/'], /^conformance: no scenario fits \^nothing\/; --list shows what there is\n$/],
  [['--with', 'everything'], /^conformance: --with takes pulumi, got everything\n$/],
  [['--jobs', '0'], /^conformance: --jobs must be a whole number above 0, got 0\n$/],
  [['--jobs', '2.5'], /^conformance: --jobs must be a whole number above 0, got 2\.5\n$/],
  [['--jobs', 'all'], /^conformance: --jobs must be a whole number above 0, got all\n$/],
];

test('fails without Go and binaries, and says what is missing and how to get it', async () => {
  expect(await node(['conformance/run.ts', '--only', '^quickstart/good$'])).toEqual({
    code: 3, out: '', err: 'conformance: needs Go to build kubelab, rollouts-controller, argo-crds (https://go.dev/dl),\nor ROLLOUTKIT_LAB_BIN, a folder that holds them\n',
  });
}, 60_000);

test('it lists each scenario with its reason, and fails on a wrong call with a word and no stack', async () => {
  const [all, some, help, ...wrong] = await calls(['--list'], ['--list', '--only', '^quickstart/'], ['--help'], ...WRONG_CALLS.map(([args]) => args));
  const listed = (listing: typeof entries) => listing.map(({ id, why }) => `${id}\n    ${why}\n`).join('');
  expect(all).toEqual({ code: 0, out: listed(entries), err: '' });
  expect(some).toEqual({ code: 0, out: listed(entries.filter(({ id }) => id.startsWith('quickstart/'))), err: '' });
  expect(help).toEqual({ code: 0, out: expect.stringMatching(/^usage: /) as string, err: '' });
  expect(wrong).toEqual(WRONG_CALLS.map(([, message]) => ({ code: 2, out: '', err: expect.stringMatching(message) as string })));
  expect(wrong.map(({ err }) => err).join('')).not.toMatch(/\n\s+at /);
}, 60_000);
