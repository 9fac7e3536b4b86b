import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '..', '..');

export function readText(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** The names of the examples. */
export const examples = readdirSync(join(ROOT, 'examples')).filter(name => existsSync(join(ROOT, 'examples', name, 'main.ts'))).sort();

/** What an example is expected to write, by file. */
export function expectedOf(example: string): Readonly<Record<string, string>> {
  return textsIn(join(ROOT, 'examples', example, 'expected'));
}

/** What the rules say of an example, in its own file, where its text is somebody else's. */
export function findingsTold(example: string): string {
  const file = `examples/${example}/findings.txt`;
  return existsSync(join(ROOT, file)) ? readText(file) : '';
}

/** Every file of a folder, by name. */
export function textsIn(folder: string): Readonly<Record<string, string>> {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return Object.fromEntries(names.map(name => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** Every document somebody reads, API.md and the list of dependencies aside, which others write. */
export const documents = [
  'README.md', 'CONTRIBUTING.md', 'CHANGELOG.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.md')).sort().map(name => `docs/${name}`),
  ...examples.map(name => `examples/${name}/README.md`),
].filter(file => existsSync(join(ROOT, file)));
