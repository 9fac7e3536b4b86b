// Loaded before a program: TypeScript is transpiled on the way in, and the entries of the package are sources instead of the last build.
const Module = require('node:module');
const { join } = require('node:path');

// It would leave a folder among the temporary files.
process.env.DISABLE_V8_COMPILE_CACHE = '1';

const root = join(__dirname, '..');
require('ts-node').register({ transpileOnly: true, cwd: root, project: join(root, 'test', 'tsconfig.json') });

const entries = new Map([['rolloutkit', 'index.ts'], ['rolloutkit/pulumi', 'pulumi/index.ts'], ['rolloutkit/pulumi/plugin', 'pulumi/plugin/index.ts']]);
const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  return resolve.call(this, entries.has(request) ? join(root, 'src', entries.get(request)) : request, ...rest);
};
