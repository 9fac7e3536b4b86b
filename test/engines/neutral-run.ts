// Runs the programs of examples as they are, but for the engine: `node -r scripts/from-sources.cjs test/engines/neutral-run.ts flagger quickstart theory`.
import { join } from 'node:path';
import { ApiObject, App } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { Controller, RolloutDefaults } from 'rolloutkit';

const [engine, ...examples] = process.argv.slice(2);
const controller = engine === 'flagger' ? Controller.flagger({ gates: 'http://flagger-loadtester.test' }) : Controller.argoRollouts();

// a program that chooses its engine chooses this one
Object.assign(Controller, { argoRollouts: () => controller, flagger: () => controller });
const resolve = RolloutDefaults._resolve.bind(RolloutDefaults);
Object.assign(RolloutDefaults, { _resolve: (scope: IConstruct) => ({ ...resolve(scope), controller }) });

for (const example of examples) {
  App.prototype.synth = function synth(this: App): void {
    process.stdout.write(`${JSON.stringify({ example, ...told(this) })}\n`);
  };
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  require(join(__dirname, '..', '..', 'examples', example, 'main.ts'));
}

/** What a program writes, also where some of it is refused, and what is said of it. */
function told(app: App): object {
  const words: string[] = [];
  const write = process.stderr.write.bind(process.stderr);
  process.stderr.write = (text: unknown) => words.push(...String(text).split('\n')) > 0;
  let errors: string[] = [];
  try {
    app.synthYaml();
  } catch (error) {
    errors = (error as Error).message.split('\n').slice(1).map(line => line.trim());
  } finally {
    process.stderr.write = write;
  }
  const objects = app.node.findAll().filter(ApiObject.isApiObject);
  const manifests = objects.map(object => ({ chart: object.chart.node.id, manifest: object.toJson() as object }));
  return { manifests, errors, words: words.filter(line => line.endsWith('(property)')) };
}
