// Builds what is missing of the lab: `npm run conformance -- --build` does only this.
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CONFORMANCE, differenceOf, ownFolder, placesOf } from './binaries';
import type { Binaries, Place } from './binaries';
import { fetching, findGo, go, Missing } from './go';
import type { Go } from './go';
import { extraOf, PARTS } from './parts';
import type { Definitions, Extra, Part, PartName, Program } from './parts';
import { readPatch, withPatchedModule } from './patched-module';

type Say = (line: string) => void;

/**
 * The parts that are wanted, each built or found. Throws `Missing` when that cannot be. Extras that nobody asks for are not built: they
 * are absent where they are not there.
 */
export function provide(wanted: readonly PartName[], say: Say, asked: readonly Extra[] = []): Binaries {
  const isRequired = ({ part }: Pick<Place, 'part'>): boolean => isAskedFor(extraOf(part), asked);
  const given = placesOf(wanted, undefined);
  const lacking = given.filter(({ present }) => !present);
  // Whoever has all of it in a folder of their own needs no Go, or has another.
  const client = lacking.length === 0 ? undefined : lacking.some(isRequired) ? findGo(CONFORMANCE) : goIfUsable();
  const places = (client ? placesOf(wanted, client) : given).filter(place => place.present || isRequired(place));
  const missing = places.filter(({ present }) => !present);
  if (missing.length > 0 && !client) throw new Missing(withoutGo(missing));
  if (missing.length > 0) say(`building ${missing.map(({ part }) => part).join(', ')} with ${client!.version}; from empty caches ${expected(missing)} on two cores`);
  for (const place of missing) {
    const started = Date.now();
    build(place);
    say(`  ${place.part}: ${Math.round((Date.now() - started) / 1000)} s`);
  }
  return Object.fromEntries(places.map(({ part, path }) => [part, path])) as Binaries;
}

/** What a build costs from empty caches. */
function expected(missing: readonly Place[]): string {
  return missing.some(({ part }) => extraOf(part)) ? 'all of it takes 15 GB and some 35 minutes' : 'all of it takes 7 GB and some 15 minutes';
}

function isAskedFor(extra: Extra | undefined, asked: readonly Extra[]): boolean {
  return extra === undefined || asked.includes(extra);
}

/** For what may be absent. */
function goIfUsable(): Go | undefined {
  try {
    return findGo(CONFORMANCE);
  } catch {
    return undefined;
  }
}

function withoutGo(missing: readonly Place[]): string {
  const own = ownFolder();
  const names = missing.map(({ part }) => part).join(', ');
  return own
    ? `${own}, which ROLLOUTKIT_LAB_BIN names, lacks ${names}, and there is no Go to build it: see https://go.dev/dl`
    : `needs Go to build ${names} (https://go.dev/dl),\nor ROLLOUTKIT_LAB_BIN, a folder that holds them`;
}

function build({ part, path }: Place): void {
  const folder = dirname(path);
  mkdirSync(dirname(folder), { recursive: true });
  // Beside its place, so that it gets there in one step: a build that is cut short leaves nothing that looks whole.
  const made = mkdtempSync(`${folder}.`);
  try {
    make(part, PARTS[part], join(made, part));
    put(made, folder);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

function make(name: PartName, part: Part, into: string): void {
  const module = join(CONFORMANCE, part.module);
  if (!('main' in part.made)) return copy(name, module, part.made, into);
  compile(name, module, part.made, into);
  if (part.made.beside) copy(name, module, part.made.beside, dirname(into));
}

function compile(name: string, folder: string, { main, stamp, patched }: Program, into: string): void {
  const flags = ['-s', '-w', ...stamp ? stampFlags(folder, stamp) : []].join(' ');
  const options = ['-trimpath', '-buildvcs=false', `-ldflags=${flags}`, '-o', into];
  if (!patched) {
    fetching(name, folder, ['list', '-deps', '-f', '', main]);
    go(folder, ['build', ...options, main]);
    return;
  }
  fetching(name, folder, ['mod', 'download', patched.module]);
  const source = go(folder, ['list', '-m', '-f', '{{.Dir}}', patched.module]).trim();
  withPatchedModule({ folder, module: patched.module, source, patch: readPatch(join(CONFORMANCE, patched.patch)) }, ({ modfile, diff }) => {
    fetching(name, folder, ['list', `-modfile=${modfile}`, '-deps', '-f', '', main]);
    go(folder, ['build', `-modfile=${modfile}`, ...options, main]);
    // Beside the binary, for the report to show.
    writeFileSync(differenceOf(into), diff);
  });
}

function stampFlags(folder: string, { module, into, variable }: NonNullable<Program['stamp']>): string[] {
  const version = go(folder, ['list', '-m', '-f', '{{with .Replace}}{{.Version}}{{else}}{{.Version}}{{end}}', module]).trim();
  if (variable) return [`-X ${into}.${variable}=${version}`];
  const [major, minor] = version.slice(1).split('.');
  return Object.entries({ gitVersion: version, gitMajor: major, gitMinor: minor }).map(([name, value]) => `-X ${into}.${name}=${value}`);
}

function copy(name: string, module: string, { from, folder, files }: Definitions, into: string): void {
  fetching(name, module, ['mod', 'download', from]);
  const source = join(go(module, ['list', '-m', '-f', '{{.Dir}}', from]).trim(), folder);
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(one => files.test(one))) {
    cpSync(join(source, file), join(into, file));
    // Files of modules are read-only, and a folder with such files is hard to remove.
    chmodSync(join(into, file), 0o644);
  }
}

function put(made: string, folder: string): void {
  try {
    renameSync(made, folder);
  } catch (error) {
    // Somebody else has built the same in the meantime.
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
