import { cdk8s, JsonFile } from 'projen';
import { ARCHITECTURE } from './floors';

/** Checks of the code's shape. Each says what to do: the texts for eslint and knip stand in scripts/lint. */
export function configureLint(project: cdk8s.ConstructLibraryCdk8s): void {
  configureEslint(project);
  new JsonFile(project, '.dependency-cruiser.json', { obj: ARCHITECTURE, marker: false });
  new JsonFile(project, 'knip.json', { obj: UNUSED, marker: false });

  const architecture = project.addTask('lint:architecture', {
    description: 'Floors, cycles and frameworks: who may import whom',
    exec: 'depcruise --config .dependency-cruiser.json --output-type err-long src',
  });
  const unused = project.addTask('lint:unused', {
    description: 'Exports, files and dependencies that nothing uses',
    exec: 'knip --no-progress --no-config-hints --reporter ./scripts/lint/unused-reporter.mjs',
  });
  const lint = project.addTask('lint', { description: 'All checks of the code\'s shape' });
  lint.spawn(project.eslint!.eslintTask);
  lint.spawn(architecture);
  lint.spawn(unused);
  project.testTask.spawn(architecture);
  project.testTask.spawn(unused);
}

const MAX_LINES = 300;

function configureEslint(project: cdk8s.ConstructLibraryCdk8s): void {
  const eslint = project.eslint!;
  eslint.addRules({
    'max-lines': ['error', { max: MAX_LINES }],
    // As an error: a warning that never fails only teaches to overlook warnings.
    'import/order': ['error', {
      groups: ['builtin', 'external'],
      alphabetize: { order: 'asc', caseInsensitive: true },
      // In tests and examples our own name stands where a user would write it.
      pathGroups: [{ pattern: 'rolloutkit{,/**}', group: 'external' }],
      pathGroupsExcludedImportTypes: [],
    }],
    // A name that a consumer of the package would use, resolved by the type check and by jest.
    'import/no-unresolved': ['error', { ignore: ['^rolloutkit(/pulumi)?$'] }],
  });
  eslint.addOverride({ files: ['src/**/*.ts'], rules: { '@typescript-eslint/no-explicit-any': 'error' } });
  eslint.addOverride({
    files: ['src/index.ts'],
    rules: {
      'no-restricted-syntax': ['error', {
        selector: 'Program > :not(ExportAllDeclaration, ExportNamedDeclaration[source])',
        message: "src/index.ts only lists what is public: move this into the file of its concept and export it from there with `export ... from './...'`.",
      }],
    },
  });
  // Loading these at the first use keeps the import of the package cheap.
  eslint.addOverride({
    files: [
      'src/cli/**/*.ts', 'src/constructs/**/*.ts', 'src/rules/**/*.ts', 'src/promql/**/*.ts', 'src/schema/kinds.ts',
      'src/engines/argo/version-gaps.ts', 'src/engines/render.ts',
    ],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  });
  eslint.allowDevDeps('examples/**');
  eslint.allowDevDeps('conformance/**');
}

/** What knip takes as a start; everything that none of these reaches is unused. */
const UNUSED = {
  // The commands of the release workflow come with the step that runs them.
  exclude: ['binaries'],
  entry: [
    'src/index.ts', 'src/pulumi/index.ts', 'src/pulumi/plugin/index.ts', 'src/cli/main.ts',
    'test/**/*.test.ts', 'test/specimens/*.ts', 'examples/**/main.ts', 'examples/*/pulumi/index.ts',
    // one generated file runs, and what it alone imports is used
    'src/pulumi/arguments/shapes.generated.ts',
    'conformance/pulumi/{play,stack}-run.ts', 'conformance/pulumi/programs/*.ts', 'conformance/pulumi/languages/typescript/index.ts',
    'conformance/scenarios/oracle/programs-run.ts', 'test/engines/neutral-run.ts',
    'conformance/scenarios/oracle/differential-run.ts', 'conformance/scenarios/oracle/record-verdicts.ts',
    '.projenrc.ts', 'scripts/**/*.{mjs,cjs}', 'bench/*.mjs', 'test/crds/*.mjs', 'conformance/run.ts', 'tools/**/*.{ts,mjs}',
  ],
  project: ['src/**/*.ts', 'test/**/*.ts', 'examples/**/*.ts', 'conformance/**/*.ts', 'projenrc/**/*.ts', '!**/*.generated.ts'],
  paths: { 'rolloutkit': ['./src/index.ts'], 'rolloutkit/pulumi': ['./src/pulumi/index.ts'] },
  ignoreExportsUsedInFile: { interface: true, type: true },
  // Called by projen's tasks, or needed by a tool that names them in a configuration only.
  ignoreDependencies: [
    '@types/jest', 'commit-and-tag-version', 'dependency-cruiser', 'eslint-import-resolver-typescript', 'jsii', 'jsii-diff', 'jsii-docgen', 'jsii-pacmak', 'jsii-rosetta', 'ts-node',
    // Peers of the PromQL grammar: bundled because npm does not bundle peers.
    '@lezer/common', '@lezer/highlight',
  ],
};
