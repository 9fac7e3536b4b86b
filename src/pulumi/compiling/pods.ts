import type { Problem } from '../../intent/problem';
import { podLabels } from '../../release/pod-labels';
import type { ExposedPort, Exposing } from '../../release/service-ports';
import { isPending } from '../arguments/pending';
import { mustBeKnown } from '../arguments/read';
import type { AdoptedValue } from '../arguments/values';

type Labels = Readonly<Record<string, string>>;
export type Template = Readonly<Record<string, unknown>>;

/** The pods of a rollout as their template says. */
export interface WrittenPods {
  readonly labels?: Labels;
  readonly template: Template;
  readonly exposing: readonly Exposing[];
  /** What of the template is not known, although what is written beside it depends on it. */
  readonly problems: readonly Problem[];
}

/** The pods of its own, with the labels by which it knows them. */
export function ownPods(name: string, template: unknown, selector: Labels | undefined): WrittenPods {
  const labels = podLabels(name, selector);
  const problems = templateProblems(template);
  const read = problems.length > 0 ? unread : template as Template;
  return { labels, template: labelled(read, labels), exposing: containersOf(read), problems };
}

/** Stands for a template that nobody can read, so that what is wrong with it is told once, and not by everything that it leads to. */
const unread: Template = { spec: { containers: [{ name: 'app', image: 'registry.example/app:1', ports: [{ containerPort: 80 }] }] } };

/** Those of a workload that exists. */
export function adoptedPods({ labels, ports }: AdoptedValue): WrittenPods {
  return { labels, template: {}, exposing: [{ ports }], problems: [] };
}

/** The ports of the pods become those of Services, and their labels are those that select them. */
function templateProblems(template: unknown): readonly Problem[] {
  if (isPending(template)) return [mustBeKnown('template')];
  if (!isMap(template)) {
    return [{ property: 'template', message: `must be a pod template, got ${template === undefined ? 'none' : 'something else'}`, fix: 'write template: { spec: { containers: [...] } }' }];
  }
  const { metadata, spec } = template as { readonly metadata?: Template; readonly spec?: Template };
  const above = [['template.metadata', metadata], ['template.spec', spec]] as const;
  const containers = isMap(spec) ? spec.containers : undefined;
  const places: readonly (readonly [string, unknown])[] = [
    ...above,
    ['template.metadata.labels', isMap(metadata) ? metadata.labels : undefined],
    ['template.spec.containers', containers],
    ...listOf(containers).flatMap((container, index) => {
      const place = `template.spec.containers[${index}]`;
      const ports = isMap(container) ? container.ports : undefined;
      return [[place, container], [`${place}.ports`, ports], ...listOf(ports).map((port, at) => [`${place}.ports[${at}]`, port] as const)] as const;
    }),
  ];
  return places.filter(([, value]) => isPending(value)).map(([place]) => mustBeKnown(place));
}

/** A label that contradicts stays, and is told by a rule. */
function labelled(template: Template, labels: Labels): Template {
  const metadata = (template.metadata ?? {}) as Template;
  return { ...template, metadata: { ...metadata, labels: { ...labels, ...metadata.labels as object } } };
}

function containersOf({ spec }: Template): readonly Exposing[] {
  return listOf(isMap(spec) ? spec.containers : undefined).filter(isMap).map(({ name, ports }): Exposing => ({
    name: textOf(name), ports: listOf(ports).filter(isMap).map(exposed),
  }));
}

/** What is no port or no name is told by the rules; here it must not lead to more. */
function exposed({ containerPort, name, protocol }: Template): ExposedPort {
  return { number: typeof containerPort === 'number' || isPending(containerPort) ? containerPort as number : 80, name: textOf(name), protocol: textOf(protocol) };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || isPending(value) ? value as string : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isMap(value: unknown): value is Template {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isPending(value);
}
