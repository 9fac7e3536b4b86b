import { fenced, table } from './markdown';
import type { Blocks } from './markers';
import { lint } from '../../src/cli/commands/lint';
import { readGraph } from '../../src/graph/graph';
import { readYaml } from '../../src/manifests/yaml';
import { formatJson } from '../../src/report/findings/json';
import { summaryOf } from '../../src/report/findings/lint-report';
import type { LintReport } from '../../src/report/findings/lint-report';
import { formatText } from '../../src/report/findings/text';
import { judgeWithWaivers } from '../../src/rules/judge';

const FILE = 'rollout.yaml';
const YAML = `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: checkout
  namespace: shop
  annotations:
    rolloutkit.dev/waive: |
      weights-reachable: production runs 20 replicas
spec:
  replicas: 5
  selector:
    matchLabels: { app: checkout }
  template:
    metadata:
      labels: { app: checkout }
    spec:
      containers:
        - name: main
          image: registry.example/checkout:1.4.2
  strategy:
    canary:
      steps:
        - setWeight: 25
        - pause: { duration: 5m }
        - setWeight: 20
`;

/** A run over a file, as the command line does it. */
export function lintBlocks(): Blocks {
  const { documents } = readYaml(YAML, FILE);
  const graph = readGraph(documents);
  const report: LintReport = {
    ...judgeWithWaivers(graph),
    version: '0.0.0',
    objects: graph.nodes.map(({ resource, document }) => ({ resource, file: FILE, document })),
    baselined: 0,
    rules: [],
  };
  const words = [...report.waived.map(({ finding, waiver }) => `waived  ${finding.resource}  ${finding.rule}: ${waiver.reason}`), summaryOf(report)];
  return {
    'lint-input': fenced('yaml', YAML),
    'lint-text': fenced('text', `${formatText(report, { sourceOf: () => YAML, color: false })}${words.join('\n')}`),
    'lint-options': table(['option', ''], Object.entries(lint.options).map(([name, { short, value, help }]) => [
      `\`${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}\``, help,
    ])),
    'lint-json': fenced('json', formatJson(report)),
  };
}
