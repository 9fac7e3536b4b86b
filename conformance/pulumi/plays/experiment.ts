// A stack with an experiment, which runs when it is created and again when it is another one.
import { join } from 'node:path';
import { lacksKubectl } from '../../lab/kubectl';
import { Acts, isSame, isUpdated } from '../acts';
import type { Play } from '../play';
import { leftIn, withRoom } from '../room';
import type { Room } from '../room';
import { ALL } from '../settings';
import type { Settings } from '../settings';

const image = (version: number): string => `registry.example/shop:${version}.0.0`;

export const plays: readonly Play[] = [
  {
    id: 'release/experiment',
    why: 'up waits for the end of an experiment and fails where it is none; another image has it run again, and a label, a refresh or nothing does not',
    controller: 'argo',
    lacks: lacksKubectl,
    play: ({ workshop, cluster }) => withRoom(cluster!, 'argo', 'shop', async room => {
      const acts = new Acts(workshop.open({ name: 'experiment', program: join(__dirname, '..', 'programs', 'experiment') }), room.trace, true);
      const findings = await acts.all(() => live(acts, room, { namespace: room.namespace, image: image(1), metrics: room.metrics, wait: 'finished' }));
      return { findings, trace: room.trace.toJSON() };
    }),
  },
];

async function live(acts: Acts, room: Room, first: Settings): Promise<void> {
  const labelled: Settings = { ...first, label: { on: ALL, value: 'later' } };
  const next: Settings = { ...labelled, image: image(2) };
  await acts.up('create', first);
  const run = await runIn(acts, room, 'create', 'Successful');
  await acts.preview('preview of no change', first, isSame);
  await acts.up('label on all', labelled, isUpdated);
  await acts.refresh(labelled);
  await acts.preview('preview after the refresh', labelled, isSame);
  if (await runIn(acts, room, 'label on all', 'Successful') !== run) acts.find(['a label has had it run again']);

  await acts.up('new image', next);
  if (await runIn(acts, room, 'new image', 'Successful') === run) acts.find(['another image has not had it run again']);
  await acts.fails('pods that never are ready', { ...next, neverReady: true }, { because: /the experiment shop\/compare has failed: .*progressDeadlineSeconds/ });
  await runIn(acts, room, 'pods that never are ready', 'Failed');
  await acts.destroy(next);
  acts.find(await leftIn(room));
}

/** What the object is known by that stands for this run, whose phase has to be this one. */
async function runIn(acts: Acts, { cluster: { lab: { api } }, namespace }: Room, when: string, phase: string): Promise<string> {
  const { metadata: { uid }, status = {} } = await api.get('Experiment', namespace, 'compare');
  if (status.phase !== phase) acts.find([`when it has returned from ${when}: expected ${phase}, got ${status.phase}`]);
  return uid;
}
