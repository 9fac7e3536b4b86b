// The life of a stack around one release: whatever is done with it amid the release leaves the release alone.
import { join } from 'node:path';
import { Acts, isSame, isUpdated } from './acts';
import { watchFor } from './disturbances';
import type { Play, Played } from './play';
import { advance, promote, untilAtRest, untilMiddle } from './releases';
import { leftIn, namesIn, quiet, subjectOf, withRoom } from './room';
import type { Room } from './room';
import { ALL } from './settings';
import type { Settings } from './settings';
import type { Engine } from '../harness/lab';
import type { Fields } from '../harness/objects';

export interface Life {
  readonly id: string;
  readonly why: string;
  readonly engine: Engine;
  /** Module of the program, from `conformance/pulumi/programs`. */
  readonly program: string;
  readonly settings?: Partial<Settings>;
  /** Objects, as `Kind/name`, that get a label amid the release, one after the other: an unrelated change. Without them, all of the stack. */
  readonly labelled?: readonly string[];
  /** A new version has no requests before the promotion. */
  readonly unshared?: true;
  /** An autoscaler asks for so many pods amid the release. */
  readonly scaledTo?: number;
  /** Something is wrong on purpose: what must be found. */
  readonly fault?: RegExp;
}

const [FIRST, NEXT] = ['registry.example/shop:1.0.0', 'registry.example/shop:2.0.0'];

export function lifeCycle({ id, why, engine, fault, ...life }: Life): Play {
  return {
    id,
    why,
    controller: engine,
    play: ({ workshop, cluster }) => withRoom(cluster!, engine, 'shop', async (room): Promise<Played> => {
      const stack = workshop.open({ name: 'life', program: join(__dirname, 'programs', life.program) });
      const acts = new Acts(stack, room.trace);
      const findings = await acts.all(() => live(acts, room, life));
      const missed = fault && !findings.some(one => fault.test(one)) ? [`expected to be found: ${fault}, got ${findings.join('; ') || 'nothing'}`] : [];
      return { findings: fault ? missed : findings, trace: room.trace.toJSON() };
    }),
  };
}

async function live(acts: Acts, room: Room, { settings, labelled, unshared, scaledTo }: Pick<Life, 'settings' | 'labelled' | 'unshared' | 'scaledTo'>): Promise<void> {
  const first: Settings = { ...settings, namespace: room.namespace, metrics: room.metrics, image: FIRST };
  const next: Settings = { ...first, image: NEXT };
  const everywhere: Settings = { ...next, label: { on: ALL, value: 'later' } };

  await acts.up('create', first);
  await untilAtRest(room);
  await acts.preview('preview of no change', first, isSame);

  await acts.up('new image', next);
  await untilMiddle(room, unshared);
  if (scaledTo !== undefined) await scale(room, scaledTo);
  await undisturbed(acts, room, async () => {
    let changed = next;
    for (const on of labelled ?? await namesIn(room, isOfPulumi)) {
      changed = { ...next, label: { on, value: 'amid' } };
      await acts.up(`label on ${on}`, changed, isUpdated);
    }
    await acts.refresh(changed);
  });
  if (!unshared) await advance(room);
  // Once refreshed, what Pulumi remembers is what the controller has written.
  await undisturbed(acts, room, async () => {
    await acts.up('label on all', everywhere, isUpdated);
    await acts.refresh(everywhere);
    await acts.preview('preview after the refresh', everywhere, isSame);
  });

  await promote(room);
  await acts.preview('preview after the release', everywhere, isSame);
  await acts.destroy(everywhere);
  acts.find(await leftIn(room));
}

/** Does it amid the release, and finds what the release made of it. */
async function undisturbed(acts: Acts, room: Room, work: () => Promise<void>): Promise<void> {
  const disturbances = watchFor(room.trace);
  try {
    await work();
    await quiet(room);
  } finally {
    acts.find(disturbances().map(what => `amid the release: ${what}`));
  }
}

/** As an autoscaler does it. */
async function scale(room: Room, replicas: number): Promise<void> {
  const { kind, name } = await subjectOf(room);
  room.trace.command(`scale to ${replicas}`);
  await room.cluster.lab.api.merge(kind, room.namespace, name, { spec: { replicas } }, 'scale');
  await quiet(room);
}

/** Whoever has written a field of an object is known by a name. */
function isOfPulumi({ metadata: { managedFields } }: Fields): boolean {
  return managedFields.some(({ manager }: Fields) => manager.startsWith('pulumi-kubernetes'));
}
