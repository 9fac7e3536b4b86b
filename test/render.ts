import { App, Chart, Testing } from 'cdk8s';
import type { ChartProps } from 'cdk8s';
import { BlueGreenRollout, CanaryRollout } from 'rolloutkit';
import type { BlueGreenRolloutProps, CanaryRolloutProps } from 'rolloutkit';
import { parseAllDocuments } from 'yaml';
import { expectValid } from './schema';

/** A manifest as a reader of the YAML sees it; tests reach into it freely. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Written = any;

/** The program under test: whatever it puts into the chart is written. */
export type Program = (chart: Chart, app: App) => void;

/** What a synth wrote, and what it said on standard error. */
export interface Synthesized {
  readonly manifests: Written[];
  readonly words: string;
}

/** Synthesizes a program as `cdk8s synth` does; whatever any test renders is held against the pinned schemas. */
export function synthesize(program: Program, props: ChartProps = { namespace: 'shop' }): Synthesized {
  const app = Testing.app();
  program(new Chart(app, 'test', props), app);
  return synthesizeApp(app);
}

export function synthesizeApp(app: App): Synthesized {
  const { result, words } = listening(() => app.synthYaml());
  const manifests = parseAllDocuments(result).map(document => document.toJS());
  expectRight(manifests);
  return { manifests, words };
}

/** The manifests of a program alone. */
export function manifestsOf(program: Program, props?: ChartProps): Written[] {
  return synthesize(program, props).manifests;
}

/** A rollout that is right in every respect, with changes. */
export function checkout(chart: Chart, props: Partial<CanaryRolloutProps> = {}): CanaryRollout {
  return new CanaryRollout(chart, 'checkout', { containers: [{ image: 'registry.example/checkout:1', portNumber: 8080 }], ...props });
}

/** What `checkout` writes. */
export function checkoutManifests(props: Partial<CanaryRolloutProps> = {}): Written[] {
  return manifestsOf(chart => checkout(chart, props));
}

/** The strategy that `checkout` writes. */
export function checkoutCanary(props: Partial<CanaryRolloutProps> = {}): Written {
  return named(checkoutManifests(props), 'Rollout', 'checkout').spec.strategy.canary;
}

/** The same as a blue-green. */
export function switched(chart: Chart, props: Partial<BlueGreenRolloutProps> = {}): BlueGreenRollout {
  return new BlueGreenRollout(chart, 'checkout', { containers: [{ image: 'registry.example/checkout:1', portNumber: 8080 }], ...props });
}

/** What `switched` writes. */
export function switchedManifests(props: Partial<BlueGreenRolloutProps> = {}): Written[] {
  return manifestsOf(chart => switched(chart, props));
}

/** The strategy that `switched` writes. */
export function switchedBlueGreen(props: Partial<BlueGreenRolloutProps> = {}): Written {
  return named(switchedManifests(props), 'Rollout', 'checkout').spec.strategy.blueGreen;
}

export function named(manifests: readonly Written[], kind: string, name: string): Written {
  const found = manifests.filter(manifest => manifest.kind === kind && manifest.metadata.name === name);
  expect(`${found.length} ${kind} ${name}`).toBe(`1 ${kind} ${name}`);
  return found[0];
}

/** One metric of an AnalysisTemplate, by name. */
export function metricOf(manifests: readonly Written[], template: string, metric: string): Written {
  return named(manifests, 'AnalysisTemplate', template).spec.metrics.find((each: Written) => each.name === metric);
}

/** What stops the synth of a program, one line each, as cdk8s prints them; a program without problems gives none. */
export function findingsOf(program: Program, props: ChartProps = { namespace: 'shop' }): string[] {
  const app = Testing.app();
  program(new Chart(app, 'test', props), app);
  try {
    listening(() => app.synthYaml());
    return [];
  } catch (error) {
    const [heading, ...lines] = (error as Error).message.split('\n');
    expect(heading).toBe('Validation failed with the following errors:');
    return lines.map(line => line.trim());
  }
}

/** Runs something and collects what it says on standard error meanwhile. */
export function listening<T>(run: () => T): { result: T; words: string } {
  const spoken: string[] = [];
  const spy = jest.spyOn(process.stderr, 'write').mockImplementation(text => spoken.push(String(text)) > 0);
  try {
    return { result: run(), words: spoken.join('') };
  } finally {
    spy.mockRestore();
  }
}

/** Valid by the schemas, and without maps and lists that say nothing. */
export function expectRight(manifests: readonly Written[]): void {
  expectValid(manifests);
  expect(manifests.flatMap(manifest => emptyPlaces(manifest, manifest.kind))).toEqual([]);
}

// `pause: {}` waits for a person, a required anti-affinity has no options, `emptyDir: {}` is a volume, an empty selector of a policy selects everything, and an
// empty rule of one allows everything. The `externalIPs: []` of cdk8s-plus Services is not among them.
const meaningful = /(\.pause|\.requiredDuringSchedulingIgnoredDuringExecution|\.emptyDir|\.(pod|namespace)Selector|\.(ingress|egress)\[\d+\])$/;

/** Paths of the empty maps and lists in a value to which Kubernetes gives no meaning. */
function emptyPlaces(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const children = Object.entries(value);
  if (children.length === 0) return meaningful.test(path) ? [] : [path];
  return children.flatMap(([key, child]) => emptyPlaces(child, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`));
}
