// What must be seen of a canary of Flagger.
import type { Checks } from './expectations';
import type { PredictedRun, RecordedRun } from './flagger-run';
import { readRun, runOf } from './flagger-run';
import type { Fields } from './objects';
import { distinct } from './stages';

export interface FlaggerExpectation {
  /** All there were, in order, from the new image on. */
  readonly phases?: readonly string[];
  /** The most failed checks that were counted at any time. */
  readonly failedChecks?: number;
  /** Ready pods of Deployments at the end. */
  readonly deployments?: Readonly<Record<string, number>>;
  /** Images of Deployments at the end. */
  readonly images?: Readonly<Record<string, string>>;
  /** A recorded run that has been told the same and went the same way. */
  readonly sameRun?: RecordedRun;
  /** What the simulator says of it. */
  readonly predicted?: PredictedRun;
}

export const flaggerChecks: Checks<FlaggerExpectation> = {
  phases: ({ trace, see }, phases) => {
    const states = trace.since.filter(({ what }) => what === 'Canary');
    // The first may still tell of the version before.
    const begun = states.slice(Math.max(0, states.findIndex(({ promoted }) => promoted === false)));
    see('phases', phases, distinct(begun.map(({ phase }) => phase)));
  },
  failedChecks: ({ trace, see }, expected) => {
    const counts = trace.since.filter(({ what }) => what === 'Canary').map(({ failedChecks }) => failedChecks as number);
    see('failed checks', expected, Math.max(0, ...counts));
  },
  deployments: ({ trace, see }, deployments) => {
    for (const [name, ready] of Object.entries(deployments)) see(`ready pods of Deployment ${name}`, ready, trace.stateOf('Deployment', name)?.ready);
  },
  images: ({ trace, see }, images) => {
    for (const [name, image] of Object.entries(images)) see(`image of Deployment ${name}`, image, trace.stateOf('Deployment', name)?.image);
  },
  sameRun: ({ trace, asked, see }, { file, told }) => {
    const [recorded, run] = [readRun(file), { ...told, ...runOf(trace.toJSON(), asked) }];
    for (const [part, value] of Object.entries(run)) see(`${part}, as in ${file}`, recorded?.[part], value);
  },
  predicted: ({ trace, asked, see, say }, { lastTick, states, routes, asked: times }) => {
    const run = runOf(trace.toJSON(), asked);
    see('states, as they are predicted', states, run.states);
    if (routes) see('weights in the route, as they are predicted', routes, distinct((run.routes as Fields[]).map(({ weight }) => weight)));
    for (const [name, count] of Object.entries(times)) see(`how often ${name} is asked, as it is predicted`, count, run.asked[name]);
    const entries = trace.since.filter(({ what }) => what === 'Canary');
    const [begun, ended] = [entries.find(({ promoted }) => promoted === false), entries.at(-1)];
    const seconds = begun && ended ? (ended.time - begun.time) / 1000 : 0;
    // a tick is a second; on a busy machine the first comes late, and the one after a late one at once
    if (seconds < lastTick - 3) say(`the end: expected at tick ${lastTick}, got after ${seconds.toFixed(1)} s`);
  },
};
