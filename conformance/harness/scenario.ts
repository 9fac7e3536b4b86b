// Scenarios as data, and how one is played: in a namespace, with a metric store and a receiver of its own, so that many run side by side.
import { countTraffic } from './counted';
import type { Traffic } from './counted';
import { driverOf } from './drivers';
import type { Command, Stage } from './drivers';
import { findings } from './expectations';
import type { Expectation } from './expectations';
import { runOf } from './flagger-run';
import type { Engine, Lab } from './lab';
import { fit, merge, readManifests } from './manifests';
import { Metrics } from './metrics';
import type { Series } from './metrics';
import { hasCome, refusal } from './moments';
import type { Moment } from './moments';
import type { Fields, KubeObject } from './objects';
import { startReceiver } from './receiver';
import type { Replies } from './receiver';
import type { Store } from './store';
import type { Recorder } from './trace';
import { sleep } from './waiting';
import type { PluginName } from '../lab/plugins';

export interface Scenario {
  /** `group/what-happens` */
  readonly id: string;
  /** What would be wrong if it went otherwise. */
  readonly why: string;
  readonly engine: Engine;
  /** Argo: an Experiment by itself, and no Rollout. It has no new version, so that `first` is given. */
  readonly subject?: 'Experiment';
  /** Files, from the root of the repository; or the objects themselves, made anew for each scenario. */
  readonly manifests: readonly string[] | (() => KubeObject[]);
  /** Kinds that are left out: the lab has no definition of them. */
  readonly without?: readonly string[];
  /** What times are divided by. */
  readonly factor: number;
  /** Merged into the spec of the Rollout or the Canary before it is created. */
  readonly change?: Fields;
  /** Annotations of the new version's pods; `lab/...` says how its pods fare. */
  readonly next?: Readonly<Record<string, string>>;
  /** What changes in the pods of the new version, beside its image. */
  readonly release?: (pods: Fields) => void;
  /** Annotations of the first version's pods. Where they are given, it is the version to look at, and no other comes. */
  readonly first?: Readonly<Record<string, string>>;
  /** So many pods of others are ready before what is released is created. */
  readonly running?: number;
  /** What else has to be so before the next version comes. */
  readonly rest?: Moment;
  readonly series?: readonly Series[];
  /** Instead of series: a real Prometheus over requests that are really counted. */
  readonly traffic?: Traffic;
  /** What whoever is called answers, by path. */
  readonly replies?: Replies;
  /** What happens after the new image, or after the first, in order. */
  readonly script?: readonly (Moment & { readonly then: Command })[];
  /** The end, after the script. */
  readonly until: Moment;
  readonly expect: Expectation;
  /** Argo: the traffic plugin that it needs, which is not everywhere. */
  readonly plugin?: PluginName;
  /** Flagger: the binary as it is released, whose shortest interval is 10 s. */
  readonly stock?: boolean;
  /** Something is broken on purpose, and the suite has to notice: what is done, and what must be found. */
  readonly fault?: { readonly seed: (objects: readonly KubeObject[]) => void; readonly found: RegExp };
}

export interface Result {
  readonly id: string;
  readonly why: string;
  readonly engine: string;
  readonly factor?: number;
  readonly passed: boolean;
  /** Why it was not played. */
  readonly skipped?: string;
  /** What was not as it must be. */
  readonly findings: readonly string[];
  /** What was found in the first of two plays. */
  readonly firstTime?: readonly string[];
  readonly seconds: number;
  readonly trace?: readonly Fields[];
  /** What a recorded run would be: its file, and what to write there. */
  readonly run?: { readonly file: string; readonly record: Fields };
}

/** What a group of scenarios has in common. */
export type Ground = Pick<Scenario, 'engine' | 'subject' | 'manifests' | 'without' | 'plugin' | 'factor' | 'change' | 'replies'>;

/** The longest a scenario waits for one moment. */
const PATIENCE = 90;
/** What may come a little after what it follows from: pods, what is told of, and calls. */
const LATE = ['left', 'evictable', 'deployments', 'images', 'events', 'calls'];
/** How long that may take. */
const SETTLING_MS = 10_000;
let number = 0;

export async function runScenario(lab: Lab, recorder: Recorder, scenario: Scenario): Promise<Result> {
  const started = Date.now();
  number += 1;
  const namespace = `scenario-${number}`;
  const trace = recorder.open(namespace, scenario.engine);
  const metrics = await storeFor(scenario, { lab, namespace, trace });
  const receiver = await startReceiver(scenario.replies ?? {}, ({ path, body, status }) => trace.add(entryOf(path, body, status)));
  const stage: Stage = { lab, namespace, trace, metrics, receiver, scenario, stops: [] };
  const found: string[] = [];
  try {
    await play(stage);
    const seen = { trace, namespace, asked: metrics.asked, calls: receiver.calls };
    const [now, later] = inTwo(scenario.expect, name => LATE.includes(name));
    found.push(...findings(now, seen), ...await settled(() => findings(later, seen)));
    found.push(...[...metrics.unknown].map(query => `a query that no series of the scenario answers: ${query}`));
  } catch (error) {
    found.push((error as Error).message);
  } finally {
    recorder.close(namespace);
    await Promise.all(stage.stops.map(stop => stop()));
    await lab.api.delete('Namespace', undefined, namespace).catch(() => undefined);
    await Promise.all([metrics.close(), receiver.close()]);
  }
  const { id, why, engine, factor, fault, expect: { sameRun } } = scenario;
  const wrong = fault ? unnoticed(fault.found, found) : found;
  const saved = trace.toJSON();
  const run = sameRun && { file: sameRun.file, record: { ...sameRun.told, ...runOf(saved, metrics.asked) } };
  const seconds = (Date.now() - started) / 1000;
  return { id, why, engine, factor, passed: wrong.length === 0, findings: wrong, seconds, trace: saved, ...run && { run } };
}

function storeFor({ traffic, series = [], factor, engine }: Scenario, { lab, namespace, trace }: Pick<Stage, 'lab' | 'namespace' | 'trace'>): Promise<Store> {
  if (traffic) return countTraffic(traffic, { lab, namespace, trace, factor, engine });
  return new Metrics(series, () => trace.subject?.weight ?? 0).open();
}

/** An event that Flagger tells of is what it says; everything else is a call. */
function entryOf(path: string, body: unknown, status: number): Fields & { what: string } {
  const metadata = (body as Fields | undefined)?.metadata;
  if (metadata?.eventMessage) return { what: 'event', type: metadata.eventType, message: metadata.eventMessage };
  return { what: 'call', path, status };
}

function inTwo(expectation: Expectation, isSecond: (name: string) => boolean): [Partial<Expectation>, Partial<Expectation>] {
  const entries = Object.entries(expectation);
  return [Object.fromEntries(entries.filter(([name]) => !isSecond(name))), Object.fromEntries(entries.filter(([name]) => isSecond(name)))];
}

/** What is still not as it must be after a while is not. */
async function settled(look: () => string[]): Promise<string[]> {
  const deadline = Date.now() + SETTLING_MS;
  for (let found = look(); ; found = look()) {
    if (found.length === 0 || Date.now() > deadline) return found;
    await sleep(SETTLING_MS / 20);
  }
}

function unnoticed(wanted: RegExp, found: readonly string[]): string[] {
  return found.some(one => wanted.test(one)) ? [] : [`expected the fault to be found as ${wanted}, got ${found.join('; ') || 'nothing'}`];
}

async function play(stage: Stage): Promise<void> {
  const { lab: { api, children }, namespace, trace, metrics, receiver, scenario } = stage;
  const driver = driverOf(scenario);
  const objects = objectsOf(scenario);
  const subject = objects.find(({ kind }) => kind === driver.subject);
  if (!subject) throw new Error(`no ${driver.subject} in the manifests`);
  merge(subject.spec, scenario.change ?? {});
  scenario.fault?.seed(objects);
  fit(objects, {
    namespace,
    metrics: metrics.address,
    receiver: receiver.address,
    factor: scenario.factor,
    shortestInterval: driver.shortestInterval(scenario),
    query: metrics.query?.bind(metrics),
  });
  await api.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
  await driver.start?.(stage);
  const perform = driver.commands(stage, objects);
  const begin = (what: string): void => {
    metrics.start();
    trace.start(what);
  };
  if (scenario.first) {
    merge(driver.template(objects), { metadata: { annotations: scenario.first } });
    begin('first version');
  }
  // What a Rollout refers to has to be there first: it is looked for once, and a missing Service is an invalid Rollout.
  for (const object of objects) if (object !== subject) await api.create(object);
  if (scenario.running !== undefined) {
    const { running } = scenario;
    await trace.until(() => trace.behind.size >= running, { seconds: PATIENCE, what: `${running} ready pods` });
    trace.behind.begin();
  }
  await api.create(subject);
  const wait = (moment: Moment): Promise<void> => trace.until(() => {
    children.check();
    const refused = refusal(trace);
    if (refused !== undefined && !moment.refused) throw new Error(`the controller refuses the manifest: ${refused}`);
    return hasCome(trace, moment);
  }, { seconds: PATIENCE, what: JSON.stringify(moment) });
  if (!scenario.first) {
    await wait({ ...driver.atRest, ...scenario.rest });
    begin('image');
    await perform.image('next');
    // The status is still that of the version before.
    await wait({ promoted: false });
  }
  for (const { then, ...moment } of scenario.script ?? []) {
    await wait(moment);
    for (const [command, value] of Object.entries(then)) {
      trace.command(typeof value === 'boolean' ? command : `${command} ${JSON.stringify(value)}`);
      await (perform[command as keyof Command] as (value: unknown) => unknown)(value);
    }
  }
  await wait(scenario.until);
}

function objectsOf({ manifests, without = [] }: Scenario): KubeObject[] {
  const objects = typeof manifests === 'function' ? manifests() : readManifests(manifests);
  return objects.filter(({ kind }) => !without.includes(kind));
}
