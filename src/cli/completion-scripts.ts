import type { Command } from './command';
import { helpOption } from './option';
import type { Option } from './option';

interface Entry {
  readonly command: Command;
  readonly summary: string;
}

type Script = (entries: readonly Entry[], rules: readonly string[]) => string;

/** Words that complete what is asked for; undefined for the names of files. */
function wordsOf(completes: Command['completes'] | Option['completes'], rules: readonly string[]): readonly string[] | undefined {
  return completes === 'rules' ? rules : completes === 'files' || completes === undefined ? undefined : completes;
}

function optionsOf({ options }: Command): readonly [string, Option][] {
  return Object.entries({ ...options, help: helpOption });
}

/** In single quotes, for any of the shells. */
function quoted(text: string): string {
  return `'${text.replaceAll('\'', '\'\\\'\'')}'`;
}

function bash(entries: readonly Entry[], rules: readonly string[]): string {
  const cases = entries.flatMap(({ command }) => {
    const valued = optionsOf(command).filter(([, { value }]) => value !== undefined).map(([name, option]) => {
      const words = option.choices ?? wordsOf(option.completes, rules);
      return `    ${quoted(`${command.name} --${name}`)}) ${words === undefined ? 'return' : `words=${quoted(words.join(' '))}`} ;;`;
    });
    const own = wordsOf(command.completes, rules);
    const options = optionsOf(command).map(([name]) => `--${name}`).join(' ');
    return [...valued, `    ${quoted(`${command.name} `)}*) if [[ $current == -* ]]; then words=${quoted(options)}; else ${own === undefined ? 'return' : `words=${quoted(own.join(' '))}`}; fi ;;`];
  });
  return `# bash completion of rolloutkit; names of files are completed where nothing else is
_rolloutkit() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD - 1]}" words=''
  COMPREPLY=()
  # --format=json is three words to bash
  if [[ $current == '=' ]]; then current=''; elif [[ $previous == '=' ]]; then previous="\${COMP_WORDS[COMP_CWORD - 2]}"; fi
  if (( COMP_CWORD == 1 )); then
    COMPREPLY=($(compgen -W ${quoted([...entries.map(({ command }) => command.name), '--help', '--version'].join(' '))} -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]} $previous" in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _rolloutkit rolloutkit
`;
}

function zsh(entries: readonly Entry[], rules: readonly string[]): string {
  const described = (text: string) => text.replace(/[[\]:\\]/g, '\\$&');
  const action = (words: readonly string[] | undefined) => words === undefined ? '_files' : `(${words.join(' ')})`;
  const cases = entries.flatMap(({ command }) => [
    `    ${command.name})`,
    '      _arguments \\',
    ...optionsOf(command).map(([name, { help, value, list, choices, completes }]) => {
      const spec = `${list === undefined ? '' : '*'}--${name}${value === undefined ? '' : '='}[${described(help)}]`;
      return `        ${quoted(value === undefined ? spec : `${spec}:${value}:${action(choices ?? wordsOf(completes, rules))}`)} \\`;
    }),
    `        ${quoted(`*:${command.completes === 'files' ? 'file' : 'argument'}:${action(wordsOf(command.completes, rules))}`)}`,
    '      ;;',
  ]);
  return `#compdef rolloutkit
_rolloutkit() {
  local -a commands
  commands=(${entries.map(({ command, summary }) => quoted(`${command.name}:${summary}`)).join(' ')})
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command="$words[2]"
  shift words
  (( CURRENT-- ))
  case "$command" in
${cases.join('\n')}
  esac
}
if [[ $funcstack[1] == _rolloutkit ]]; then _rolloutkit "$@"; else compdef _rolloutkit rolloutkit; fi
`;
}

function fish(entries: readonly Entry[], rules: readonly string[]): string {
  // fish reads a backslash before a quote inside single quotes
  const text = (words: string) => `'${words.replace(/[\\']/g, '\\$&')}'`;
  return [
    '# fish completion of rolloutkit',
    ...entries.map(({ command, summary }) => `complete -c rolloutkit -n __fish_use_subcommand -f -a ${command.name} -d ${text(summary)}`),
    'complete -c rolloutkit -n __fish_use_subcommand -l version -d \'show the version\'',
    ...entries.flatMap(({ command }) => {
      const here = `complete -c rolloutkit -n '__fish_seen_subcommand_from ${command.name}'`;
      const own = wordsOf(command.completes, rules);
      return [
        ...(own === undefined ? [] : [`${here} -f -a ${text(own.join(' '))}`]),
        ...optionsOf(command).map(([name, { short, help, value, choices, completes }]) => {
          const words = value === undefined ? undefined : choices ?? wordsOf(completes, rules);
          const takes = value === undefined ? '' : words === undefined ? ' -r -F' : ` -x -a ${text(words.join(' '))}`;
          return `${here}${short === undefined ? '' : ` -s ${short}`} -l ${name}${takes} -d ${text(help)}`;
        }),
      ];
    }),
    '',
  ].join('\n');
}

/** A script for each shell that there is one for. */
export const completionScripts: Readonly<Record<string, Script>> = { bash, zsh, fish };
