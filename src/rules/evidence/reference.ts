/** Where the project is published. */
export const HOME = 'https://github.com/rolloutkit/rolloutkit';

/** A controller whose code was read, and which was measured, in one release. */
interface Upstream {
  readonly repository: string;
  readonly release: string;
  /** Before the number of an issue, in the text of a link. */
  readonly called: string;
}

const UPSTREAMS: Readonly<Record<string, Upstream>> = {
  argo: { repository: 'https://github.com/argoproj/argo-rollouts', release: 'v1.10.1', called: 'argo-rollouts' },
  flagger: { repository: 'https://github.com/fluxcd/flagger', release: 'v1.44.0', called: 'flagger' },
};

/**
 * Where something can be looked up:
 * - `argo:rollout/pause.go#L145`, a place in the code of Argo Rollouts, and `argo#2000`, an issue there;
 * - `flagger:pkg/controller/scheduler.go#L123` and `flagger#2000`, the same of Flagger;
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
  const [, name, mark, place] = /^(\w+)([:#])(.+)$/.exec(reference) ?? [];
  if (Object.hasOwn(UPSTREAMS, name ?? '')) {
    const { repository, release, called } = UPSTREAMS[name];
    return mark === '#'
      ? { text: `${called}#${place}`, url: `${repository}/issues/${place}` }
      : { text: place.replace('#L', ':'), url: `${repository}/blob/${release}/${place}` };
  }
  return { text: scenario === undefined ? path.replace(/#.*/, '') : `measured: ${scenario}`, url: `${HOME}/blob/main/${path}` };
}
