import { fromManifests } from 'rolloutkit/pulumi';

/* The YAML of ../original as it is, without a line of it being rewritten. */

const canary = fromManifests('my-app', { files: ['../original/canary.yaml', '../original/templates.yaml'], namespace: 'original' });

const blueGreen = fromManifests('my-app-blue-green', { files: ['../original/blue-green.yaml'], namespace: 'original-blue-green' });

export const releases = [canary.releases, blueGreen.releases];
