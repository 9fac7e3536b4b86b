import { parseArgs } from 'node:util';
import { readGraph } from '../../graph/graph';
import { argoVersions, isArgoVersion, newestArgo } from '../../manifests/argo-versions';
import { readYaml } from '../../manifests/yaml';
import type { YamlDocument } from '../../manifests/yaml';
import { everyRule } from '../../rules/every-rule';
import { formatFinding } from '../../rules/finding';
import type { Finding } from '../../rules/finding';
import { judge } from '../../rules/judge';
import { versionRule } from '../../rules/version-rule';
import type { Command } from '../command';
import { nameOf, readInput } from '../input';
import { exitCodes, UsageError } from '../io';
import type { Io } from '../io';

const HELP = `Usage: rolloutkit lint FILE [FILE...]

Judges Kubernetes manifests in YAML or JSON: Rollouts and Experiments of Argo Rollouts, their analysis
templates, Services, Ingresses and autoscalers. Objects that name each other may stand in different files.
A - reads standard input.

Findings go to standard output, one a line. Exit code: 0 no errors (there may be warnings),
1 at least one error, 2 an input that cannot be read or a command that makes no sense.

Options:
  --argo-version VERSION  the release of Argo Rollouts that runs in the cluster: ${argoVersions.join(' or ')} (default ${newestArgo})
  -h, --help              show this text

Examples:
  rolloutkit lint rollout.yaml
  rolloutkit lint dist/*.k8s.yaml
  helm template . | rolloutkit lint -
  kustomize build overlays/production | rolloutkit lint -
`;

/** Some Helm templates are YAML by accident, and mean nothing. */
const HELM = /\{\{-?\s*(\.(Values|Release|Chart)\.|include\s+"|if\s+\.Values\.)/;

export const lint: Command = {
  help: HELP,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { 'help': { type: 'boolean', short: 'h' }, 'argo-version': { type: 'string' } },
      allowPositionals: true,
    });
    if (values.help === true) {
      io.out(HELP);
      return exitCodes.fine;
    }
    if (positionals.length === 0) {
      throw new UsageError('lint: name at least one file, or - for standard input');
    }
    const version = values['argo-version'] ?? newestArgo;
    if (!isArgoVersion(version)) {
      throw new UsageError(`lint: --argo-version must be one of ${argoVersions.join(', ')}, got ${version}`);
    }
    const documents: YamlDocument[] = [];
    for (const argument of new Set(positionals)) {
      documents.push(...await readDocuments(argument, io));
    }
    const findings = judge(readGraph(documents), { rules: [...everyRule, versionRule(version)] });
    for (const finding of findings) {
      io.out(`${formatFinding(finding)}\n`);
    }
    io.err(`${summarize(findings, documents.length)}\n`);
    return findings.some(({ severity }) => severity === 'error') ? exitCodes.findings : exitCodes.fine;
  },
};

async function readDocuments(argument: string, io: Io): Promise<readonly YamlDocument[]> {
  const name = nameOf(argument);
  const text = await readInput(argument, io);
  const { documents, problems } = readYaml(text, name);
  if (HELM.test(text)) {
    throw new UsageError(`${name}: is a Helm template, render it first: helm template . | rolloutkit lint -`);
  }
  if (problems.length > 0) {
    const [{ line, column, message }] = problems;
    throw new UsageError(`${name}:${line}:${column}: ${message}`);
  }
  if (documents.length === 0) {
    throw new UsageError(`${name}: holds no Kubernetes object`);
  }
  return documents;
}

function summarize(findings: readonly Finding[], objects: number): string {
  const input = `${objects} object${objects === 1 ? '' : 's'}`;
  const counts = (['error', 'warning', 'info'] as const)
    .map((severity) => [findings.filter((finding) => finding.severity === severity).length, severity] as const)
    .filter(([count]) => count > 0)
    .map(([count, severity]) => severity === 'info' ? `${count} info` : `${count} ${severity}${count === 1 ? '' : 's'}`);
  return counts.length === 0 ? `nothing found in ${input}` : `${counts.join(', ')} in ${input}`;
}
