// What components cost beside the same resources written by hand.
import type { Play } from '../play';
import type { ManySettings } from '../programs/many';
import { objectsIn } from '../rendered';
import { openRendering, render } from '../rendering';

const COUNT = 100;
const ROUNDS = 5;
const LIMIT = 1.2;

export const plays: readonly Play[] = [{
  id: 'speed/preview',
  why: `a preview of ${COUNT} components takes at most ${LIMIT} times as long as one of the same resources written by hand`,
  play: async ({ workshop }) => {
    const one: ManySettings = { count: 1 };
    const { findings, folder } = await render(workshop, { name: 'one', program: 'many', settings: one as never, mayWarn: true });
    const byHand = objectsIn(folder).sort((a, b) => Number(a.kind === 'Rollout') - Number(b.kind === 'Rollout'));
    const { stack } = openRendering(workshop, { name: 'many', program: 'many' });
    const preview = async (settings: ManySettings): Promise<number> => {
      const { ok, seconds, errors, steps } = await stack.preview(settings);
      if (!ok) throw new Error(errors.join('\n'));
      // each with its component
      const expected = COUNT * (byHand.length + 1);
      if (steps.length !== expected) throw new Error(`expected ${expected} resources, got ${steps.length}`);
      return seconds;
    };
    const settings = [{ count: COUNT }, { count: COUNT, byHand }];
    for (const warm of settings) await preview(warm);
    const rounds: (readonly [components: number, byHand: number])[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push([await preview(settings[0]!), await preview(settings[1]!)]);
    const [components, hand] = [0, 1].map(index => median(rounds.map(times => times[index]!)).toFixed(2));
    // what else the machine does is about the same for both of a round
    const ratio = median(rounds.map(([first, second]) => first / second));
    const told = `${components} s for components, ${hand} s by hand: ${ratio.toFixed(2)}`;
    return { findings: [...findings, ...ratio <= LIMIT ? [] : [`expected ${LIMIT} at most, got ${told}`]], trace: [{ what: told }] };
  },
}];

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}
