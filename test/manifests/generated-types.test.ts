import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

test('the types of the documents are what the generator makes of the pinned schemas', () => {
  // A process of its own, because the generator is an ES module and these tests are not.
  const check = () => execFileSync(process.execPath, ['tools/generate-manifest-types.mjs', '--check'], {
    cwd: root, encoding: 'utf8', stdio: 'pipe',
  });

  // On failure the thrown error carries what the generator said: which file, and what to do.
  expect(check()).toBe('');
});
