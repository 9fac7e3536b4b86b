// npm runs this at the end of `npm ci` and `npm install`, so that a clone is usable right after it.
// npm also runs it when npx first links the commands of this checkout (npm_command is then `exec`): the build is there already.
import { spawnSync } from 'node:child_process';

const wanted = process.env.npm_command !== 'exec' && !process.env.ROLLOUTKIT_INSTALL_ONLY;
if (wanted) {
  process.exitCode = spawnSync('projen compile', { shell: true, stdio: 'inherit' }).status ?? 1;
}
