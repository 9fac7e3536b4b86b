// All scenarios, in the order of the report.
import { scenarios as gating } from './gating.mjs';
import { scenarios as naive } from './naive.mjs';
import { scenarios as nginx } from './nginx.mjs';
import { scenarios as quickstart } from './quickstart.mjs';

export const scenarios = [...quickstart, ...gating, ...nginx, ...naive];
