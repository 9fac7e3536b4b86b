// The schema as Pulumi's analyser reads it from the classes and the types of their arguments.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../generated-files.mjs';

const { ComponentProvider } = createRequire(import.meta.url)('@pulumi/pulumi/provider/experimental/provider');
const sources = join(root, 'src', 'pulumi');

/** Packages whose types are in no argument. Reading them takes longer than all the rest. */
const UNREAD = ['@pulumi/kubernetes', 'cdk8s', 'cdk8s-plus-28', 'constructs'];

export async function analysedSchema() {
  const folder = mkdtempSync(join(tmpdir(), 'rolloutkit-schema-'));
  const write = (name, text) => writeFileSync(join(folder, name), text);
  try {
    const { description } = JSON.parse(readFileSync(join(root, 'pulumi-plugin', 'package.json'), 'utf8'));
    write('package.json', JSON.stringify({ description, main: join(sources, 'index.ts') }));
    write('unread.d.ts', 'declare const unread: any;\nexport = unread;\n');
    write('tsconfig.json', JSON.stringify({
      files: [join(sources, 'index.ts')],
      compilerOptions: {
        target: 'ES2022', lib: ['es2022'], module: 'commonjs', moduleResolution: 'node10', strict: true, types: [], typeRoots: [],
        baseUrl: folder, paths: Object.fromEntries(UNREAD.map(name => [name, ['./unread.d.ts']])),
      },
    }));
    return JSON.parse(await new ComponentProvider({ name: 'rolloutkit', dirname: folder, components: componentNames().map(name => ({ name })) }).getSchema());
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** To run the sources, so as to ask them for their classes, takes longer as well. */
function componentNames() {
  const folder = join(sources, 'components');
  const texts = readdirSync(folder).sort().map(file => readFileSync(join(folder, file), 'utf8'));
  return texts.flatMap(text => [...text.matchAll(/^export class (\w+) extends pulumi\.ComponentResource /gm)].map(([, name]) => name));
}
