import { table } from './markdown';
import type { Blocks } from './markers';
import { madeBy } from '../engines/neutral';
import type { Made } from '../engines/neutral';
import { answerOf, engines, wishes } from '../engines/wishes';
import type { Answer, Engine } from '../engines/wishes';

/** The table of docs/engines.md: what each engine makes of what a rollout can be asked for. */
export function engineBlocks(): Blocks {
  const names = Object.keys(engines) as Engine[];
  const rows = wishes.map(wish => [`\`${wish.property}\`${wish.beside === '' && !wish.property.startsWith('traffic') ? ', without a router' : ''}`, ...names.map(engine => cell(answerOf(wish, engine)))]);
  const of = (construct: string) => table(['', ...names], rows.filter((_, index) => wishes[index].of === construct));
  return { 'engines-examples': examplesTable(), 'engines-canary': of('CanaryRollout'), 'engines-blue-green': of('BlueGreenRollout'), 'engines-ab-test': of('ABTestRollout') };
}

/** The same programs for both: what is equal, and what is not, with its reason. */
function examplesTable(): string {
  const [argo, flagger] = [madeBy('argo'), madeBy('flagger')];
  return table(['rollout', 'shares of the traffic', 'questions', 'Argo Rollouts', 'Flagger'], [...argo].map(([name, made]) => {
    const other = flagger.get(name)!;
    return [`\`${name}\``, alike(made.shares, other.shares), alike(made.questions, other.questions), said(made), said(other)];
  }));
}

function alike(one: Made['shares'] | Made['questions'], other: Made['shares'] | Made['questions']): string {
  if (String(one) === String(other)) return 'equal';
  const [only, alone] = [one, other].map((list, index) => list.filter(each => !([other, one][index] as readonly unknown[]).includes(each)));
  const of = (list: readonly unknown[], engine: string) => list.length === 0 ? [] : [`${list.join(', ')}: ${engine} alone`];
  return [...of(only, 'Argo Rollouts'), ...of(alone, 'Flagger')].join('; ');
}

function said({ refused, otherwise }: Made): string {
  if (refused.length > 0) return `refused: ${[...new Set(refused)].join('; ')}`;
  return otherwise.length === 0 ? 'as asked' : `otherwise: ${[...new Set(otherwise)].join('; ')}`;
}

function cell({ how, why }: Answer): string {
  return why === undefined ? how : `${how}: ${why}`;
}
