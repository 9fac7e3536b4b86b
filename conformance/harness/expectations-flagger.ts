// What must be seen of a canary of Flagger.
import type { Checks } from './expectations';
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
};
