// All there is, in the order of the report.
import { scenarios as actions } from './actions';
import { scenarios as blueGreen } from './blue-green';
import { scenarios as counted } from './counted';
import { scenarios as faults } from './faults';
import { scenarios as flagger } from './flagger';
import { scenarios as gating } from './gating';
import { checks as lab } from './lab';
import { scenarios as naive } from './naive';
import { scenarios as naiveAnalyses } from './naive-analyses';
import { scenarios as naiveBlueGreen } from './naive-blue-green';
import { scenarios as naiveFlagger } from './naive-flagger';
import { scenarios as naivePods } from './naive-pods';
import { scenarios as nginx } from './nginx';
import { scenarios as once } from './once';
import { checks as oracles } from './oracles';
import { scenarios as pods } from './pods';
import { scenarios as quickstart } from './quickstart';
import { scenarios as router } from './router';
import { scenarios as stages } from './stages';
import { scenarios as store } from './store';
import type { Entry } from '../harness/suite';

export const entries: readonly Entry[] = [
  ...quickstart, ...gating, ...stages, ...blueGreen, ...nginx, ...router, ...store, ...pods, ...once, ...actions,
  ...naive, ...naiveAnalyses, ...naiveBlueGreen, ...naivePods,
  ...counted, ...flagger, ...naiveFlagger, ...faults, ...oracles, ...lab,
];
