// Generated programs on the real Flagger: each ends, to the good and to the bad, at the tick that the simulator says.
import { isAsked, playable, scenarioOf } from './oracle/playable';
import type { Playable } from './oracle/playable';
import { runPrograms } from './oracle/programs-process';
import { CONTROL_PLANE, ENGINE_PARTS, startLab } from '../harness/lab';
import { runScenario } from '../harness/scenario';
import type { Scenario } from '../harness/scenario';
import { inParallel } from '../harness/suite';
import type { Check } from '../harness/suite';
import { Recorder } from '../harness/trace';
import type { Binaries } from '../lab/binaries';

const ALL = 50;
/** Fewer, for whoever is at work on it. */
const SAMPLE = Number(process.env.SAMPLE ?? ALL);
const SEED = 20261123;
/** So many are drawn at a time; one in five or six can be played. */
const DRAWN = 100;
const JOBS = 8;

export const checks: readonly Check[] = [{
  id: 'flagger-programs/sample',
  why: `of ${ALL} programs that are written, all succeed with good answers and every second fails with bad ones, by the states and at the tick that are predicted`,
  engine: 'flagger',
  needs: [...CONTROL_PLANE, ...ENGINE_PARTS.flagger],
  check: async binaries => {
    const sample = await draw();
    const scenarios = sample.flatMap((one, index) => [
      scenarioOf(one, `program-${index + 1}/good`, 'good'),
      ...index % 2 === 1 ? [scenarioOf(one, `program-${index + 1}/bad`, 'bad')] : [],
    ]);
    const providers = new Set(sample.map(({ settings: { provider } }) => provider));
    const findings = await playAll(scenarios, binaries);
    return [...findings, ...SAMPLE === ALL && providers.size < 10 ? [`only ${[...providers].join(', ')} are among them`] : []];
  },
}];

/** The same for everybody; of every second one bad answers can be given. */
async function draw(): Promise<Playable[]> {
  const sample: Playable[] = [];
  for (let seed = SEED; sample.length < SAMPLE; seed += 1) {
    for (const ran of await runPrograms('flagger', DRAWN, seed)) {
      const one = playable(ran);
      if (one && sample.length < SAMPLE && (sample.length % 2 === 0 || isAsked(one))) sample.push(one);
    }
  }
  return sample;
}

async function playAll(scenarios: readonly Scenario[], binaries: Binaries): Promise<string[]> {
  const lab = await startLab(binaries, ['flagger']);
  try {
    const recorder = new Recorder(lab.api, ['flagger']);
    const found: string[] = [];
    await inParallel(scenarios, JOBS, async scenario => {
      lab.children.check();
      const { id, why, findings } = await runScenario(lab, recorder, scenario);
      if (findings.length > 0) found.push(`${id}: ${findings.join('; ')}\n${why}`);
    });
    return found;
  } finally {
    await lab.stop();
  }
}
