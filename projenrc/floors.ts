/**
 * The floors of docs/architecture.md: imports go down only, and no folder imports a neighbour.
 * A new folder under src gets its line here, or nothing in it may be imported.
 */
const FLOOR_0 = ['manifests', 'schema', 'statistics', 'promql', 'expressions', 'pod-counts'];
const VALUES = ['strategy', 'traffic', 'metrics', 'analyses', 'telemetry', 'hooks', 'controllers'];
const FLOOR_1 = ['intent', 'graph', ...VALUES];
const FLOOR_2 = ['engines', 'rules', 'plan'];
const FLOOR_3 = ['compile.ts', 'release', 'report', 'convert', 'operate', 'input'];
const FLOOR_4 = ['constructs', 'pulumi', 'cli'];

const below1 = FLOOR_0;
const below2 = [...FLOOR_1, ...FLOOR_0];
const below3 = [...FLOOR_2, ...below2];
const below4 = [...FLOOR_3, ...below3];

/** For every folder (or file) directly under src, what else under src it may import. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  ...each(FLOOR_0, []),
  ...each(['intent', 'graph'], below1),
  ...each(VALUES, ['intent', ...below1]),
  ...each(FLOOR_2, below2),
  ...each(FLOOR_3, below3),
  ...each(FLOOR_4, below4),
};

function each(folders: readonly string[], allowed: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(folders.map((folder) => [folder, allowed]));
}

/** `src/manifests/`, `src/compile.ts`: a pattern for one entry under src, or for any of several. */
function under(...entries: readonly string[]): string {
  const patterns = entries.map((entry) => (entry.endsWith('.ts') ? `${entry.replace('.', '\\.')}$` : `${entry}/`));
  return `^src/(?:${patterns.join('|')})`;
}

function floorRule(entry: string, allowed: readonly string[]): object {
  const list = allowed.length === 0 ? 'nothing else of ours' : `only ${allowed.join(', ')}`;
  return {
    name: `floor-of-${entry.replace('.ts', '')}`,
    severity: 'error',
    comment: `src/${entry} may import ${list}. Move the shared piece to a floor below both, `
      + 'or let the caller one floor up fetch it and pass it in as plain data. The floors: docs/architecture.md.',
    from: { path: under(entry) },
    to: { path: '^src/', pathNot: under(entry, ...allowed) },
  };
}

/** The name of a package as it is resolved (under node_modules) or, where it is not installed, as it is written. */
function packages(...names: readonly string[]): string {
  return `(?:^|node_modules/)(?:${names.join('|')})(?:/|$)`;
}

const CDK8S_FAMILY = packages('cdk8s', 'cdk8s-plus-28', 'constructs');

const FRAMEWORK_RULES = [
  {
    name: 'cdk8s-only-in-constructs',
    severity: 'error',
    comment: 'Only src/constructs knows cdk8s. Take the construct there and hand down what is needed of it (its name, its namespace) as plain data. '
      + "On floor 1 `import type { Duration } from 'cdk8s'` is fine: it leaves nothing behind at run time.",
    from: { path: '^src/', pathNot: [under('constructs', 'index.ts'), under('release', ...FLOOR_1)] },
    to: { path: CDK8S_FAMILY },
  },
  {
    name: 'cdk8s-types-only-on-floor-1',
    severity: 'error',
    comment: "Floor 1 may name types of cdk8s but must run without it: write `import type { ... } from 'cdk8s'`, "
      + 'and leave everything that creates or reads a construct to src/constructs.',
    from: { path: under('release', ...FLOOR_1) },
    to: { path: CDK8S_FAMILY, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'constructs-stay-above-floor-1',
    severity: 'error',
    comment: 'Of the cdk8s family floor 1 may name the types of cdk8s itself only. Take the construct in src/constructs and hand down its name and namespace.',
    from: { path: under('release', ...FLOOR_1) },
    to: { path: packages('cdk8s-plus-28', 'constructs') },
  },
  {
    name: 'pulumi-only-in-pulumi',
    severity: 'error',
    comment: 'Only src/pulumi knows Pulumi. A value that is not known yet travels through the other floors as an opaque token.',
    from: { path: '^src/', pathNot: under('pulumi') },
    to: { path: packages('@pulumi/[^/]+') },
  },
  {
    name: 'node-only-in-cli',
    severity: 'error',
    comment: 'Only src/cli may import modules of Node, and what asks kubectl or reads manifests for components of Pulumi: the library reads no file, clock or environment. '
      + 'Pass the value in from the caller.',
    from: { path: '^src/', pathNot: [under('cli'), '^src/pulumi/(?:registering/kubectl|compiling/manifest-files)\\.ts$'] },
    to: { dependencyTypes: ['core'] },
  },
];

const SHAPE_RULES = [
  {
    name: 'no-cycle',
    severity: 'error',
    comment: 'These files import each other in a circle (type imports count). Move what both need into a file of its own that imports neither.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'nothing-imports-index',
    severity: 'error',
    comment: 'src/index.ts is for users of the package. Import the file that defines the thing instead.',
    from: { path: '^src/' },
    to: { path: '^src/index\\.ts$' },
  },
  {
    name: 'known-folder',
    severity: 'error',
    comment: 'This file stands in no folder of a floor. Move it to the folder of its concept, or give the new folder its line in projenrc/floors.ts.',
    from: { path: '^src/', pathNot: under('index.ts', ...Object.keys(MAY_IMPORT)) },
    to: {},
  },
  {
    name: 'import-resolves',
    severity: 'error',
    comment: 'No such module. Correct the path, or add the package to .projenrc.ts with its reason in docs/dependencies.md.',
    from: { path: '^src/' },
    to: { couldNotResolve: true },
  },
];

/** The configuration of dependency-cruiser; its errors print the comment of the rule that was broken. */
export const ARCHITECTURE = {
  forbidden: [
    ...Object.entries(MAY_IMPORT).map(([entry, allowed]) => floorRule(entry, allowed)),
    ...FRAMEWORK_RULES,
    ...SHAPE_RULES,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Without this, imports of types alone are invisible.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    // The lazy loads in a few files are imports as well.
    moduleSystems: ['es6', 'cjs'],
  },
};
