import { readGraph } from '../../graph/graph';
import { codeOf } from '../../input/file-text';
import { argoVersions, isArgoVersion, newestArgo } from '../../manifests/argo-versions';
import { isDnsLabel } from '../../manifests/names';
import type { YamlDocument } from '../../manifests/yaml';
import { countOf, summaryOf } from '../../report/findings/lint-report';
import type { LintReport } from '../../report/findings/lint-report';
import { plain } from '../../report/findings/plain';
import { everyDescription } from '../../rules/every-description';
import { everyRule } from '../../rules/every-rule';
import { compareFindings, formatFinding } from '../../rules/finding';
import type { Finding } from '../../rules/finding';
import { judgeWithWaivers } from '../../rules/judge';
import { versionRule } from '../../rules/version-rule';
import { WAIVER_ANNOTATION } from '../../rules/waiver';
import { counted } from '../../rules/wording';
import type { Arguments } from '../arguments';
import { compareWithBaseline, formatBaseline, readBaseline } from '../baseline';
import type * as clusterObjects from '../cluster/cluster-objects';
import type { Command } from '../command';
import { readDocuments } from '../documents';
import { findFiles } from '../files';
import { exitCodes, UsageError } from '../io';
import type { Io } from '../io';
import { reportFormats, writeReport } from '../report-formats';
import { findingClasses, readRuleChoice } from '../rule-choice';
import type { RuleChoice } from '../rule-choice';
import { readWaiverFile } from '../waiver-file';
import { readElsewhere } from '../with-files';

const TEXT = `
Judges Kubernetes manifests in YAML or JSON: Rollouts and Experiments of Argo Rollouts, their analysis templates, Services, routes,
autoscalers and budgets. A FILE is a file, a folder (every *.yaml, *.yml and *.json in it), a pattern in quotes ('apps/**/*.yaml'),
or - for standard input. Objects that name each other may stand in different files.

Errors end the run with 1: what is refused by the controller, and what is accepted and cannot work. Warnings and infos do not,
unless --max-warnings says so. An object may say in its annotation ${WAIVER_ANNOTATION} what is accepted:
"weights-reachable: production has 20 replicas", one rule a line.
`;

/** A folder of rollouts without its Services has some for each; --format json has all of them. */
const MOST_NOTES = 10;

export const lint: Command = {
  name: 'lint',
  takes: 'FILE [FILE...]',
  text: TEXT,
  completes: 'files',
  options: {
    'format': { value: 'FORMAT', choices: reportFormats, help: `${reportFormats.join(', ')} (default text)` },
    'rule': { value: 'RULE', list: true, completes: 'rules', help: 'ask this rule only; may be given several times, or with commas' },
    'ignore': { value: 'RULE', list: true, completes: 'rules', help: 'ask all rules but this one' },
    'class': { value: 'CLASS', list: true, choices: findingClasses, help: `tell findings of this class only: ${findingClasses.join(', ')}` },
    'max-warnings': { value: 'NUMBER', help: 'end with 1 when there are more warnings than this' },
    'complete': { help: 'the input is everything there is: an object that is named and not in it does not exist, which is an error' },
    'with': { value: 'FILE|cluster', list: true, completes: 'files', help: 'objects owned elsewhere: read, from files or by kubectl from the cluster, so that they are known, and not judged' },
    'context': { value: 'CONTEXT', help: 'which cluster --with cluster reads, as for kubectl (default the current context)' },
    'namespace': { value: 'NAMESPACE', short: 'n', help: 'where it looks for what objects without a namespace name, as for kubectl (default that of the context)' },
    'waivers': { value: 'FILE', completes: 'files', help: 'a YAML list of { rule, resource, reason }: findings that are accepted, and why' },
    'baseline': { value: 'FILE', completes: 'files', help: 'findings that were there before: they are not told' },
    'write-baseline': { help: 'write what is found now to the file of --baseline, and end with 0' },
    'argo-version': { value: 'VERSION', choices: argoVersions, help: `the release of Argo Rollouts in the cluster: ${argoVersions.join(', ')} (default ${newestArgo})` },
    'color': { value: 'WHEN', choices: ['auto', 'always', 'never'], help: 'always, never, or auto: on a terminal, unless NO_COLOR is set (default auto)' },
  },
  examples: [
    'rolloutkit lint rollout.yaml',
    'rolloutkit lint deploy/ --complete',
    "rolloutkit lint 'apps/**/*.yaml' --with platform/",
    'rolloutkit lint rollout.yaml --with cluster --context staging',
    'helm template . | rolloutkit lint -',
    'kustomize build overlays/production | rolloutkit lint - --class refused,broken',
    'rolloutkit lint deploy/ --format sarif > rolloutkit.sarif',
    'rolloutkit lint deploy/ --baseline known.json --write-baseline',
  ],
  run: async (args, io) => {
    const settings = readSettings(args);
    const files = await findFiles(args.positionals, io);
    const read = await readDocuments(files, io);
    const elsewhere = await readElsewhere(args.values('with').filter((each) => each !== CLUSTER), files, io);
    const cluster = settings.cluster === undefined ? undefined : await readCluster(settings.cluster, read.documents, elsewhere, io);
    const waivers = settings.waivers === undefined ? [] : await readWaiverFile(settings.waivers, io);
    const { choice } = settings;

    const graph = readGraph([...read.documents, ...elsewhere, ...cluster?.documents ?? []]);
    const judgement = judgeWithWaivers(graph, {
      complete: args.has('complete'),
      alsoSeen: cluster?.name,
      unread: cluster?.unread,
      judged: (document) => document < read.documents.length,
      rules: [...everyRule, versionRule(settings.version)].filter(({ id }) => choice.asks(id)),
      waivers: waivers.filter(({ rule }) => choice.asks(rule)),
    });
    const found = [...read.findings, ...judgement.findings].filter((finding) => choice.tells(finding)).sort(compareFindings);
    [...read.words, ...cluster?.words ?? []].forEach((word) => io.err(`${plain(word)}\n`));

    if (args.has('write-baseline')) {
      await writeBaseline(settings.baseline!, formatBaseline(found), io);
      io.err(`wrote ${counted(found.length, 'finding')} to ${settings.baseline}\n`);
      return exitCodes.fine;
    }
    const baseline = settings.baseline === undefined ? new Map<string, number>() : await readBaseline(settings.baseline, io);
    const { fresh, held, gone } = compareWithBaseline(found, baseline);
    const notes = judgement.notes.filter(({ rule }) => choice.asks(rule));
    const format = args.value('format') ?? 'text';
    const report: LintReport = {
      version: io.version,
      objects: graph.nodes.slice(0, read.documents.length).map(({ resource, source, document }) => ({ resource, file: source.file, document })),
      findings: fresh,
      notes: format === 'json' ? notes.map((note) => judgement.placed(note)) : notes,
      waived: judgement.waived,
      baselined: held,
      rules: everyDescription,
    };
    await writeReport(format, report, settings.color ?? io.color, io);
    const hint = args.has('complete') ? '' : ', or say --complete if there are no others';
    tellNotes(notes.length, notes.slice(0, MOST_NOTES).map((note) => judgement.placed(note)), { lookedIn: cluster?.name, hint }, io);
    tellBeside(report, gone, io);
    return exitCodeOf(report, settings.maxWarnings, io);
  },
};

/** What `--with` takes beside files. A file of that name is `./cluster`. */
const CLUSTER = 'cluster';

interface Settings {
  readonly version: typeof newestArgo;
  readonly choice: RuleChoice;
  readonly maxWarnings?: number;
  readonly color?: boolean;
  readonly waivers?: string;
  readonly baseline?: string;
  /** The cluster to read, if one was asked for. */
  readonly cluster?: clusterObjects.ClusterChoice;
}

/** What the options say, checked before anything is read. */
function readSettings(args: Arguments): Settings {
  if (args.positionals.length === 0) {
    throw new UsageError('lint: name at least one file or folder, or - for standard input');
  }
  const version = args.value('argo-version') ?? newestArgo;
  if (!isArgoVersion(version)) {
    throw new UsageError(`lint: --argo-version must be one of ${argoVersions.join(', ')}, got ${version}`);
  }
  const most = args.value('max-warnings');
  if (most !== undefined && !/^\d{1,9}$/.test(most)) {
    throw new UsageError(`lint: --max-warnings must be a whole number, got ${most}`);
  }
  const baseline = args.value('baseline');
  if (args.has('write-baseline') && baseline === undefined) {
    throw new UsageError('lint: --write-baseline needs a file to write to: --baseline FILE');
  }
  const asksCluster = args.values('with').includes(CLUSTER);
  const alone = ['context', 'namespace'].find((option) => args.has(option));
  if (alone !== undefined && !asksCluster) {
    throw new UsageError(`lint: --${alone} is about the cluster, which is asked for by --with cluster`);
  }
  const namespace = args.value('namespace');
  if (namespace !== undefined && !isDnsLabel(namespace)) {
    throw new UsageError(`lint: --namespace must be the name of a namespace, got ${namespace}`);
  }
  const color = args.value('color') ?? 'auto';
  return {
    version,
    choice: readRuleChoice('lint', args),
    maxWarnings: most === undefined ? undefined : Number(most),
    color: color === 'auto' ? undefined : color === 'always',
    waivers: args.value('waivers'),
    baseline,
    cluster: asksCluster ? { context: args.value('context'), namespace } : undefined,
  };
}

/** Loaded when it is asked for. */
function readCluster(
  choice: clusterObjects.ClusterChoice, judged: readonly YamlDocument[], elsewhere: readonly YamlDocument[], io: Io,
): Promise<clusterObjects.ClusterObjects> {
  const module = require('../cluster/cluster-objects') as typeof clusterObjects;
  return module.readCluster(choice, readGraph(judged), readGraph([...judged, ...elsewhere]), io);
}

/** What may be elsewhere. */
function tellNotes(count: number, first: readonly Finding[], { lookedIn, hint }: { lookedIn?: string; hint: string }, io: Io): void {
  first.forEach((note) => io.err(`${plain(formatFinding(note)).replace(/^info/, 'note')}\n`));
  if (count > 0) {
    const more = count > first.length ? ` (${count - first.length} more than shown)` : '';
    const where = lookedIn === undefined ? 'not in the input' : `neither in the input nor read in ${lookedIn}`;
    io.err(`${counted(count, 'object')} named and ${where}${more}: name their files with --with${hint}\n`);
  }
}

/** What is not the product: what was accepted, and how much there is of everything. */
function tellBeside(report: LintReport, gone: number, io: Io): void {
  const { waived } = report;
  waived.forEach(({ finding, waiver }) => io.err(`${plain(`waived  ${finding.resource}  ${finding.rule}: ${waiver.reason.replace(/\s+/g, ' ')}`)}\n`));
  if (gone > 0) {
    io.err(`${counted(gone, 'finding')} of the baseline ${gone === 1 ? 'is' : 'are'} gone: write it anew with --write-baseline\n`);
  }
  io.err(`${summaryOf(report)}\n`);
}

function exitCodeOf({ findings }: LintReport, maxWarnings: number | undefined, io: Io): number {
  const warnings = countOf(findings, 'warning');
  const tooMany = maxWarnings !== undefined && warnings > maxWarnings;
  if (tooMany) {
    io.err(`${counted(warnings, 'warning')}, and --max-warnings allows ${maxWarnings}\n`);
  }
  return tooMany || countOf(findings, 'error') > 0 ? exitCodes.findings : exitCodes.fine;
}

async function writeBaseline(path: string, text: string, io: Io): Promise<void> {
  await io.writeFile(path, text).catch((error: unknown) => {
    throw new UsageError(`${path}: cannot be written${codeOf(error) === '' ? '' : ` (${codeOf(error)})`}`);
  });
}
