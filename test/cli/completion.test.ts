import { spawnSync } from 'node:child_process';
import { rolloutkit } from './command-line';

const script = async (shell: string) => (await rolloutkit(['completion', shell])).out;
const hasBash = spawnSync('bash', ['-c', 'type compgen']).status === 0;

/** What bash offers for the last of some words. */
async function offered(...words: string[]): Promise<string[]> {
  const list = words.map((word) => `'${word}'`).join(' ');
  const program = `${await script('bash')}\nCOMP_WORDS=(rolloutkit ${list}); COMP_CWORD=${words.length}; _rolloutkit; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', program], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((each) => each !== '');
}

const suite = hasBash ? describe : describe.skip;
suite(hasBash ? 'bash completes' : 'bash completes (skipped: there is no bash with compgen here)', () => {
  test.each([
    [['l'], ['lint']],
    [['lint', '--form'], ['--format']],
    [['lint', '--cont'], ['--context']],
    [['lint', '--format', 's'], ['sarif']],
    [['lint', '--format', '=', 'ju'], ['junit']],
    [['lint', '--format', '='], ['text', 'json', 'sarif', 'junit', 'github', 'gitlab']],
    [['lint', '--rule', 'weights-i'], ['weights-increase']],
    [['explain', 'weights-i'], ['weights-increase']],
    [['explain', '--h'], ['--help']],
    [['completion', ''], ['bash', 'zsh', 'fish']],
    // left to the shell, which knows the files
    [['lint', 'a'], []],
    [['lint', '--with', 'a'], []],
  ])('%j as %j', async (words, expected) => {
    expect(await offered(...words)).toEqual(expected);
  });
});

test('zsh is told every option with its values', async () => {
  const text = await script('zsh');
  expect(text).toMatch(/^#compdef rolloutkit\n/);
  expect(text).toContain("'--format=[text, json, sarif, junit, github, gitlab (default text)]:FORMAT:(text json sarif junit github gitlab)' \\");
  expect(text).toContain("'*--with=[objects owned elsewhere\\: read, from files or by kubectl from the cluster, so that they are known, and not judged]:FILE|cluster:_files' \\");
  expect(text).toContain('--complete[');
});

test('fish is told every option with its values', async () => {
  const text = await script('fish');
  expect(text).toContain("complete -c rolloutkit -n __fish_use_subcommand -f -a lint -d 'judge manifests in YAML or JSON'");
  expect(text).toContain("complete -c rolloutkit -n '__fish_seen_subcommand_from lint' -l format -x -a 'text json sarif junit github gitlab' -d ");
  expect(text).toContain("complete -c rolloutkit -n '__fish_seen_subcommand_from lint' -l baseline -r -F -d ");
  expect(text).toContain("complete -c rolloutkit -n '__fish_seen_subcommand_from lint' -s n -l namespace -r -F -d ");
});

test.each([[[], 'completion: name one shell of bash, zsh, fish'], [['tcsh'], 'completion: name one shell of bash, zsh, fish, got tcsh'], [['toString'], 'completion: name one shell of bash, zsh, fish, got toString']])('fails with %j', async (args, message) => {
  expect(await rolloutkit(['completion', ...args])).toMatchObject({ code: 2, out: '', err: `rolloutkit: ${message}\n` });
});
