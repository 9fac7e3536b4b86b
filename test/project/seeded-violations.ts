interface Violation {
  readonly task: 'eslint' | 'lint:architecture' | 'lint:unused';
  readonly rule: string;
  /** What the message tells the author to do. */
  readonly advice: string;
}

/** One file that a check has to judge: with the violation it has to report, or none. */
interface Seed {
  readonly what: string;
  readonly file: string;
  readonly source: string;
  readonly breaks?: Violation;
}

const lines = (count: number) => `export {};\n${'// one more\n'.repeat(count - 1)}`;
const architecture = (rule: string, advice: string): Violation => ({ task: 'lint:architecture', rule, advice });
const unused = (rule: string, advice: string): Violation => ({ task: 'lint:unused', rule, advice });
const eslint = (rule: string, advice: string): Violation => ({ task: 'eslint', rule, advice });

/** A tree of sources in the shape of ours, in which every check has something to find. */
export const SEEDS: readonly Seed[] = [
  {
    what: 'a file of 301 lines',
    file: 'src/rules/long.ts',
    source: lines(301),
    breaks: eslint('max-lines', 'Which concept should move out?'),
  },
  {
    what: 'a file of 300 lines',
    file: 'src/rules/short.ts',
    source: lines(300),
  },
  {
    what: 'a generated file of 301 lines',
    file: 'src/manifests/crd.generated.ts',
    source: lines(301),
  },
  {
    what: 'a use of any',
    file: 'src/rules/loose.ts',
    source: 'export const loose: any = 1;\n',
    breaks: eslint('@typescript-eslint/no-explicit-any', 'Name the type that is meant'),
  },
  {
    what: 'code in the index',
    file: 'src/index.ts',
    source: "export * from './rules/known';\nexport const extra = 1;\n",
    breaks: eslint('no-restricted-syntax', 'only lists what is public'),
  },
  {
    what: 'a lazy load outside the folders that may',
    file: 'src/plan/lazy.ts',
    source: "export const lazy = () => require('./timeline');\n",
    breaks: eslint('@typescript-eslint/no-require-imports', 'Write an import.'),
  },
  {
    what: 'a floor below',
    file: 'src/rules/known.ts',
    source: "export { name } from '../manifests/name';\n",
  },
  {
    what: 'plain data',
    file: 'src/manifests/name.ts',
    source: "export const name = 'name';\nexport const unwanted = 1;\n",
    breaks: unused('unused-exports', 'drop the word `export`'),
  },
  {
    what: 'a file that nothing imports',
    file: 'src/plan/timeline.ts',
    source: 'export const timeline = [];\n',
    breaks: unused('unused-files', 'use it, or delete it'),
  },
  // A circle is reported once, at its first file.
  {
    what: 'two files that import types of each other',
    file: 'src/graph/edge.ts',
    source: "import type { Node } from './node';\nexport interface Edge { readonly node: Node }\n",
    breaks: architecture('no-cycle', 'Move what both need into a file of its own'),
  },
  {
    what: 'the file on the other side of the circle',
    file: 'src/graph/node.ts',
    source: "import type { Edge } from './edge';\nexport interface Node { readonly edge: Edge }\n",
  },
  {
    what: 'an import from a floor above',
    file: 'src/intent/upwards.ts',
    source: "export * from '../rules/known';\n",
    breaks: architecture('floor-of-intent', 'src/intent may import only manifests,'),
  },
  {
    what: 'a type import from a floor above',
    file: 'src/graph/upwards.ts',
    source: "import type { x } from '../rules/known';\nexport type Y = typeof x;\n",
    breaks: architecture('floor-of-graph', 'src/graph may import only manifests,'),
  },
  {
    what: 'a lazy load from a floor above',
    file: 'src/promql/upwards.ts',
    source: "export const up = () => require('../cli/main');\n",
    breaks: architecture('floor-of-promql', 'src/promql may import nothing else of ours'),
  },
  {
    what: 'a neighbour on the lowest floor',
    file: 'src/statistics/sideways.ts',
    source: "export * from '../manifests/name';\n",
    breaks: architecture('floor-of-statistics', 'Move the shared piece to a floor below both'),
  },
  {
    what: 'a neighbour among the values',
    file: 'src/traffic/sideways.ts',
    source: "export * from '../strategy/ramp';\n",
    breaks: architecture('floor-of-traffic', 'src/traffic may import only intent,'),
  },
  {
    what: 'a value that uses the intent',
    file: 'src/strategy/ramp.ts',
    source: "export * from '../intent/upwards';\n",
  },
  {
    what: 'a neighbour on floor 2',
    file: 'src/plan/sideways.ts',
    source: "export * from '../rules/known';\n",
    breaks: architecture('floor-of-plan', 'src/plan may import only'),
  },
  {
    what: 'a report from the compiler',
    file: 'src/compile.ts',
    source: "export * from './report/table';\n",
    breaks: architecture('floor-of-compile', 'src/compile.ts may import only'),
  },
  {
    what: 'the compiler from a report',
    file: 'src/report/table.ts',
    source: "export * from '../compile';\n",
    breaks: architecture('floor-of-report', 'src/report may import only'),
  },
  {
    what: 'a neighbour on the highest floor',
    file: 'src/constructs/sideways.ts',
    source: "export * from '../cli/main';\n",
    breaks: architecture('floor-of-constructs', 'src/constructs may import only'),
  },
  {
    what: 'the command line',
    file: 'src/cli/main.ts',
    source: "import { readFileSync } from 'node:fs';\nimport * as compiler from '../compile';\nexport { compiler, readFileSync };\n",
  },
  {
    what: 'a module of Node below the command line',
    file: 'src/rules/reads.ts',
    source: "export { readFileSync } from 'node:fs';\n",
    breaks: architecture('node-only-in-cli', 'Pass the value in from the caller'),
  },
  {
    what: 'cdk8s at run time on floor 1',
    file: 'src/telemetry/runs.ts',
    source: "import { Duration } from 'cdk8s';\nexport const now = Duration.seconds(1);\n",
    breaks: architecture('cdk8s-types-only-on-floor-1', 'import type'),
  },
  {
    what: 'types of cdk8s on floor 1',
    file: 'src/telemetry/names.ts',
    source: "import type { Duration } from 'cdk8s';\nexport type Hold = Duration;\n",
  },
  {
    what: 'types of cdk8s-plus on floor 1',
    file: 'src/hooks/plus.ts',
    source: "import type { Service } from 'cdk8s-plus-28';\nexport type S = Service;\n",
    breaks: architecture('constructs-stay-above-floor-1', 'hand down its name'),
  },
  {
    what: 'types of constructs on floor 2',
    file: 'src/engines/tree.ts',
    source: "import type { Construct } from 'constructs';\nexport type C = Construct;\n",
    breaks: architecture('cdk8s-only-in-constructs', 'Take the construct there'),
  },
  {
    what: 'Pulumi outside its folder',
    file: 'src/constructs/cloud.ts',
    source: "export { output } from '@pulumi/pulumi';\n",
    breaks: architecture('pulumi-only-in-pulumi', 'opaque token'),
  },
  {
    what: 'cdk8s in the constructs',
    file: 'src/constructs/chart.ts',
    source: "export { Chart } from 'cdk8s';\nexport { Construct } from 'constructs';\n",
  },
  {
    what: 'an import of the index',
    file: 'src/operate/index-user.ts',
    source: "export * from '../index';\n",
    breaks: architecture('nothing-imports-index', 'Import the file that defines the thing'),
  },
  {
    what: 'a folder of no floor',
    file: 'src/utils/strings.ts',
    source: "export * from '../manifests/name';\n",
    breaks: architecture('known-folder', 'projenrc/floors.ts'),
  },
  {
    what: 'a misspelt import',
    file: 'src/convert/typo.ts',
    source: "export * from '../manifests/nmae';\n",
    breaks: architecture('import-resolves', 'Correct the path'),
  },
];
