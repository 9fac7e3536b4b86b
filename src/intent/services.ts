import type { Problem } from './problem';
import { show } from './problem';
import type { ControllerIntent, ServicesIntent } from './rollout';

type Pair = Pick<ServicesIntent, 'main' | 'next'>;

/** The two Services of a rollout, as its engine calls them: Flagger writes them itself, and derives the name of the second. */
export function servicesOf({ kind }: ControllerIntent, wished: Pair): Pair {
  if (kind === 'argo') return wished;
  const { main } = wished;
  return { main: { ...main, existing: false }, next: { name: canaryService(main.name), existing: false } };
}

/** A Service that is asked for by a name that it cannot have. */
export function serviceNameProblems({ kind }: ControllerIntent, wished: Pair): readonly Problem[] {
  const { main, next } = wished;
  return kind === 'argo' || !next.existing || next.name === canaryService(main.name) ? [] : [{
    property: 'services',
    message: `must leave the Service of the new version to Flagger, which calls it ${canaryService(main.name)}, got ${show(next.name)}`,
    fix: 'name the Service that everybody calls alone',
  }];
}

function canaryService(main: string): string {
  return `${main}-canary`;
}
