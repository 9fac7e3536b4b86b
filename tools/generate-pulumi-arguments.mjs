// What users of Pulumi write: interfaces of plain data made from the API of the constructs, the table by which they are read, and the
// words by which texts for users of the constructs are told to users of Pulumi.
// It reads .jsii, so the sources have to be compiled before. With --check it tells which committed files differ.
import { writeOrCheck } from './generated-files.mjs';
import { interfacesText } from './pulumi/emit-interfaces.mjs';
import { shapesText } from './pulumi/emit-shapes.mjs';
import { argumentModel } from './pulumi/model.mjs';
import { markedPlain } from './pulumi/plain.mjs';
import { wordingOf, wordsOf, wordsText } from './pulumi/words.mjs';

const roots = [
  'ReleaseOptions', 'CanaryOptions', 'BlueGreenOptions', 'ABTestOptions', 'Strategy', 'Adopted', 'AlertChannelProps', 'VersionedConfigProps',
  'BaselineOptions', 'ErrorRateOptions', 'LatencyOptions', 'MetricOptions', 'RequestRateOptions', 'RestartOptions', 'SaturationOptions', 'SuccessRateOptions',
  'AnalysisTemplateOptions', 'ExperimentOptions', 'ExperimentVariantOptions',
];

const model = markedPlain(argumentModel(roots));
const words = wordsOf(model);
writeOrCheck('generate-pulumi-arguments.mjs', {
  'src/pulumi/arguments/arguments.generated.ts': interfacesText(model, wordingOf(words, model)),
  'src/pulumi/arguments/shapes.generated.ts': shapesText(model),
  'src/pulumi/arguments/words.generated.ts': wordsText(words),
}, { folder: 'src/', content: 'sources', task: 'pulumi:arguments' });
