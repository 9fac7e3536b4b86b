// All there is, in the order of the report.
import { scenarios as counted } from './counted';
import { scenarios as faults } from './faults';
import { scenarios as gating } from './gating';
import { checks as lab } from './lab';
import { scenarios as naive } from './naive';
import { scenarios as naiveAnalyses } from './naive-analyses';
import { scenarios as naivePods } from './naive-pods';
import { scenarios as nginx } from './nginx';
import { scenarios as pods } from './pods';
import { scenarios as quickstart } from './quickstart';
import type { Entry } from '../harness/suite';

export const entries: readonly Entry[] = [...quickstart, ...gating, ...nginx, ...naive, ...naiveAnalyses, ...naivePods, ...pods, ...counted, ...faults, ...lab];
