import { cdk8s, javascript } from 'projen';

/** The commands of the project: what npm runs by itself, and what a contributor types. */
export function configureTasks(project: cdk8s.ConstructLibraryCdk8s): void {
  // jsii prints a banner about Node 20 at every start; the oldest Node we support is our decision, not news.
  project.tasks.addEnvironment('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');

  // A name that is reserved in Python, Java, Go or C# is only a warning to jsii, and a broken binding to its users.
  project.compileTask.reset('jsii --fail-on-warnings');
  // Nobody needs all of the routers and metric stores: decision 17.
  project.compileTask.exec('node scripts/lazy-index.mjs');
  // Opening the files of all rules takes Node longer than judging with them.
  project.compileTask.exec('node scripts/bundle-cli.mjs');

  // Editors and eslint take the nearest tsconfig.json of a file.
  for (const folder of ['examples', 'conformance']) {
    new javascript.TypescriptConfig(project, {
      fileName: `${folder}/tsconfig.json`,
      extends: javascript.TypescriptConfigExtends.fromTypescriptConfigs([project.tsconfigDev]),
      include: ['**/*.ts'],
    });
  }

  const typecheck = project.addTask('typecheck', {
    description: 'Check the types of sources, tests, examples and project files',
    exec: 'tsc --noEmit -p test/tsconfig.json',
  });
  project.testTask.prependSpawn(typecheck);

  project.addTask('crds:types', {
    description: 'Write the types of manifests, and what is judged of their structure, from the pinned CRDs',
    steps: [{ exec: 'node tools/generate-manifest-types.mjs' }, { exec: 'node tools/generate-schemas.mjs' }],
  });

  const schema = project.addTask('pulumi:schema', {
    description: 'Write what other languages know of the Pulumi components',
    exec: 'node tools/generate-pulumi-schema.mjs',
  });

  project.addTask('pulumi:arguments', {
    description: 'Write the arguments of the Pulumi components, with their shapes and words, from the API of the constructs',
    // That API is read from what jsii says of it.
    steps: [{ spawn: project.compileTask.name }, { exec: 'node tools/generate-pulumi-arguments.mjs' }, { spawn: schema.name }],
  });

  const compatible = project.addTask('pulumi:compat', {
    description: 'What programs in other languages used of the last release and is no more',
    exec: 'node tools/check-pulumi-compatibility.mjs',
    receiveArgs: true,
  });
  project.testTask.spawn(compatible);

  project.addTask('examples', {
    description: 'Write what the examples synthesize to examples/*/expected, and the generated parts of the documents',
    exec: 'node scripts/examples.mjs',
  });

  // A change of dependencies must go through whether or not the sources compile at that moment.
  for (const install of [project.package.installTask, project.package.installCiTask]) {
    install.env('ROLLOUTKIT_INSTALL_ONLY', '1');
  }

  // npm runs this one by itself at the end of `npm ci`.
  script(project, 'prepare', 'node scripts/prepare.mjs');
  script(project, 'start', 'node scripts/start.mjs');
  script(project, 'bench', 'node bench/run.mjs');
  script(project, 'rules:coverage', 'node scripts/rules-coverage.mjs');
  script(project, 'conformance', 'node -r ./scripts/from-sources.cjs conformance/run.ts');
}

/** A script that npm runs directly, without projen's lines around its output. */
function script(project: cdk8s.ConstructLibraryCdk8s, name: string, command: string): void {
  project.package.setScript(name, command);
}
