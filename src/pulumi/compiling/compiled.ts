import { judgeRendered, problemFinding, propertyRule } from '../../compile';
import type { RenderedSetting } from '../../compile';
import type { Origin, Rendered } from '../../engines/rendered';
import { refusedProblems } from '../../intent/problem';
import type { Problem } from '../../intent/problem';
import type { ControllerWrites } from '../../manifests/controller-writes';
import type { Manifest } from '../../manifests/manifest';
import type { Finding } from '../../rules/finding';
import type { WaivedFinding, WaivedFindings, Waiver } from '../../rules/waiver';
import { argumentPath } from '../arguments/argument-path';
import { inMeantNamespace } from '../arguments/meant-namespace';
import { lookedAt, withoutPending } from '../arguments/pending';
import type { Known, Read } from '../arguments/read';
import { mustBeKnown, read } from '../arguments/read';
import type { Shape } from '../arguments/shape';
import { inArguments } from '../arguments/wording';

/** What became of the arguments of a component. */
export interface Compiled {
  /** In the words of the arguments. */
  readonly findings: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
  /** What is written; nothing where the arguments make no sense. Values that are not known yet stand in it. */
  readonly manifests: readonly Manifest[];
  /** What the controllers change in it. */
  readonly controllerWrites: readonly ControllerWrites[];
  /** What the component stands for where it is given as a value. */
  readonly value?: unknown;
  readonly outputs: Read['outputs'];
  readonly components: Read['components'];
}

/** What an engine made of arguments that could be read. */
export interface Written {
  readonly rendered: Rendered;
  /** Parts of the manifests that came from arguments and that no engine knows of. */
  readonly origins?: readonly Origin[];
  /** What is wrong with what the engine was told, by the properties of the constructs. */
  readonly problems: readonly Problem[];
  readonly namespace?: string;
  readonly waivers?: readonly Waiver[];
  /** What is said of it, where that is not told by properties; absent: what the rules say of it. */
  readonly told?: WaivedFindings;
  /** An argument that says what a property of the constructs says, by another name. */
  readonly renamed?: (property: string) => string;
  readonly value?: unknown;
}

/** How the arguments of one component are compiled. */
export interface Compiling {
  readonly shape: Shape;
  /** `Rollout shop/checkout`, as far as it can be told of arguments that nobody has read. */
  readonly resource: string;
  /** Manifests that other components have written. */
  readonly beside: (components: readonly object[]) => RenderedSetting['beside'];
  readonly write: (value: never) => Written;
}

const nothing = { waived: [], manifests: [], controllerWrites: [] } as const;

/** The arguments all the way: read, rendered, judged, and told in their own words. */
export function compile(args: unknown, compiling: Compiling, known?: Known): Compiled {
  const { shape, resource } = compiling;
  const { problems, value, outputs, components } = read(args, shape, known);
  const told = (wrong: readonly Problem[]) => wrong.map(problem => worded(problemFinding(problem, resource, 0)));
  const refused = (wrong: readonly Problem[]): Compiled => ({ ...nothing, findings: told(wrong), outputs, components });
  if (value === undefined) return refused(problems);
  const write = () => judged(compiling.write(value as never), compiling, args, components);
  const attempt = attempted(write, property => argumentPath(property, args, shape));
  return 'problems' in attempt ? refused([...problems, ...attempt.problems])
    : { ...attempt.done, findings: [...told(problems), ...attempt.done.findings], outputs, components };
}

type Judged = Omit<Compiled, 'outputs' | 'components'>;

function judged(written: Written, compiling: Compiling, args: unknown, components: Read['components']): Judged {
  const { rendered, told = toldByArguments(written, compiling, args, components), value } = written;
  return { findings: told.findings, waived: told.waived, manifests: rendered.manifests, controllerWrites: rendered.controllerWrites ?? [], value };
}

function toldByArguments(written: Written, { shape, resource, beside }: Compiling, args: unknown, components: Read['components']): WaivedFindings {
  const { rendered, problems, namespace, waivers, origins = [], renamed = same } = written;
  const [manifests, others] = inMeantNamespace(rendered.manifests.map(withoutPending), (beside(components) ?? []).map(withoutPending), namespace);
  const seen: Rendered = { ...rendered, manifests, origins: () => [...rendered.origins(), ...origins] };
  const { findings, waived } = judgeRendered(seen, { problems, resource, namespace, waivers, beside: others });
  return {
    findings: findings.map(finding => worded(finding.rule !== propertyRule && finding.document >= rendered.manifests.length ? ofAnother(finding)
      : inPlace(finding, argumentPath(renamed(finding.path), args, shape)))),
    waived,
  };
}

/** What is done, or what is said against it. */
function attempted<T>(work: () => T, told: (property: string) => string): { readonly done: T } | { readonly problems: readonly Problem[] } {
  try {
    return { done: work() };
  } catch (error) {
    const looked = lookedAt(error);
    if (looked !== undefined) return { problems: [mustBeKnown(looked)] };
    const problems = refusedProblems(error);
    if (problems === undefined) throw error;
    return { problems: problems.map(problem => ({ ...problem, property: told(problem.property) })) };
  }
}

/** A finding about an object that another component has written. */
function ofAnother(finding: Finding): Finding {
  return { ...finding, path: `${finding.resource}${finding.path === '' ? '' : `  ${finding.path}`}` };
}

/** A finding at the argument that its property was written as; where that is the value itself, the fix is one too. */
function inPlace(finding: Finding, path: string): Finding {
  const [property] = /\w*$/.exec(finding.path)!;
  const start = `write ${property}: `;
  const isValue = property !== '' && !path.endsWith(property) && finding.fix?.startsWith(start) === true;
  return { ...finding, path, ...isValue ? { fix: `write ${finding.fix!.slice(start.length)}` } : {} };
}

function worded(finding: Finding): Finding {
  const { message, fix } = finding;
  // a duration is a text here
  return { ...finding, message: inArguments(message), ...fix === undefined ? {} : { fix: inArguments(fix).replace(/^(write (?:\w+: )?)(\d+) s\b/, "$1'$2s'") } };
}

function same(property: string): string {
  return property;
}
