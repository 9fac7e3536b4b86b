// How a release is brought to its middle, held there and let go, whoever wrote the program.
import { quiet, subjectOf, wait } from './room';
import type { Room } from './room';
import type { Fields } from '../harness/objects';

/** The first version runs, and the next may come. */
export async function untilAtRest(room: Room): Promise<void> {
  await wait(room, 'the first version runs', () => {
    const { phase, promoted } = room.trace.subject ?? {};
    return room.engine === 'argo' ? phase === 'Healthy' && promoted : phase === 'Initialized';
  });
  await quiet(room);
}

/** The next version has some of the requests, or none before all of them, and that stays so. */
export async function untilMiddle(room: Room, unshared = false): Promise<void> {
  const { trace, engine, cluster: { lab: { api } }, namespace } = room;
  const isAmid = ({ weight, iterations }: Fields): boolean => unshared ? engine === 'argo' || iterations > 0 : weight > 0;
  await wait(room, 'the next version is looked at', () => trace.subject?.promoted === false && isAmid(trace.subject) && isReady(room));
  if (engine === 'flagger') {
    const { kind, name } = await subjectOf(room);
    await api.merge(kind, namespace, name, { spec: { suspend: true } });
  }
  await quiet(room);
}

/** Argo waits at its steps; Flagger starts the pods before it gives them a share. */
function isReady({ trace, engine }: Room): boolean {
  return engine === 'flagger' || trace.subject?.phase === 'Paused';
}

/** To the next share, past all that waits before it: the controller writes its weights once more. */
export async function advance(room: Room): Promise<void> {
  const { trace, engine, cluster: { lab: { api } }, namespace } = room;
  const { kind, name } = await subjectOf(room);
  const weight = trace.subject?.weight as number;
  const hasMore = (): boolean => trace.subject?.weight > weight;
  trace.command('advance');
  if (engine === 'flagger') {
    await api.merge(kind, namespace, name, { spec: { suspend: false } });
    await wait(room, 'the next version has a larger share', hasMore);
    await api.merge(kind, namespace, name, { spec: { suspend: true } });
  } else {
    while (!hasMore()) {
      const step = trace.subject?.step as number;
      await api.merge(kind, namespace, name, { status: { pauseConditions: null } }, 'status');
      await wait(room, 'the next step waits', () => trace.subject?.step > step && isReady(room));
    }
  }
  await quiet(room);
}

/** To the end, past all that waits. */
export async function promote(room: Room): Promise<void> {
  const { trace, engine, cluster: { lab: { api } }, namespace } = room;
  const { kind, name } = await subjectOf(room);
  trace.command('promote');
  if (engine === 'argo') await api.merge(kind, namespace, name, { status: { promoteFull: true } }, 'status');
  else await api.merge(kind, namespace, name, { spec: { suspend: false } });
  await wait(room, 'the next version is the only one', () => {
    const { phase, promoted } = trace.subject ?? {};
    return engine === 'argo' ? phase === 'Healthy' && promoted : phase === 'Succeeded';
  });
  await quiet(room);
}
