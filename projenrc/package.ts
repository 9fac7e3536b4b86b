import { cdk8s } from 'projen';

/** What the published package contains and how it is entered. */
export function configurePackage(project: cdk8s.ConstructLibraryCdk8s): void {
  // Deep imports stay closed, so files can move without breaking anybody.
  project.package.addField('exports', {
    '.': { types: './lib/index.d.ts', default: './lib/index.js' },
    './pulumi': { types: './lib/pulumi/index.d.ts', default: './lib/pulumi/index.js' },
    // What the folder pulumi-plugin starts.
    './pulumi/plugin': { types: './lib/pulumi/plugin/index.d.ts', default: './lib/pulumi/plugin/index.js' },
    './.jsii': './.jsii',
    './package.json': './package.json',
  });

  // For whoever resolves modules without reading `exports`.
  project.package.addField('typesVersions', { '*': { pulumi: ['./lib/pulumi/index.d.ts'] } });

  // Those who use the constructs alone need none of it; `./pulumi` says what is missing.
  project.package.addField('peerDependenciesMeta', { '@pulumi/kubernetes': { optional: true }, '@pulumi/pulumi': { optional: true } });
  project.eslint?.allowDevDeps('src/pulumi/**');

  // projen asks for this one without a version. 4.x brings a native binary per platform, which
  // `npm ci` on another platform then misses in the lock file. After construction, or projen overwrites it.
  project.addDevDeps('eslint-import-resolver-typescript@~3.6.1');

  for (const pattern of [
    '/.ci/', '/bench/', '/conformance/', '/conformance-report/', '/docs/', '/examples/', '/projenrc/', '/scripts/', '/tools/', '/test-results.json',
    '/.dependency-cruiser.json', '/.editorconfig', '/.gitattributes', '/.npmrc', '/knip.json', '*.tsbuildinfo',
  ]) {
    project.npmignore?.exclude(pattern);
  }
}
