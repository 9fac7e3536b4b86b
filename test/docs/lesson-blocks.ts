import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readText, ROOT } from './files';
import { fenced, table } from './markdown';
import type { Blocks } from './markers';
import { readGraph } from '../../src/graph/graph';
import { readYaml } from '../../src/manifests/yaml';
import type { Finding } from '../../src/rules/finding';
import { judge } from '../../src/rules/judge';

const FOLDER = 'test/rules/defects';
const EXHIBIT = 'gates-nothing.yaml';

/** What docs/lessons.md shows is what the rules say of the files in that folder. */
export function lessonBlocks(): Blocks {
  const files = readdirSync(join(ROOT, FOLDER)).filter(file => file.endsWith('.yaml') && file !== EXHIBIT).sort();
  return {
    'gates-nothing': fenced('yaml', readText(`${FOLDER}/${EXHIBIT}`).trimEnd()),
    'gates-nothing-findings': fenced('text', errorsIn(EXHIBIT).map(({ line, column, path, message, rule }) => `${line}:${column}  ${path}\n  ${message} (${rule})`).join('\n')),
    'defects': table(['file', 'what is said', 'rule'], files.flatMap(file => errorsIn(file).map(({ path, message, fix, rule }) => [
      `\`${file}\``, [`\`${path}\` ${message}`, ...fix === undefined ? [] : [fix]].join('; ').replaceAll('|', '\\|'), `\`${rule}\``,
    ]))),
  };
}

function errorsIn(file: string): readonly Finding[] {
  return judge(readGraph(readYaml(readText(`${FOLDER}/${file}`)).documents)).filter(({ severity }) => severity === 'error');
}
