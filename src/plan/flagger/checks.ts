import type { Routes } from './routes';
import type { RunState } from './state';
import type { Happening, Tick } from './tick';

/** The checks of a tick. The first that fails ends the tick and counts once, whatever failed; nothing is ever subtracted. */
export function failedCheck(tick: Tick, state: RunState, read: Routes): Happening | undefined {
  return isAtStart(tick, state, read) ? startFailure(tick) : analysisFailure(tick);
}

/** Nobody is sent to the canary yet, so there is nothing to judge. */
function isAtStart({ settings }: Tick, { iterations }: RunState, { canaryWeight, mirrored }: Routes): boolean {
  return canaryWeight === 0 && iterations === 0 && !(settings.mirror && mirrored);
}

function startFailure(tick: Tick): Happening | undefined {
  tick.tell();
  return tick.passes('pre-rollout', 'Progressing') ? undefined : 'pre-rollout hook failed';
}

function analysisFailure(tick: Tick): Happening | undefined {
  if (!tick.passes('rollout', 'Progressing')) {
    return 'rollout hook failed';
  }
  switch (tick.settings.metrics ? tick.input.metrics ?? 'pass' : 'pass') {
    case 'fail':
      return 'metric failed';
    case 'no data':
      return 'no data';
    case 'pass':
      return undefined;
  }
}
