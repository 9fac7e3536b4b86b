// Loaded before a program: TypeScript is transpiled on the way in, and `rolloutkit` is src/index.ts instead of the last build.
const Module = require('node:module');
const { join } = require('node:path');

// It would leave a folder among the temporary files.
process.env.DISABLE_V8_COMPILE_CACHE = '1';

const root = join(__dirname, '..');
require('ts-node').register({ transpileOnly: true, cwd: root, project: join(root, 'test', 'tsconfig.json') });

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  return resolve.call(this, request === 'rolloutkit' ? join(root, 'src', 'index.ts') : request, ...rest);
};
