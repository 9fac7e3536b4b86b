import { cdk8s, javascript, JsonPatch, TextFile } from 'projen';

const NPM_SETTINGS = {
  // The lock file then names packages by version and checksum, not by the registry somebody happened to use.
  'omit-lockfile-registry-resolved': 'true',
  // Deprecations deep inside the build tools are for us, not for somebody who tries the project.
  'loglevel': 'error',
  'fund': 'false',
  'audit': 'false',
  'update-notifier': 'false',
};

/** Files around the code: npm, git and editor settings. */
export function configureRepository(project: cdk8s.ConstructLibraryCdk8s): void {
  const npmrc = new javascript.NpmConfig(project);
  for (const [name, value] of Object.entries(NPM_SETTINGS)) {
    npmrc.addConfig(name, value);
  }

  // The publisher assumes the same registry without being told.
  project.tryFindObjectFile('.github/workflows/release.yml')?.patch(JsonPatch.remove('/jobs/release_npm/steps/9/env/NPM_REGISTRY'));

  project.gitignore.exclude('/conformance-report/', '/test-results.json', '*.tsbuildinfo');
  // What somebody has configured who tries the programs.
  project.gitignore.exclude('/examples/*/pulumi/Pulumi.*.yaml');
  project.annotateGenerated('*.generated.ts');
  project.annotateGenerated('/examples/*/expected/*');
  project.annotateGenerated('/pulumi-plugin/schema.json');

  new TextFile(project, '.editorconfig', {
    marker: true,
    lines: [
      'root = true',
      '',
      '[*]',
      'charset = utf-8',
      'end_of_line = lf',
      'indent_style = space',
      'indent_size = 2',
      'insert_final_newline = true',
      'trim_trailing_whitespace = true',
      'max_line_length = 150',
      '',
      '[*.md]',
      'trim_trailing_whitespace = false',
    ],
  });
}
