import { render } from './engines/render';
import { nearestOf } from './engines/rendered';
import type { Origin, Rendered } from './engines/rendered';
import { formatPath } from './graph/document';
import type { SourceDocument } from './graph/document';
import { readGraph } from './graph/graph';
import type { Problem } from './intent/problem';
import type { RolloutIntent } from './intent/rollout';
import { rolloutProblems } from './intent/rollout-problems';
import type { Manifest } from './manifests/manifest';
import { resourceName } from './manifests/names';
import { severities } from './rules/finding';
import type { Finding } from './rules/finding';
import { isConsequence } from './rules/give-way';
import { judgeWithWaivers } from './rules/judge';
import type { WaivedFindings, Waiver } from './rules/waiver';

/** An intent all the way: rendered, read back, judged, and told in the words of its properties. */
export function compile(intent: RolloutIntent): { readonly manifests: readonly Manifest[]; readonly findings: readonly Finding[] } {
  const rendered = render(intent);
  const { namespace, name } = intent;
  const { findings } = judgeRendered(rendered, { problems: rolloutProblems(intent), resource: resourceName('Rollout', namespace, name), namespace });
  return { manifests: rendered.manifests, findings };
}

/** What is known of something that an engine rendered, beside its manifests. */
export interface RenderedSetting {
  /** What is wrong with what it was told. */
  readonly problems: readonly Problem[];
  /** What findings are told of: `Rollout shop/checkout`. */
  readonly resource: string;
  readonly namespace?: string;
  readonly waivers?: readonly Waiver[];
  /** Manifests of others that it refers to, which are read and not judged. */
  readonly beside?: readonly Manifest[];
}

/** What an engine rendered: read back, judged, and told in the words of the properties that it came from. */
export function judgeRendered(rendered: Rendered, setting: RenderedSetting): WaivedFindings {
  const { resource, namespace, waivers = [], beside = [] } = setting;
  const own = rendered.manifests.length;
  const graph = readGraph([...rendered.manifests, ...beside].map((manifest): SourceDocument => ({ manifest })));
  const elsewhere = rendered.elsewhere.map(named => ({ ...named, namespace }));
  const judged = judgeWithWaivers(graph, { complete: true, elsewhere, waivers, judged: document => document < own });
  const problems = [...setting.problems, ...rendered.gaps];
  return {
    waived: judged.waived,
    findings: [
      ...problems.map(problem => problemFinding(problem, resource, 0)),
      ...judged.findings.map(finding => [finding, inProperties(finding, rendered.origins())] as const)
        .filter(([finding, told]) => !isConsequence(finding, told, problems.map(({ property }) => property)))
        .map(([, told]) => told),
    ],
  };
}

/** Stands for the checks of properties, which no rule of the catalogue makes and none can be waived. */
export const propertyRule = 'property';

/** What is wrong with a property, as a finding about the object it belongs to. */
export function problemFinding(problem: Problem, resource: string, document: number): Finding {
  const { property, message, fix, class: means = 'broken' } = problem;
  return { rule: propertyRule, severity: severities[means], class: means, resource, path: property, message, fix, document };
}

/** A finding about a part of a manifest, told as the property that the part came from. */
export function inProperties(finding: Finding, origins: readonly Origin[]): Finding {
  const matching = origins.filter(({ manifest, path }) => manifest === finding.document && isWithin(finding.path, formatPath(path)));
  const nearest = nearestOf(matching);
  if (nearest === undefined) return finding;
  const rest = nearest.alikeBelow ? finding.path.slice(formatPath(nearest.path).length) : '';
  const path = `${nearest.property}${rest}`;
  // what became several fields, or a part of one, has no value that could be written there
  const isSame = formatPath(nearest.path) === finding.path;
  return { ...finding, path, ...isSame && finding.fix !== undefined ? { fix: renamed(finding.fix, finding.path, path) } : {} };
}

/**
 * A fix names the field that it is about. Where its value came from it is called otherwise, and a duration there has a unit; under a name
 * that has nothing in common with that of the field it may be of another kind as well, and the value stands alone.
 */
function renamed(fix: string, field: string, property: string): string {
  const [written, meant] = [field, property].map(path => path.slice(path.lastIndexOf('.') + 1));
  const start = `write ${written}: `;
  if (!fix.startsWith(start)) return fix;
  const value = fix.slice(start.length);
  const isAlike = written.toLowerCase().includes(meant.toLowerCase()) || /^[a-z]+/.exec(written)?.[0] === /^[a-z]+/.exec(meant)?.[0];
  return `write ${isAlike ? `${meant}: ` : ''}${written === `${meant}Seconds` ? value.replace(/^\d+/, '$& s') : value}`;
}

function isWithin(path: string, part: string): boolean {
  return part === '' || path === part || path.startsWith(`${part}.`) || path.startsWith(`${part}[`);
}

