import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { patchModule, readPatch, withPatchedModule, withReplace } from '../../conformance/lab/patched-module';
import type { Patch } from '../../conformance/lab/patched-module';

const MODULE = 'example.com/shop/engine';
const GO_MOD = `module example.com/lab

require (
\t${MODULE} v1.2.0
\t${MODULE}/v2 v2.0.0 // indirect
)
`;
const FILES = { 'go.mod': `module ${MODULE}\n`, 'loop.go': 'package engine\n\nconst least = 10\n', 'pkg/wait.go': 'a := 10\nb := 10\n' };

let folder: string;
const pathOf = (...names: string[]) => join(folder, ...names);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'patched-'));
  for (const name of ['copy', 'lab']) mkdirSync(pathOf(name));
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(dirname(pathOf('module', file)), { recursive: true });
    writeFileSync(pathOf('module', file), text, { mode: 0o444 });
  }
  writeFileSync(pathOf('lab', 'go.mod'), GO_MOD);
  writeFileSync(pathOf('lab', 'go.sum'), 'checksums\n');
  allow(0o555);
});

afterEach(() => { allow(0o755); });

/** Folders of Go's module cache are read-only as well; to be removed in the end, they must not be. */
function allow(mode: number): void {
  for (const name of ['module/pkg', 'module']) chmodSync(pathOf(name), mode);
}

const patched = (patch: Partial<Patch>) => patchModule({ source: pathOf('module'), into: pathOf('copy'), edits: [], add: [], ...patch });
const edit = (file: string, from: string, to: string, times = 1): Pick<Patch, 'edits'> => ({ edits: [{ file, from, to, times }] });
const copied = (file: string) => readFileSync(pathOf('copy', file), 'utf8');
const texts = (name: string) => Object.fromEntries(Object.keys(FILES).map(file => [file, readFileSync(pathOf(name, file), 'utf8')]));

describe('a patched module', () => {
  test('is the same where nothing is changed, and can be written', () => {
    expect(patched({})).toBe('');
    expect(texts('copy')).toEqual(FILES);
    expect([pathOf('copy', 'pkg'), pathOf('copy', 'loop.go')].map(path => statSync(path).mode.toString(8).at(-3))).toEqual(['7', '6']);
  });

  test('differs in the places that are named, in no other, and says so', () => {
    expect(patched({ ...edit('pkg/wait.go', '10', '1', 2), add: [{ file: 'pkg/more.go', text: 'package pkg\n' }] })).toBe([
      '--- /dev/null', '+++ b/pkg/more.go', '@@ -0,0 +1,1 @@', '+package pkg',
      '--- a/pkg/wait.go', '+++ b/pkg/wait.go', '@@ -1,2 +1,2 @@', '-a := 10', '-b := 10', '+a := 1', '+b := 1', '',
    ].join('\n'));
    expect(texts('copy')).toEqual({ ...FILES, 'pkg/wait.go': 'a := 1\nb := 1\n' });
    expect(texts('module')).toEqual(FILES);
  });

  test('may be changed twice in one file; the second sees what the first did', () => {
    patched({ edits: [...edit('loop.go', 'least = 10', 'least = 1').edits, ...edit('loop.go', 'least = 1\n', 'most = 1\n').edits] });
    expect(copied('loop.go')).toBe('package engine\n\nconst most = 1\n');
  });

  test('takes a text as it is written, not as a pattern', () => {
    patched(edit('loop.go', 'const least = 10', '$& $1'));
    expect(copied('loop.go')).toBe('package engine\n\n$& $1\n');
  });

  test.each([
    ['occurs less often than it says', edit('pkg/wait.go', '10', '1', 3), 'pkg/wait.go must have 3 times what is to be changed, has it 2 times:\n10'],
    ['occurs more often than it says', edit('pkg/wait.go', '10', '1'), 'pkg/wait.go must have 1 times what is to be changed, has it 2 times:\n10'],
    ['is not there', edit('loop.go', 'most', 'least'), 'loop.go must have 1 times what is to be changed, has it 0 times:\nmost'],
    ['is nothing', edit('loop.go', '', 'x', 0), /^loop\.go must have 0 times/],
    ['would be added over what is there', { add: [{ file: 'loop.go', text: '' }] }, 'loop.go is to be added, and the module already has it'],
  ])('fails when what is to be changed %s', (_, patch, message) => {
    expect(() => patched(patch)).toThrow(message);
  });

  test('fails on a file that the module does not have, and on a folder that is not empty', () => {
    expect(() => patched(edit('gone.go', 'a', 'b'))).toThrow('gone.go');
    expect(() => patched({})).toThrow('must be empty');
  });
});

describe('go.mod with a folder in the place of a module', () => {
  test('is the same and a line more', () => {
    expect(withReplace(GO_MOD, MODULE, '/made/module')).toBe(`${GO_MOD}\nreplace ${MODULE} => "/made/module"\n`);
    expect(withReplace(`require ${MODULE} v1.2.0`, MODULE, '/a b')).toMatch(/\n\nreplace \S+ => "\/a b"\n$/);
  });

  test.each([
    ['does not require it', 'module a\n'],
    ['requires one of a longer name', `require ${MODULE}/v2 v2.0.0\n`],
    ['requires one whose name only looks like it', 'require exampleXcom/shop/engine v1.0.0\n'],
  ])('fails when it %s', (_, goMod) => {
    expect(() => withReplace(goMod, MODULE, '/made')).toThrow(new Error(`go.mod must require ${MODULE} to have it replaced`));
  });

  test.each([`replace ${MODULE} => ../engine`, `replace ${MODULE} v1.2.0 => ../engine`, `replace (\n\t${MODULE} => ../engine\n)`])('fails with %j in it', line => {
    expect(() => withReplace(`${GO_MOD}${line}\n`, MODULE, '/made')).toThrow(new Error(`go.mod already replaces ${MODULE}`));
  });
});

describe('to build with it', () => {
  const patch = { ...edit('loop.go', '10', '1'), add: [] };
  const build = <T>(use: Parameters<typeof withPatchedModule<T>>[1]) => {
    return withPatchedModule({ folder: pathOf('lab'), module: MODULE, source: pathOf('module'), patch }, use);
  };

  test('there is a go.mod with its go.sum, the changed module, and what is changed; then all of it is gone', () => {
    const made = build(({ modfile, diff }) => {
      const [, module] = /=> "(.+)"/.exec(readFileSync(modfile, 'utf8'))!;
      expect(readFileSync(join(dirname(modfile), 'go.sum'), 'utf8')).toBe('checksums\n');
      expect(readFileSync(join(module!, 'loop.go'), 'utf8')).toContain('least = 1\n');
      expect(diff).toContain('-const least = 10\n+const least = 1\n');
      return dirname(modfile);
    });
    expect(existsSync(made)).toBe(false);
    expect(readFileSync(pathOf('lab', 'go.mod'), 'utf8')).toBe(GO_MOD);
  });

  test('fails as the build fails, and nothing is left', () => {
    let made = '';
    expect(() => build(({ modfile }) => {
      made = dirname(modfile);
      throw new Error('it does not compile');
    })).toThrow(new Error('it does not compile'));
    expect(existsSync(made)).toBe(false);
  });
});

test('a patch is read with the texts of the files beside it', () => {
  writeFileSync(pathOf('lab', 'more.go.txt'), 'package more\n');
  writeFileSync(pathOf('lab', 'patch.json'), JSON.stringify({ why: 'to test', add: [{ file: 'more.go', from: 'more.go.txt' }] }));
  expect(readPatch(pathOf('lab', 'patch.json'))).toEqual({ edits: [], add: [{ file: 'more.go', text: 'package more\n' }] });
});
