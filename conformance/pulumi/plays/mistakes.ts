// What is wrong is told at once and by its argument, and nothing of it reaches a cluster.
import { join } from 'node:path';
import { Acts } from '../acts';
import { watchFor } from '../disturbances';
import type { Play } from '../play';
import { untilAtRest } from '../releases';
import { objectsIn } from '../rendered';
import { openRendering } from '../rendering';
import { namesIn, quiet, withRoom } from '../room';
import type { Settings } from '../settings';

const PROGRAM = join(__dirname, '..', 'programs', 'mistakes');
const settings: Settings = { namespace: 'shop', image: 'registry.example/shop:1.0.0' };
const REPLICAS = /CanaryRollout shop.* replicas: must .*, got -1; write /;

interface Mistake extends Pick<Play, 'id' | 'why'> {
  readonly mistake: Settings['mistake'];
  readonly because: RegExp;
  /** Whether there is no other component, which may have been written by then. @default true */
  readonly isAlone?: boolean;
}

/** Without a cluster: it fails in a preview already. */
function refused({ id, why, mistake, because, isAlone = true }: Mistake): Play {
  return {
    id,
    why,
    play: async ({ workshop }) => {
      const { stack, folder } = openRendering(workshop, { name: 'mistakes', program: PROGRAM });
      const acts = new Acts(stack);
      const findings = await acts.all(async () => {
        await acts.fails('preview', { ...settings, mistake }, { verb: 'preview', because });
        await acts.fails('up', { ...settings, mistake }, { because });
        const written = objectsIn(folder).filter(({ kind }) => kind !== 'ConfigMap');
        acts.find(isAlone ? written.map(({ kind, metadata: { name } }) => `${kind} ${name} was written`) : []);
      });
      return { findings };
    },
  };
}

export const plays: readonly Play[] = [
  refused({ id: 'mistakes/plain', why: 'an impossible value fails at once, by its argument and without a stack', mistake: 'plain', because: REPLICAS }),
  refused({ id: 'mistakes/known', why: 'and so does one in an Output that is known in a preview', mistake: 'known', because: REPLICAS }),
  refused({
    id: 'mistakes/two-components',
    why: 'two components of one name fail',
    mistake: 'two components',
    because: /[Dd]uplicate resource URN .*CanaryRollout::shop/,
    isAlone: false,
  }),
  refused({
    id: 'mistakes/two-objects',
    why: 'two components that write objects of one name fail, and are told which',
    mistake: 'two objects',
    because: /CanaryRollout other: name: must be a name of its own, got one of which CanaryRollout shop has/,
    isAlone: false,
  }),
  {
    id: 'mistakes/late',
    why: 'a value that is known only when it is too late for a preview never reaches the cluster, neither at first nor in place of a good one',
    controller: 'argo',
    play: ({ workshop, cluster }) => withRoom(cluster!, 'argo', 'shop', async room => {
      const acts = new Acts(workshop.open({ name: 'mistakes', program: PROGRAM }), room.trace);
      const good: Settings = { ...settings, namespace: room.namespace };
      const findings = await acts.all(async () => {
        await acts.preview('preview', { ...good, mistake: 'late' });
        await acts.fails('create', { ...good, mistake: 'late' }, { because: REPLICAS });
        acts.find((await namesIn(room)).map(name => `${name} was written`));
        await acts.up('create with a good value', good);
        await untilAtRest(room);
        const disturbances = watchFor(room.trace);
        await acts.fails('new image with a bad value', { ...good, image: 'registry.example/shop:2.0.0', mistake: 'late' }, { because: REPLICAS });
        await quiet(room);
        acts.find(disturbances());
      });
      return { findings, trace: room.trace.toJSON() };
    }),
  },
];
