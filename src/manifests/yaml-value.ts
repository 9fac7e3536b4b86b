import { YamlFault } from './yaml-cursor';
import { documentsOf } from './yaml-documents';
import { LineStarts } from './yaml-lines';
import { YamlRecorder } from './yaml-notes';
import { YamlReader } from './yaml-reader';

type Key = string | number;

/** A text of YAML or JSON that is no manifest, such as a file of settings. */
export interface YamlValue {
  readonly value: unknown;
  /** Why it cannot be read. */
  readonly problem?: { readonly line: number; readonly column: number; readonly message: string };
  /** Where the key or element at the end of a path begins. */
  locate(path: readonly Key[]): { readonly line: number; readonly column: number };
}

/** Reads the first document of a text. Nothing is thrown. */
export function readYamlValue(written: string): YamlValue {
  const lines = written.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const [{ text, line, isJson }] = [...documentsOf(lines)].filter((each) => /\S/.test(each.text)).concat({ text: '', line: 1, isJson: false });
  const lineStarts = new LineStarts(text);
  const positionAt = (offset: number) => lineStarts.positionOf(offset, line);
  const recorder = new YamlRecorder();
  try {
    const value = new YamlReader(text, isJson, recorder).read();
    return { value, locate: (path) => positionAt(recorder.offsetOf(value, path)) };
  } catch (error) {
    if (!(error instanceof YamlFault)) {
      throw error;
    }
    return { value: undefined, locate: () => positionAt(0), problem: { ...positionAt(error.offset), message: error.message } };
  }
}
