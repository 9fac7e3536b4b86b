// `npm run conformance`: runs what the library renders on the real controllers.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runAsJson } from './harness/flagger-run';
import type { Lab } from './harness/lab';
import { whenNpmIsGone } from './harness/orphan';
import { asJson, asMarkdown, traceAsJson } from './harness/report';
import type { Run } from './harness/report';
import type { Result } from './harness/scenario';
import { partsFor, runAll } from './harness/suite';
import type { Entry } from './harness/suite';
import { differenceOf, ownFolder, pinnedVersion } from './lab/binaries';
import type { Binaries } from './lab/binaries';
import { provide } from './lab/build';
import { Missing } from './lab/go';
import { EXTRAS, PARTS, VERSIONS } from './lab/parts';
import type { Extra, PartName } from './lab/parts';
import { networkNote } from './pulumi/network';
import { entries } from './scenarios';

/** They wait most of the time. */
const JOBS = 20;
const USAGE = `usage: npm run conformance -- [--only pattern] [--list] [--build] [--with extra] [--report folder] [--jobs n]

  --only     what fits this regular expression
  --list     what there is, and why
  --build    build what is missing, and end
  --with     build this as well if it is missing, which takes long: ${EXTRAS.join(', ')}
  --report   also write report.md, report.json and a trace of each scenario there
  --jobs     how many scenarios at once (${JOBS})
`;

/** Exit codes: not as it must be, a wrong call, something is missing that is not ours. */
const [FAILED, WRONG_CALL, MISSING] = [1, 2, 3];

/** So long after the end of everything, nothing may be going on any more. */
const LINGER_MS = 10_000;

void main().then(code => {
  process.exitCode = code;
  setTimeout(() => {
    complain('something of the run is still open', FAILED);
    process.exit(FAILED);
  }, LINGER_MS).unref();
});

async function main(): Promise<number> {
  let values: { only?: string; list?: boolean; build?: boolean; with?: string[]; report?: string; jobs?: string; help?: boolean };
  let only: RegExp;
  try {
    ({ values } = parseArgs({
      options: {
        only: { type: 'string' },
        list: { type: 'boolean' },
        build: { type: 'boolean' },
        with: { type: 'string', multiple: true },
        report: { type: 'string' },
        jobs: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }));
    only = new RegExp(values.only ?? '');
  } catch (error) {
    return complain(`${(error as Error).message}\n${USAGE}`, WRONG_CALL);
  }
  if (values.help) return say(USAGE);
  const jobs = Number(values.jobs ?? JOBS);
  if (!Number.isInteger(jobs) || jobs < 1) return complain(`--jobs must be a whole number above 0, got ${values.jobs}`, WRONG_CALL);
  const extras = EXTRAS.filter(extra => values.with?.includes(extra));
  const unknown = values.with?.find(name => !extras.some(extra => extra === name));
  if (unknown !== undefined) return complain(`--with takes ${EXTRAS.join(', ')}, got ${unknown}`, WRONG_CALL);
  const chosen = entries.filter(({ id }) => only.test(id));
  if (chosen.length === 0) return complain(`no scenario fits ${values.only}; --list shows what there is`, WRONG_CALL);
  if (values.list) return say(chosen.map(({ id, why }) => `${id}\n    ${why}\n`).join(''));
  try {
    if (values.build) {
      const built = provide(Object.keys(PARTS) as PartName[], note, extras);
      return say(Object.values(built).map(path => `${path}\n`).join(''));
    }
    const run = await runChosen(chosen, jobs, extras);
    say(asMarkdown(run));
    if (values.report) save(resolve(values.report), run);
    return run.results.every(({ passed, skipped }) => passed || skipped !== undefined) ? 0 : FAILED;
  } catch (error) {
    return complain((error as Error).message, error instanceof Missing ? MISSING : FAILED);
  }
}

async function runChosen(chosen: readonly Entry[], jobs: number, extras: readonly Extra[]): Promise<Run> {
  const binaries = provide(partsFor(chosen), note, extras);
  let lab: Lab | undefined;
  // While the lab starts, what there is of it ends with this process.
  whenInterrupted(code => void Promise.resolve(lab?.stop()).then(() => process.exit(code)));
  const run = await runAll(chosen, binaries, {
    jobs,
    onLab: started => { lab = started; },
    onResult: result => note(lineOf(result)),
  });
  return { ...run, versions: versions(Object.keys(binaries) as PartName[]), changes: changes(binaries) };
}

/** What failed says why at once: whoever sees only a part of the output sees that. */
function lineOf({ passed, skipped, id, seconds, findings, firstTime }: Result): string {
  if (skipped !== undefined) return `skipped ${id}: ${skipped}`;
  const played = `${passed ? 'passed' : 'FAILED'} ${id} (${seconds.toFixed(1)} s)${firstTime === undefined ? '' : ', played a second time'}`;
  return [played, ...findings.map(finding => `  ${finding}`)].join('\n');
}

/** What our builds differ in from what is released. */
function changes(binaries: Binaries): Record<string, string> {
  const changed = Object.entries(binaries).filter(([, path]) => existsSync(differenceOf(path)));
  return Object.fromEntries(changed.map(([name, path]) => [name, readFileSync(differenceOf(path), 'utf8')]));
}

function versions(parts: readonly PartName[]): string[] {
  const used = new Set(parts.map(part => VERSIONS[part]));
  const pinned = [...used].flatMap(version => version ? `${version.name} ${pinnedVersion(version.folder, version.module)}` : []);
  const own = ownFolder();
  return [pinned.join(', '), ...parts.includes('pulumi') ? [networkNote()] : [], ...own ? [`other binaries where ROLLOUTKIT_LAB_BIN has them: ${own}`] : []];
}

/** Whoever interrupts us, or ends npm, which runs us, wants the lab to end as well. */
function whenInterrupted(stop: (code: number) => void): void {
  whenNpmIsGone(() => stop(143));
  process.once('SIGINT', () => stop(130)).once('SIGTERM', () => stop(143)).once('SIGHUP', () => stop(129));
}

function save(folder: string, run: Run): void {
  mkdirSync(join(folder, 'traces'), { recursive: true });
  writeFileSync(join(folder, 'report.md'), asMarkdown(run));
  writeFileSync(join(folder, 'report.json'), asJson(run));
  mkdirSync(join(folder, 'runs'), { recursive: true });
  for (const { run: ran } of run.results) if (ran) writeFileSync(join(folder, 'runs', basename(ran.file)), runAsJson(ran.record));
  for (const { id, trace } of run.results) if (trace) writeFileSync(join(folder, 'traces', `${id.replaceAll('/', '-')}.json`), traceAsJson(trace));
}

function say(text: string): number {
  process.stdout.write(text);
  return 0;
}

function note(line: string): void {
  process.stderr.write(`${line}\n`);
}

function complain(what: string, code: number): number {
  note(`conformance: ${what}`);
  return code;
}
