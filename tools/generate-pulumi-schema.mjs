// What other languages know of the Pulumi components: their schema, read from the sources by the analyser of Pulumi.
// With --check it tells whether the committed one is another.
import { writeOrCheck } from './generated-files.mjs';
import { analysedSchema } from './pulumi/analysed-schema.mjs';
import { documented } from './pulumi/documented-schema.mjs';
import { fitted } from './pulumi/fitted-schema.mjs';

const { version, ...schema } = fitted(documented(await analysedSchema()));
writeOrCheck('generate-pulumi-schema.mjs', {
  'pulumi-plugin/schema.json': `${JSON.stringify(schema, null, 2)}\n`,
}, { folder: 'src/pulumi', content: 'sources', task: 'pulumi:schema' });
