// Whether programs that were written for the last release still fit the schema of the Pulumi components: `npx projen pulumi:compat`.
// --since takes another commit than that of the release; --before and --after take files.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './generated-files.mjs';
import { breakingChanges } from './pulumi/breaking-changes.mjs';

const SCHEMA = 'pulumi-plugin/schema.json';
const ACCEPTED = 'pulumi-plugin/.compatignore';

const { values } = parseArgs({ options: { since: { type: 'string' }, before: { type: 'string' }, after: { type: 'string', default: join(root, SCHEMA) } } });
const since = values.before ?? values.since ?? git('describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*')?.trim();
const before = values.before ? readFileSync(resolve(values.before), 'utf8') : since && git('show', `${since}:${SCHEMA}`);
if (!before) {
  console.log(`${since ? `${since} has no ${SCHEMA}` : 'this clone has no tag of a release'}: there is nothing to be compatible with`);
} else {
  const accepted = existsSync(join(root, ACCEPTED)) ? readFileSync(join(root, ACCEPTED), 'utf8').split('\n') : [];
  const changes = breakingChanges(JSON.parse(before), JSON.parse(readFileSync(values.after, 'utf8'))).filter(change => !accepted.includes(change));
  if (changes.length > 0) {
    console.error(`${SCHEMA}: programs that were right with ${since} are not any more:\n${changes.map(change => `  ${change}\n`).join('')}`
      + `Keep what they use, or accept it for the next release: write the line into ${ACCEPTED}, and what to do about it into CHANGELOG.md.`);
    process.exitCode = 1;
  }
}

function git(...args) {
  try {
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
}
