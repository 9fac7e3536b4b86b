import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import * as ts from 'typescript';

const root = join(__dirname, '..', '..');

/** Runs a program from the sources where some packages cannot be found. */
function run(program: string, hidden: RegExp): { readonly status: number | null; readonly said: string } {
  const hide = `const Module = require('node:module'); const resolve = Module._resolveFilename;
    Module._resolveFilename = function (request, ...rest) {
      if (${String(hidden)}.test(request)) throw Object.assign(new Error('not found: ' + request), { code: 'MODULE_NOT_FOUND' });
      return resolve.call(this, request, ...rest);
    };`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-r', './scripts/from-sources.cjs', '-e', `${hide}\n${program}`], { cwd: root, encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}` };
}

test('components work where cdk8s is not installed', () => {
  const program = `
    const pulumi = require('@pulumi/pulumi');
    void pulumi.runtime.setMocks({ newResource: ({ name, inputs }) => ({ id: name, state: inputs }), call: () => ({}) });
    const { CanaryRollout, BlueGreenRollout, SuccessRateAnalysis, VersionedConfig } = require('rolloutkit/pulumi');
    const template = { spec: { containers: [{ name: 'app', image: 'registry.example/shop:1', ports: [{ containerPort: 8080 }] }] } };
    const rate = new SuccessRateAnalysis('rate', {});
    new CanaryRollout('a', { template, analyses: [rate], ramp: { linear: { increment: 10, every: '2m' } }, traffic: { istio: { hosts: ['a.example'] } } });
    new CanaryRollout('b', { template, controller: { flagger: {} }, traffic: { gatewayApi: { hosts: ['b.example'], gateway: 'public' } } });
    new BlueGreenRollout('c', { template, keepAfterAbort: '5m' });
    new VersionedConfig('d', { data: { a: 'b' } });
    console.log('written');`;
  expect(run(program, /^(cdk8s|constructs|cdk8s-plus-28)(\/|$)/)).toEqual({ status: 0, said: expect.stringMatching(/^written$/m) as string });
});

test('types of the components name no types of cdk8s', () => {
  const seen = new Set<string>();
  const foreign = new Set<string>();
  const follow = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const { outputText } = ts.transpileDeclaration(readFileSync(file, 'utf8'), { fileName: file, compilerOptions: { target: ts.ScriptTarget.ES2022 } });
    for (const [, request] of outputText.matchAll(/(?:from|import\() ?['"]([^'"]+)['"]/g)) {
      const path = join(dirname(file), `${request}.ts`);
      if (request.startsWith('.') && existsSync(path)) follow(path);
      else foreign.add(`${request} in ${relative(root, file)}`);
    }
  };
  follow(join(root, 'src', 'pulumi', 'index.ts'));
  expect(seen.size).toBeGreaterThan(15);
  expect([...foreign].filter(each => !each.startsWith('@pulumi/'))).toEqual([]);
});
