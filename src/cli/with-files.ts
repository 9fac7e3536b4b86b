import { readDocuments } from './documents';
import { findFiles, samePath } from './files';
import type { InputFile } from './files';
import { UsageError } from './io';
import type { Io } from './io';
import type { YamlDocument } from '../manifests/yaml';

/**
 * The objects of `--with`: they are only looked up, so what cannot be read is no finding, and stops the run. Files that are judged are left
 * out, so that the folder around them may be named.
 */
export async function readElsewhere(given: readonly string[], judged: readonly InputFile[], io: Io): Promise<readonly YamlDocument[]> {
  const files = (await findFiles(given, io)).filter((file) => !judged.some((each) => samePath(each, file)));
  if (files.length === 0) {
    return [];
  }
  const { documents, findings: [problem] } = await readDocuments(files, io);
  if (problem !== undefined) {
    throw new UsageError(`${problem.file}:${problem.line}:${problem.column}: ${problem.message}`);
  }
  return documents;
}
