import { specimens as experiments } from './experiments';
import { specimens as flagger } from './flagger';
import { specimens as questions } from './questions';
import { specimens as releases } from './releases';
import { specimens as routers } from './routers';
import { specimens as sources } from './sources';
import type { Specimen } from './specimen';

/** Components with arguments that are right, which together say everything that can be said. */
export const specimens: readonly Specimen[] = [...routers, ...sources, ...questions, ...releases, ...flagger, ...experiments];
