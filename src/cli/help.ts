import type { Command } from './command';
import { helpOption } from './option';

const WIDTH = 118;

/** What `rolloutkit COMMAND --help` shows. */
export function helpOf({ name, takes, text, options, examples }: Command): string {
  const rows = Object.entries({ ...options, help: helpOption }).map(([option, { short, value, help }]) => [
    `${short === undefined ? '' : `-${short}, `}--${option}${value === undefined ? '' : ` ${value}`}`, help,
  ]);
  const width = Math.max(...rows.map(([left]) => left.length));
  return [
    `Usage: rolloutkit ${name}${takes === '' ? '' : ` ${takes}`}${Object.keys(options).length === 0 ? '' : ' [OPTIONS]'}`,
    '', text.trim(), '',
    'Options:', ...rows.flatMap(([left, help]) => hanging(left.padEnd(width), help, width)), '',
    'Examples:', ...examples.map((example) => `  ${example}`), '',
  ].join('\n');
}

/** Words beside a column, wrapped within their own. */
function hanging(left: string, text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1];
    if (last !== '' && last.length + word.length + width + 5 > WIDTH) {
      lines.push(word);
    } else {
      lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
    }
  }
  return lines.map((line, index) => `  ${index === 0 ? left : ' '.repeat(width)}  ${line}`);
}
