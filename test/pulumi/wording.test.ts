import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as rolloutkit from 'rolloutkit';
import * as ts from 'typescript';
import { inArguments } from '../../src/pulumi/arguments/wording';
import { words } from '../../src/pulumi/arguments/words.generated';

const sources = join(__dirname, '..', '..', 'src');

test.each([
  ['options that all have a default', 'write Strategy.canary()', 'write { canary: {} }'],
  ['options of which one is needed', 'use Telemetry.custom(), which know the pods', 'use { custom: { ... } }, which know the pods'],
  ['options that are spelled out', 'write Controller.flagger({ threshold: 1 })', 'write { flagger: { threshold: 1 } }'],
  ['options of which the names alone are told', 'got Promotion.automatic({ after })', 'got { automatic: { after } }'],
  ['a choice about which nothing is said', 'write NoData.reject() or NoData.accept()', 'write { reject: true } or { accept: true }'],
  ['a value', 'write maxUnavailable: PodShare.pods(0), or less', 'write maxUnavailable: { pods: 0 }, or less'],
  ['a list with options beside it', 'Ramp.stages([5, 25], { hold: Duration.minutes(5) })', "{ stages: [5, 25], hold: '5m' }"],
  ['options that are left out beside it', 'begin with Ramp.stages([5, 25])', 'begin with { stages: [5, 25] }'],
  ['options beside a value', 'Stage.at(50, { analyses: [...] })', '{ at: 50, analyses: [...] }'],
  ['a value that has a name', 'add Arg.value("team", ...)', 'add { name: "team", value: ... }'],
  ['a name with a choice', 'args: [Arg.required("team")]', 'args: [{ name: "team", required: true }]'],
  ['a choice with what it is about', 'Gate.throughout(Analysis.successRate())', '{ throughout: true, analysis: { successRate: {} } }'],
  ['several parameters', 'NginxTraffic.existing("shop", { maxTrafficWeight: 1000 })', '{ existingNginx: { ingressName: "shop", maxTrafficWeight: 1000 } }'],
  ['a parameter that is left out', 'let KEDA scale: Scaling.keda()', 'let KEDA scale: { keda: { scaledObjectName: ... } }'],
  ['a class', "new PrometheusSource({ address: 'http://prometheus' })", "{ prometheus: { address: 'http://prometheus' } }"],
  ['a class without its new', 'write GatewayApiTraffic({ hosts, gateway })', 'write { gatewayApi: { hosts, gateway } }'],
  ['a class without options', 'write new KeptnSource()', 'write { keptn: true }'],
  ['what is no choice', 'write SecretReference.named("datadog")', 'write { name: "datadog" }'],
  ['what is asked of something', 'Audience.header("x-tester").isExactly("me")', '{ header: { name: "x-tester", isExactly: "me" } }'],
  ['what is asked of it without a value', 'Audience.cookie("beta").isPresent()', '{ cookie: { name: "beta", isPresent: true } }'],
  ['what is asked of it by its name', 'say it at once: Audience.header("x-tester").matches', 'say it at once: { header: { name: "x-tester", matches: ... } }'],
  ['what is asked, alone', 'write the value, or use isPresent()', 'write the value, or use isPresent'],
  ['one in another', 'Hook.duringTraffic(Action.loadTest({ ... }))', '{ duringTraffic: { loadTest: { ... } } }'],
  ['a value of a list of names', 'termination: OpenShiftTermination.EDGE', "termination: 'edge'"],
  ['such a value within', 'Controller.flagger({ webhooks: [{ moment: FlaggerHookType.EVENT, ... }] })', "{ flagger: { webhooks: [{ moment: 'event', ... }] } }"],
  ['a duration', 'leave it out, or write Duration.seconds(30)', 'leave it out, or write 30s'],
  ['a duration below a second', 'write Duration.millis(500)', 'write 500ms'],
  ['a duration that a property gets', 'write maxAge: Duration.days(7), or less', "write maxAge: '7d', or less"],
  ['a duration within', 'Step.hold(Duration.hours(1))', "{ hold: '1h' }"],
  ['a time', "write for example new Date('2026-01-31T12:00:00Z')", "write for example '2026-01-31T12:00:00Z'"],
  ['a factory by its name', 'use Hook.beforeTraffic or Hook.beforePromotion.', 'use beforeTraffic or beforePromotion.'],
  ['a factory that is called otherwise here', 'named with AnalysisTemplate.fromName', 'named with existing'],
  ['a class by its name', 'choose GatewayApiTraffic or IstioTraffic for traffic', 'choose gatewayApi or istio for traffic'],
  ['code in a sentence', '`Arg.canaryHash()` is known', '`{ name: ..., canaryHash: true }` is known'],
  ['what has no counterpart', '- that of `RolloutDefaults`, or Argo Rollouts', '- Argo Rollouts'],
  ['a namespace, which is no matter of charts here', 'give the chart a namespace, or leave it out', 'write namespace, or leave it out'],
  ['commas and parentheses within quotes', 'Analysis.custom({ query: "sum(a, b))" }), or less', '{ custom: { query: "sum(a, b))" } }, or less'],
])('tells %s in the words of the arguments', (_, text, told) => {
  expect(inArguments(text)).toBe(told);
});

test.each([
  ['what somebody wrote', 'must be a name, got "Strategy.canary()"'],
  ['a word that begins a sentence', 'Step by step. Controller of AWS.'],
  ['a kind of Kubernetes', 'the controller refuses the Rollout as InvalidSpec'],
  ['a component that has the same name', 'use a CanaryRollout, which has stages'],
  ['a call that does not end', 'got Strategy.unknown('],
  ['names of every object', 'constructor, toString() and __proto__ of new Things'],
  ['a variable of GraphQL', 'write query ($duration: Duration!) { ... }'],
])('leaves %s as it is', (_, text) => {
  expect(inArguments(text)).toBe(text);
});

const exported = Object.entries(rolloutkit);
const isClass = (value: unknown): value is abstract new () => unknown => typeof value === 'function';
const factoriesOf = (owner: object) => Object.getOwnPropertyNames(owner)
  .filter(name => !name.startsWith('_') && typeof (owner as Record<string, unknown>)[name] === 'function');

/** Classes and factories that no argument stands for, with the reason. */
const withoutWords: Readonly<Record<string, string>> = {
  'Action.job': 'made of containers of cdk8s-plus; jobFromSpec is the job of the arguments',
  'Adopted.apiObject': 'made of an object of cdk8s',
  'Adopted.deployment': 'made of a Deployment of cdk8s-plus',
  'Ramp.evenly': 'private',
  'RolloutDefaults.of': 'there are no defaults for a part of a program',
  'RolloutChecks.of': 'a component checks itself',
};

describe('the words', () => {
  const factories = exported.flatMap(([owner, value]) => isClass(value) ? factoriesOf(value).map(name => `${owner}.${name}`) : []);

  test('know what each factory is here', () => {
    expect(factories.filter(factory => inArguments(`${factory}()`).endsWith('()')).sort()).toEqual(Object.keys(withoutWords).sort());
  });

  test.each(exported.filter(([, value]) => !isClass(value)))('know the values of %s', (owner, values) => {
    for (const [name, value] of Object.entries(values)) expect(inArguments(`${owner}.${name}`)).toBe(`'${String(value)}'`);
  });

  test.each(Object.keys(words.phrases))('have another phrase for one that there is: %s', phrase => {
    expect(filesBelow(sources).some(file => unbroken(readFileSync(file, 'utf8')).includes(phrase))).toBe(true);
  });
});

/** Names that stay in a text, with the reason. */
const staying: Readonly<Record<string, string>> = {
  Rollout: 'a kind of Kubernetes',
  Experiment: 'a kind of Kubernetes',
  AnalysisTemplate: 'a kind of Kubernetes',
  CanaryRollout: 'a component of the same name',
  BlueGreenRollout: 'a component of the same name',
  ABTestRollout: 'a component of the same name',
  AlertChannel: 'a component of the same name',
  VersionedConfig: 'a component of the same name',
  Controller: 'the AWS Load Balancer Controller',
  Step: 'the beginning of a sentence: step by step',
  Duration: 'a type of GraphQL, which SkyWalking wants',
};
const names = [...exported.map(([name]) => name), 'Duration', 'RolloutDefaults', 'cdk8s(?:-plus)?', 'constructs?', 'the chart'];
const mention = new RegExp(`(?<![\\w.])(?:${names.join('|')})(?!\\w)`, 'g');
const staysIn = (text: string) => [...text.matchAll(mention)].map(([name]) => name);

describe('no text is left with a name that is known to constructs alone:', () => {
  const folders = [
    'analyses', 'controllers', 'engines', 'graph', 'intent', 'manifests', 'metrics', 'plan', 'release', 'rules', 'strategy', 'telemetry', 'traffic',
  ];
  const stayed = new Set<string>();

  test.each(folders)('messages of %s', folder => {
    const left = filesBelow(join(sources, folder)).flatMap(textsIn).flatMap(text => staysIn(inArguments(text)).map(name => ({ name, text })));
    left.forEach(({ name }) => stayed.add(name));
    expect(left.filter(({ name }) => !(name in staying))).toEqual([]);
  });

  test('comments of the arguments', () => {
    const written = readFileSync(join(sources, 'pulumi', 'arguments', 'arguments.generated.ts'), 'utf8');
    const interfaces = [...written.matchAll(/^export interface (\w+)/gm)].map(([, name]) => name);
    const comments = [...written.matchAll(/\/\*\*.*?\*\//gs)].map(([comment]) => unbroken(comment));
    expect(comments.length).toBeGreaterThan(1000);
    expect(comments.filter(comment => inArguments(comment) !== comment)).toEqual([]);
    const left = comments.flatMap(comment => {
      const others = comment.replace(/` of `(\w+)`/g, (whole, name) => interfaces.includes(name) ? '`' : whole);
      return staysIn(others).map(name => ({ name, comment }));
    });
    left.forEach(({ name }) => stayed.add(name));
    expect(left.filter(({ name }) => !(name in staying))).toEqual([]);
  });

  test('and every name that may stay does', () => {
    expect(Object.keys(staying).filter(name => !stayed.has(name))).toEqual([]);
  });
});

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && !file.endsWith('.generated.ts')).map(file => join(folder, file));
}

/** Without the beginnings of the lines of a comment. */
function unbroken(text: string): string {
  return text.replace(/\s*\n\s*\* ?/g, ' ');
}

/** The texts of a file, with some value in place of what is computed, and each of its factories where one of a class is. */
function textsIn(file: string): readonly string[] {
  const source = readFileSync(file, 'utf8');
  if (source.search(mention) < 0) return [];
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) && !ts.isImportDeclaration(node.parent)) texts.push(node.text);
    if (ts.isNoSubstitutionTemplateLiteral(node)) texts.push(node.text);
    if (ts.isTemplateExpression(node)) {
      texts.push(...withFactories([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('7')));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
  return texts;
}

function withFactories(text: string): readonly string[] {
  const [whole, owner] = /\b([A-Z]\w+)\.7/.exec(text) ?? [];
  const value = (rolloutkit as Readonly<Record<string, unknown>>)[owner ?? ''];
  return isClass(value) ? factoriesOf(value).map(name => text.replaceAll(whole!, `${owner}.${name}`)) : [text];
}
