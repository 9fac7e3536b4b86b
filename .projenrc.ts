import { cdk8s, javascript } from 'projen';
import { configureConformance } from './projenrc/conformance';
import { configureLint } from './projenrc/lint';
import { configurePackage } from './projenrc/package';
import { configureRepository } from './projenrc/repository';
import { configureTasks } from './projenrc/tasks';

const project = new cdk8s.ConstructLibraryCdk8s({
  // Identity
  name: 'rolloutkit',
  description: 'Progressive delivery for Kubernetes as typed code: Argo Rollouts from cdk8s constructs, gated and checked',
  keywords: ['progressive-delivery', 'canary', 'argo-rollouts', 'kubernetes'],
  author: 'The rolloutkit authors',
  authorOrganization: true,
  authorAddress: 'https://github.com/rolloutkit',
  repositoryUrl: 'https://github.com/rolloutkit/rolloutkit.git',
  defaultReleaseBranch: 'main',
  majorVersion: 0,
  stability: 'experimental',
  license: 'Apache-2.0',
  copyrightOwner: 'The rolloutkit authors',

  // Toolchain. jsii 5.9 ships with TypeScript 5.9; a newer compiler in the same tree would disagree with it.
  packageManager: javascript.NodePackageManager.NPM,
  projenVersion: '^0.103.25',
  projenrcTs: true,
  jsiiVersion: '~5.9.0',
  typescriptVersion: '~5.9.0',
  minNodeVersion: '20.16.0',
  workflowNodeVersion: '22',

  // Dependencies; docs/dependencies.md gives the reason for each.
  // projen installs the lowest version of a peer's range, so a range has to start at a published version.
  cdk8sVersion: '2.70.0',
  constructsVersion: '10.4.0',
  peerDeps: ['cdk8s-plus-28@^2.5.6'],
  // npm bundles the dependencies of a bundled package but not its peers: every @lezer package is named.
  bundledDeps: [
    '@lezer/common@^1.2.0',
    '@lezer/highlight@^1.2.0',
    '@lezer/lr@^1.4.0',
    '@prometheus-io/lezer-promql@^0.315.0',
  ],
  devDeps: [
    '@pulumi/kubernetes@^4.24.0',
    '@pulumi/pulumi@^3.200.0',
    '@types/node@^20',
    'dependency-cruiser@^17.3.0',
    'fast-check@^4.0.0',
    // knip 5.56 and later resolve modules with a native binary per platform; see docs/dependencies.md.
    'knip@~5.55.0',
    'yaml@^2.9.0',
  ],
  bin: { rolloutkit: 'lib/cli/rolloutkit.js' },

  // Tests. ts-jest only transpiles (isolatedModules), so types are checked by a task of their own.
  jestOptions: {
    jestVersion: '^29',
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    passWithNoTests: false,
    junitReporting: false,
    coverageText: false,
    extraCliOptions: ['--json', '--outputFile=test-results.json'],
    jestConfig: {
      collectCoverage: false,
      maxWorkers: 2,
      // What hangs has to end; what is asked in 5 s on an idle machine may take longer on a busy one.
      testTimeout: 30_000,
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      globalSetup: '<rootDir>/test/temporary/setup.ts',
      globalTeardown: '<rootDir>/test/temporary/teardown.ts',
      moduleNameMapper: { '^rolloutkit$': '<rootDir>/src/index.ts', '^rolloutkit/pulumi$': '<rootDir>/src/pulumi/index.ts' },
      // Build products hold second copies of package.json, and jest would complain about the duplicate name.
      modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/lib/'],
    },
  },
  // Source maps of sources that are not shipped only make the package slower to load.
  tsconfig: { compilerOptions: { types: ['node'], inlineSourceMap: false, inlineSources: false } },
  tsconfigDev: {
    // Everything beside src, so one run of the compiler checks it all.
    include: ['../src/**/*.ts', '../examples/**/*.ts', '../conformance/**/*.ts', '../.projenrc.ts', '../projenrc/**/*.ts'],
    compilerOptions: {
      types: ['jest', 'node'],
      baseUrl: '..',
      // A consumer's import, checked against the sources: no build is needed before the tests.
      paths: { 'rolloutkit': ['./src/index.ts'], 'rolloutkit/pulumi': ['./src/pulumi/index.ts'] },
    },
  },
  eslintOptions: {
    dirs: ['src'],
    devdirs: ['test', 'examples', 'conformance'],
    projectService: true,
    // A test run that rewrites sources hides what it found. `npx projen eslint --fix` mends.
    commandOptions: { fix: false, extraArgs: ['--format', './scripts/lint/eslint-formatter.cjs'] },
  },

  // Publishing
  publishToPypi: { distName: 'rolloutkit', module: 'rolloutkit' },
  publishToMaven: { javaPackage: 'dev.rolloutkit', mavenGroupId: 'dev.rolloutkit', mavenArtifactId: 'rolloutkit' },
  publishToGo: { moduleName: 'github.com/rolloutkit/rolloutkit-go', packageName: 'rolloutkit' },
  publishToNuget: { dotNetNamespace: 'RolloutKit', packageId: 'RolloutKit' },

  // Repository
  githubOptions: { mergify: false, pullRequestLint: true },
  // The job that pushes generated files back needs a token; CI fails on a difference instead.
  buildWorkflowOptions: { mutableBuild: false },
  depsUpgrade: false,
  pullRequestTemplate: false,
  sampleCode: false,
  integrationTestAutoDiscover: false,
  readme: { contents: '# rolloutkit\n' },
});

configurePackage(project);
configureTasks(project);
configureLint(project);
configureRepository(project);
configureConformance(project);

project.synth();
