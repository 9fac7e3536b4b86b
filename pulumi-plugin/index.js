// What Pulumi starts for a program that is not in TypeScript or JavaScript: the components of the package that this folder is a part of.
const { serve } = require('rolloutkit/pulumi/plugin');
const { version } = require('../package.json');
const schema = require('./schema.json');

void serve({ schema, version, args: process.argv.slice(2) });
