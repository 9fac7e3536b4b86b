// What `pulumi up` waits for, and with what the release is when it returns.
import { join } from 'node:path';
import type { Engine } from '../../harness/lab';
import { lacksKubectl } from '../../lab/kubectl';
import { Acts } from '../acts';
import type { Play } from '../play';
import { subjectOf, wait, withRoom } from '../room';
import type { Room } from '../room';
import type { Settings } from '../settings';

const PROGRAM = join(__dirname, '..', 'programs', 'components');
const image = (version: number): string => `registry.example/shop:${version}.0.0`;

interface Waiting extends Pick<Play, 'id' | 'why' | 'lacks'> {
  readonly engine: Engine;
  readonly work: (acts: Acts, room: Room, settings: Settings) => Promise<void>;
}

function waiting({ id, why, lacks, engine, work }: Waiting): Play {
  return {
    id,
    why,
    lacks,
    controller: engine,
    play: ({ workshop, cluster }) => withRoom(cluster!, engine, 'shop', async room => {
      const acts = new Acts(workshop.open({ name: 'waiting', program: PROGRAM }), room.trace);
      const release = engine === 'argo' ? 'timed' : 'flagger-nginx';
      const findings = await acts.all(() => work(acts, room, { namespace: room.namespace, image: image(1), release }));
      return { findings, trace: room.trace.toJSON() };
    }),
  };
}

/** What is released stands so at this moment, as the API server says; the trace may be told later. */
async function stands(acts: Acts, room: Room, when: string, phases: readonly string[]): Promise<void> {
  const { kind, name } = await subjectOf(room);
  const { status = {} } = await room.cluster.lab.api.get(kind, room.namespace, name);
  if (!phases.includes(status.phase)) acts.find([`when it has returned from ${when}: expected ${phases.join(' or ')}, got ${status.phase}`]);
}

const UNDER_WAY = ['Progressing', 'Paused'];

export const plays: readonly Play[] = [
  waiting({
    id: 'waiting/created',
    why: 'up returns when the first version is healthy and not before, and does not wait for a release; without being told it waits for nothing',
    engine: 'argo',
    work: async (acts, room, settings) => {
      await acts.up('create without waiting', settings);
      await stands(acts, room, 'create without waiting', UNDER_WAY);
      await acts.destroy(settings);
      await acts.up('create', { ...settings, wait: 'created' });
      await stands(acts, room, 'create', ['Healthy']);
      await acts.up('new image', { ...settings, wait: 'created', image: image(2) });
      await stands(acts, room, 'new image', UNDER_WAY);
    },
  }),
  waiting({
    id: 'waiting/finished',
    why: 'up returns when the canary has become the stable version, and fails when the release was taken back',
    engine: 'argo',
    lacks: lacksKubectl,
    work: async (acts, room, settings) => {
      const finished: Settings = { ...settings, wait: 'finished' };
      await acts.up('create', finished);
      await stands(acts, room, 'create', ['Healthy']);
      await acts.up('new image', { ...finished, image: image(2) });
      await stands(acts, room, 'new image', ['Healthy']);
      if (room.trace.subject?.weight !== 100) acts.find([`the new image has ${room.trace.subject?.weight} % of the requests`]);
      await Promise.all([acts.fails('image that is taken back', { ...finished, image: image(3) }, { because: /has failed/ }), abortAmid(room)]);
      await stands(acts, room, 'image that is taken back', ['Degraded']);
    },
  }),
  waiting({
    id: 'waiting/created-flagger',
    why: 'with Flagger, up returns when the primary runs and the next version may come',
    engine: 'flagger',
    work: async (acts, room, settings) => {
      await acts.up('create', { ...settings, wait: 'created' });
      await stands(acts, room, 'create', ['Initialized']);
    },
  }),
  waiting({
    id: 'waiting/finished-flagger',
    why: 'with Flagger, up returns when the primary is the new version',
    engine: 'flagger',
    lacks: lacksKubectl,
    work: async (acts, room, settings) => {
      await acts.up('create', { ...settings, wait: 'finished' });
      await stands(acts, room, 'create', ['Initialized']);
      await acts.up('new image', { ...settings, wait: 'finished', image: image(2) });
      await stands(acts, room, 'new image', ['Succeeded']);
    },
  }),
];

/** As a person does it who sees that it is bad. */
async function abortAmid(room: Room): Promise<void> {
  await wait(room, 'the version that is taken back has a share', () => room.trace.subject?.promoted === false && room.trace.subject.weight > 0);
  const { kind, name } = await subjectOf(room);
  room.trace.command('abort');
  await room.cluster.lab.api.merge(kind, room.namespace, name, { status: { abort: true } }, 'status');
}
