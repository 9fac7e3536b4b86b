/** Where the project is published. */
export const HOME = 'https://github.com/rolloutkit/rolloutkit';

const ARGO = 'https://github.com/argoproj/argo-rollouts';
/** The release whose code was read, and whose controller was measured. */
const READ = 'v1.10.1';

/**
 * Where something can be looked up:
 * - `argo:rollout/pause.go#L145`, a place in the code of Argo Rollouts, and `argo#2000`, an issue there;
 * - `docs/gates.md#windows`, a document of ours, and `conformance/scenarios/naive.ts naive/smoke-test`, what was measured;
 * - any other address.
 */
export type Reference = string;

/** A reference as a link. */
export interface Link {
  readonly text: string;
  readonly url: string;
}

export function linkTo(reference: Reference): Link {
  const [path, scenario] = reference.split(' ');
  if (reference.startsWith('https://')) {
    return { text: reference.slice('https://'.length).replace(/\/$/, ''), url: reference };
  }
  if (reference.startsWith('argo#')) {
    return { text: `argo-rollouts#${reference.slice('argo#'.length)}`, url: `${ARGO}/issues/${reference.slice('argo#'.length)}` };
  }
  if (reference.startsWith('argo:')) {
    const place = reference.slice('argo:'.length);
    return { text: place.replace('#L', ':'), url: `${ARGO}/blob/${READ}/${place}` };
  }
  return { text: scenario === undefined ? path.replace(/#.*/, '') : `measured: ${scenario}`, url: `${HOME}/blob/main/${path}` };
}
