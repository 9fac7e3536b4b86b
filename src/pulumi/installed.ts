import { plainError } from '../intent/problem';

/** The packages that the components need and that users of the constructs do without. */
const needed = ['@pulumi/pulumi', '@pulumi/kubernetes'];

const missing = needed.filter(name => !isInstalled(name));
if (missing.length > 0) {
  throw plainError(`rolloutkit/pulumi needs ${missing.join(' and ')}, which ${missing.length > 1 ? 'are' : 'is'} not installed: run \`npm install ${missing.join(' ')}\``);
}

function isInstalled(name: string): boolean {
  try {
    require.resolve(`${name}/package.json`);
    return true;
  } catch {
    return false;
  }
}
