import { everyRule } from './every-rule';
import { compareFindings, severities as severityOfClass } from './finding';
import type { Finding, Severity } from './finding';
import { withoutGivingWay } from './give-way';
import { held } from './known-objects';
import type { KnownObjects } from './known-objects';
import type { Remark, Rule } from './rule';
import { applyWaivers } from './waiver';
import type { WaivedFindings, Waiver } from './waiver';
import { annotatedWaivers } from './waiver-annotation';
import type { Path } from '../graph/document';
import { formatPath } from '../graph/document';
import type { Graph } from '../graph/graph';

export interface JudgeOptions extends KnownObjects {
  /** Only findings on, or about, these documents. @default - all */
  readonly judged?: (document: number) => boolean;
  /** The resource that a document's findings are told of, where it is not its own. @default - its own */
  readonly toldOf?: (document: number) => string | undefined;
  /** @default - none */
  readonly waivers?: readonly Waiver[];
  /** @default - the whole catalogue */
  readonly rules?: readonly Rule[];
  /** Other severities for some rules, by id. @default - as the finding's class says */
  readonly severities?: Readonly<Record<string, Severity>>;
}

export interface Judgement extends WaivedFindings {
  /** Objects that are named and not in the input, which may well be elsewhere: nothing that anybody did wrong. Each may be asked for its place. */
  readonly notes: readonly Finding[];
  /** A note with its place. There may be as many as there are objects, and a place is looked for in the text. */
  placed(note: Finding): Finding;
}

/** A rule that is in no catalogue, and may be waived all the same. */
const OUTSIDE = 'argo-version';

/** What the rules say, each thing once, in the order of the documents. Waived findings are left out. */
export function judge(graph: Graph, options: JudgeOptions = {}): Finding[] {
  return [...judgeWithWaivers(graph, options).findings];
}

/** The same, with the waived findings beside it and the reasons they were waived for. */
export function judgeWithWaivers(graph: Graph, options: JudgeOptions = {}): Judgement {
  const { judged = () => true, toldOf = () => undefined, waivers = [], rules = everyRule, severities = {} } = options;
  const findings = new Map<string, Finding>();
  const paths = new Map<Finding, Path>();
  const concerned = new Set<Finding>();
  const notes = new Set<Finding>();
  for (const rule of rules) {
    for (const made of rule.check(graph)) {
      const holding = held(made, options);
      if (holding === undefined) {
        continue;
      }
      const { remark, isNote } = holding;
      const told = findingOf(rule, remark, severities, toldOf(remark.node.document));
      const finding: Finding = isNote ? { ...told, severity: 'info', class: 'advice' } : told;
      const key = JSON.stringify([finding.document, finding.path, finding.rule, finding.message]);
      const known = findings.get(key) ?? finding;
      findings.set(key, known);
      paths.set(known, remark.path);
      if (isNote) {
        notes.add(known);
      }
      if (judged(remark.node.document) || (remark.about !== undefined && judged(remark.about.document))) {
        concerned.add(known);
      }
    }
  }
  // Waivers meet all findings, so that one for an object that is not judged now does not seem to be unused.
  const asked = { asked: new Set(rules.map(({ id }) => id)), known: [...everyRule.map(({ id }) => id), OUTSIDE] };
  const result = applyWaivers(withoutGivingWay([...findings.values()], rules, graph), [...waivers, ...annotatedWaivers(graph)], graph, asked);
  for (const { finding, path } of result.aboutWaivers) {
    paths.set(finding, path);
  }
  const here = (finding: Finding) => located(finding, paths.get(finding) ?? [], graph);
  const kept = result.findings.filter((finding) => concerned.has(finding));
  const aboutWaivers = result.aboutWaivers.map(({ finding }) => finding).filter(({ document }) => document < 0 || judged(document));
  return {
    // a place is looked for in the text of its document, so those of one document follow each other
    findings: [...kept.filter((finding) => !notes.has(finding)), ...aboutWaivers].sort(compareFindings).map(here),
    notes: kept.filter((finding) => notes.has(finding)).sort(compareFindings),
    placed: here,
    waived: result.waived
      .filter(({ finding }) => concerned.has(finding))
      .map(({ finding, waiver }) => ({ finding: here(finding), waiver }))
      .sort((a, b) => compareFindings(a.finding, b.finding)),
  };
}

function findingOf(rule: Rule, remark: Remark, severities: Readonly<Record<string, Severity>>, resource?: string): Finding {
  const { node, path, message, fix } = remark;
  const findingClass = remark.class ?? rule.class;
  return {
    rule: rule.id,
    severity: Object.hasOwn(severities, rule.id) ? severities[rule.id] : severityOfClass[findingClass],
    class: findingClass,
    resource: resource ?? node.resource,
    path: formatPath(path),
    message,
    ...(fix === undefined ? {} : { fix }),
    document: node.document,
  };
}

function located(finding: Finding, path: Path, graph: Graph): Finding {
  const source = graph.nodes[finding.document]?.source;
  if (source === undefined) {
    return finding;
  }
  const position = source.locate?.(path);
  return {
    ...finding,
    ...(source.file === undefined ? {} : { file: source.file }),
    ...(source.template === undefined ? {} : { template: source.template }),
    ...(position === undefined ? {} : { line: position.line, column: position.column }),
  };
}
