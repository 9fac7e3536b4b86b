// knip lists what nothing uses; this says what to do about each kind.
import { relative } from 'node:path';

const HINTS = {
  files: 'nothing imports this file: use it, or delete it',
  exports: 'exported, but no other file imports it: drop the word `export`, or delete it if nothing here uses it either',
  types: 'exported type that no other file imports: drop the word `export`, or delete it if nothing here uses it either',
  duplicates: 'exported under two names: keep one',
  dependencies: 'nothing imports this dependency: remove it from .projenrc.ts and docs/dependencies.md',
  devDependencies: 'nothing uses this development dependency: remove it from .projenrc.ts and docs/dependencies.md',
  unlisted: 'imported, but not a dependency: add it in .projenrc.ts, with its reason in docs/dependencies.md',
  unresolved: 'imported, but not there: correct the path',
};

export default ({ report, issues }) => {
  const lines = [];
  for (const [kind, wanted] of Object.entries(report)) {
    if (!wanted || !issues[kind]) continue;
    const found = issues[kind] instanceof Set
      ? [...issues[kind]].map((filePath) => ({ filePath }))
      : Object.values(issues[kind]).flatMap((file) => Object.values(file));
    for (const { filePath, symbol, line } of found) {
      const place = relative(process.cwd(), filePath) + (line ? `:${line}` : '');
      lines.push(`${place}  ${symbol ? `${symbol}: ` : ''}${HINTS[kind] ?? 'unused: delete it'} (unused-${kind})`);
    }
  }
  if (lines.length > 0) console.log(lines.sort().join('\n'));
};
