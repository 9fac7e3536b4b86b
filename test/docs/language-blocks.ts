import { readText } from './files';
import { fenced } from './markdown';
import type { Blocks } from './markers';

/** The programs of docs/pulumi-languages.md are those that the conformance suite runs. */
export function languageBlocks(): Blocks {
  const program = (file: string) => readText(`conformance/pulumi/languages/${file}`).trimEnd();
  return {
    'program-python': fenced('python', program('python/__main__.py')),
    'program-go': fenced('go', program('go/main.go')),
    'program-yaml': fenced('yaml', program('yaml/Pulumi.yaml')),
  };
}
