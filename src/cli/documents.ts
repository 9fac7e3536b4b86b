import { posix } from 'node:path';
import type { InputFile } from './files';
import { nameOf, readInput } from './input';
import { UsageError } from './io';
import type { Io } from './io';
import { findPatches } from './kustomize';
import { isForKubernetes, isHelmTemplate, isObject } from '../input/manifest-text';
import { readYaml } from '../manifests/yaml';
import type { YamlDocument } from '../manifests/yaml';
import type { Finding } from '../rules/finding';

/** What was read of some files. */
export interface Documents {
  readonly documents: readonly YamlDocument[];
  /** What could not be read. */
  readonly findings: readonly Finding[];
  /** Sentences about what was passed over. */
  readonly words: readonly string[];
}

const HELM_ADVICE = 'is a Helm template, render it first: helm template . | rolloutkit lint -';

/** Reads manifests. A file that was named has to hold some; one that was only met may be anything. */
export async function readDocuments(files: readonly InputFile[], io: Io): Promise<Documents> {
  const documents: YamlDocument[] = [];
  const findings: Finding[] = [];
  const words: string[] = [];
  const patches = await findPatches(files, io);
  for (const { path, isNamed } of files) {
    const name = nameOf(path);
    const whyNot = patches.get(posix.normalize(path));
    if (whyNot !== undefined) {
      words.push(`skipped ${name}: ${whyNot}`);
      continue;
    }
    const text = await readInput(path, io);
    if (!isNamed && !isForKubernetes(text)) {
      continue;
    }
    if (isHelmTemplate(text)) {
      if (isNamed) {
        throw new UsageError(`${name}: ${HELM_ADVICE}`);
      }
      words.push(`skipped ${name}: ${HELM_ADVICE}`);
      continue;
    }
    const content = readYaml(text, name);
    const read = isNamed ? content.documents : content.documents.filter(isObject);
    if (isNamed && read.length === 0 && content.problems.length === 0) {
      throw new UsageError(`${name}: holds no Kubernetes object`);
    }
    documents.push(...read);
    findings.push(...content.problems.map(({ line, column, message }): Finding => ({
      rule: 'readable',
      severity: 'error',
      class: 'refused',
      resource: name,
      path: '',
      message: `cannot be read: ${message}`,
      fix: 'mend it, kubectl does not read it either',
      file: name,
      line,
      column,
      document: -1,
    })));
  }
  if (documents.length === 0 && findings.length === 0) {
    throw new UsageError(`${files.map(({ path }) => nameOf(path)).slice(0, 3).join(', ')}${files.length > 3 ? ', ...' : ''}: ${files.length === 1 ? 'holds' : 'hold'} no Kubernetes object${
      words.length === 0 ? '' : `; ${words[0]}`}`);
  }
  return { documents, findings, words };
}
