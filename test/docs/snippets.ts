import * as ts from 'typescript';

/** A block of TypeScript in a document. */
export interface Snippet {
  /** The document and the line on which the block begins. */
  readonly place: string;
  /** The file it would be in, when the document says so: `<!-- file: src/rules/steps/x.ts -->` above the block. */
  readonly file?: string;
  readonly code: string;
  /** What stands in front of the code when its types are checked: `<!-- before: ... -->` above the block. */
  readonly preamble: string;
}

const BLOCK = /((?:<!-- (?:file|before): [^]*?-->\n)*)```(?:ts|typescript)\n([^]*?)```/g;

export function snippetsIn(document: string, text: string): readonly Snippet[] {
  return [...text.matchAll(BLOCK)].map(({ 1: notes, 2: code, index }) => ({
    place: `${document}:${text.slice(0, index + notes.length).split('\n').length}`,
    file: /<!-- file: (\S+) -->/.exec(notes)?.[1],
    preamble: /<!-- before: ([^]*?)\s*-->/.exec(notes)?.[1].concat('\n') ?? '',
    code,
  }));
}

/** Runs a program of a document and returns what its user reads: the words on standard error and the error that ended it. */
export function wordsOf(code: string): string {
  const { outputText } = ts.transpileModule(code, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
  const words: string[] = [];
  const write = process.stderr.write.bind(process.stderr);
  process.stderr.write = (text: string | Uint8Array) => words.push(String(text)) > 0;
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    new Function('require', 'exports', outputText)((name: string) => require(name), {});
  } catch (error) {
    words.push(error instanceof Error ? error.message : String(error));
  } finally {
    process.stderr.write = write;
  }
  return words.join('').trimEnd();
}
