import { cdk8s, github } from 'projen';

const BINARIES = '~/.cache/rolloutkit/lab';
const REPORT = 'conformance-report';

/** What the public CI runs beside the build: what is rendered, on the real controllers. */
export function configureConformance(project: cdk8s.ConstructLibraryCdk8s): void {
  project.buildWorkflow?.addPostBuildJob('conformance', {
    runsOn: ['ubuntu-latest'],
    timeoutMinutes: 60,
    permissions: { contents: github.workflows.JobPermission.READ },
    steps: [
      { name: 'Checkout', uses: 'actions/checkout@v5' },
      { name: 'Setup Node.js', uses: 'actions/setup-node@v5', with: { 'node-version': '22' } },
      // Its own cache would hold what the compiler keeps, which is 50 times as much as the binaries.
      { name: 'Setup Go', uses: 'actions/setup-go@v6', with: { 'go-version-file': 'conformance/go.mod', 'cache': false } },
      {
        name: 'Binaries of the lab',
        uses: 'actions/cache@v4',
        with: {
          'path': BINARIES,
          'key': "lab-${{ runner.os }}-${{ hashFiles('conformance/**/go.sum', 'conformance/**/*.go', 'conformance/lab/*.ts') }}",
          'restore-keys': 'lab-${{ runner.os }}-',
        },
      },
      { name: 'Install dependencies', run: 'npm ci' },
      { name: 'Conformance', run: `npm run conformance -- --report ${REPORT}` },
      { name: 'Report', if: 'always()', uses: 'actions/upload-artifact@v4', with: { name: REPORT, path: REPORT } },
    ],
  });
}
