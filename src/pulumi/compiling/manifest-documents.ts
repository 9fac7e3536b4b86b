import { readFiles } from './manifest-files';
import type { ManifestFile } from './manifest-files';
import type { SourceDocument } from '../../graph/document';
import { isForKubernetes, isHelmTemplate, isObject } from '../../input/manifest-text';
import { show } from '../../intent/problem';
import type { Problem } from '../../intent/problem';
import type { Manifest } from '../../manifests/manifest';
import { readYaml } from '../../manifests/yaml';
import type { YamlDocument } from '../../manifests/yaml';
import { isPlainMap } from '../../schema/plain-map';
import { isPending } from '../arguments/pending';
import { mustBeKnown } from '../arguments/read';

/** Where manifests are taken from. */
export interface ManifestSources {
  readonly files?: readonly string[];
  readonly yaml?: string;
  readonly objects?: readonly unknown[];
}

/** A manifest and where it was written: in a file, in the text, or as an object. */
export interface ManifestDocument extends SourceDocument {
  readonly file: string;
}

interface Read {
  readonly documents: readonly ManifestDocument[];
  readonly problems: readonly Problem[];
}

/** Every manifest of the arguments, in their order, and what is wrong with any. */
export function readDocuments({ files, yaml, objects }: ManifestSources): Read {
  if (files === undefined && yaml === undefined && objects === undefined) {
    return refused({ property: 'files', message: 'must be given, or yaml, or objects, got none of them', fix: "write for example files: ['k8s/*.yaml']" });
  }
  const found = readFiles(files ?? []);
  const all = together([
    { documents: [], problems: found.problems },
    ...found.files.map(readFile),
    ...yaml === undefined ? [] : [readText(yaml, 'yaml', true)],
    ...(objects ?? []).map((object, index) => readObject(object, `objects[${index}]`)),
  ]);
  if (all.documents.length > 0 || all.problems.length > 0) return all;
  const property = files !== undefined ? 'files' : 'objects';
  return refused({ property, message: 'must hold an object of Kubernetes, got none', fix: 'name the files with the manifests, or drop the component' });
}

function readFile({ path, isNamed, text }: ManifestFile): Read {
  if (/(?:^|\/)kustomization(?:\.ya?ml)?$/i.test(path)) return refused(kustomization(path));
  return isNamed || isForKubernetes(text) ? readText(text, path, isNamed) : { documents: [], problems: [] };
}

function readText(text: string, place: string, isNamed: boolean): Read {
  if (isHelmTemplate(text)) {
    return refused({ property: place, message: 'must be a manifest, got a template of Helm', fix: 'render it first: helm template . > rendered.yaml' });
  }
  const read = readYaml(text, place);
  const problems = read.problems.map(({ line, column, message }) => ({
    property: `${place}:${line}:${column}`, message: `cannot be read: ${message}`, fix: 'mend it, kubectl does not read it either',
  }));
  const documents = isNamed ? read.documents : read.documents.filter(isObject);
  if (isNamed && documents.length === 0 && problems.length === 0) {
    return refused({ property: place, message: 'must hold an object of Kubernetes, got none', fix: 'write a manifest, or leave it out' });
  }
  return together([{ documents: [], problems }, ...documents.map((document): Read => {
    const { line = 1, column = 1 } = document.locate([]) ?? {};
    const wrong = objectProblems(document.manifest, `${place}:${line}:${column}`, '  ');
    return { documents: wrong.length > 0 ? [] : [document as YamlDocument & ManifestDocument], problems: wrong };
  })]);
}

/** An object, or the items of a list of them. Values that are not known yet may stand in it where nothing depends on them. */
function readObject(object: unknown, place: string): Read {
  if (isPlainMap(object) && !isPending(object) && typeof object.kind === 'string' && object.kind.endsWith('List') && Array.isArray(object.items)) {
    return together(object.items.map((item, index) => readObject(item, `${place}.items[${index}]`)));
  }
  const problems = objectProblems(object, place, '.');
  return problems.length > 0 ? { documents: [], problems } : { documents: [{ manifest: object as Manifest, file: place }], problems: [] };
}

/** What has to be known of any object before it can be registered. */
function objectProblems(object: unknown, place: string, between: string): readonly Problem[] {
  if (isPending(object)) return [mustBeKnown(place)];
  if (!isPlainMap(object)) return [{ property: place, message: `must be an object of Kubernetes, got ${Array.isArray(object) ? 'a list' : show(object)}`, fix: 'write it as in YAML: { apiVersion, kind, metadata, spec }' }];
  const { apiVersion, kind, metadata } = object;
  if (apiVersion === undefined && kind === undefined) return [{ property: place, message: 'must be an object of Kubernetes, got no apiVersion and no kind', fix: 'write them, or leave it out' }];
  if (kind === 'Kustomization' && typeof apiVersion === 'string' && apiVersion.startsWith('kustomize.config.k8s.io/')) return [kustomization(place)];
  const fields: readonly (readonly [string, unknown])[] = [
    ['apiVersion', apiVersion], ['kind', kind],
    isPlainMap(metadata) && !isPending(metadata) ? ['metadata.name', metadata.name ?? metadata.generateName] : ['metadata', metadata],
  ];
  return fields.filter(([, value]) => typeof value !== 'string' || value === '').map(([field, value]) => isPending(value) ? mustBeKnown(`${place}${between}${field}`) : {
    property: `${place}${between}${field}`, message: `must be given, got ${value === undefined || value === null ? 'none' : show(value)}`, fix: `write ${field}`,
  });
}

function kustomization(property: string): Problem {
  return { property, message: 'must be a manifest, got a kustomization', fix: 'build it first: kustomize build . > built.yaml' };
}

function together(parts: readonly Read[]): Read {
  return { documents: parts.flatMap(({ documents }) => documents), problems: parts.flatMap(({ problems }) => problems) };
}

function refused(problem: Problem): Read {
  return { documents: [], problems: [problem] };
}
