// All there is, in the order of the report.
import { scenarios as abTest } from './ab-test';
import { scenarios as actions } from './actions';
import { scenarios as adoption } from './adoption';
import { scenarios as blueGreen } from './blue-green';
import { scenarios as counted } from './counted';
import { checks as dialects } from './dialects';
import { scenarios as experiments } from './experiments';
import { scenarios as faults } from './faults';
import { scenarios as flagger } from './flagger';
import { scenarios as flaggerExamples } from './flagger-examples';
import { checks as flaggerPrograms } from './flagger-programs';
import { scenarios as flaggerRouters } from './flagger-routers';
import { scenarios as flaggerRuns } from './flagger-runs';
import { scenarios as flashSale } from './flash-sale';
import { scenarios as gating } from './gating';
import { scenarios as istio } from './istio';
import { checks as lab } from './lab';
import { checks as live } from './live';
import { scenarios as naive } from './naive';
import { scenarios as naiveAnalyses } from './naive-analyses';
import { scenarios as naiveBlueGreen } from './naive-blue-green';
import { scenarios as naiveFlagger } from './naive-flagger';
import { scenarios as naivePods } from './naive-pods';
import { scenarios as nginx } from './nginx';
import { scenarios as once } from './once';
import { scenarios as operations } from './operations';
import { checks as oracles } from './oracles';
import { scenarios as pods } from './pods';
import { checks as pulumi } from './pulumi';
import { scenarios as quickstart } from './quickstart';
import { scenarios as router } from './router';
import { scenarios as routers } from './routers';
import { scenarios as scaling } from './scaling';
import { scenarios as stages } from './stages';
import { scenarios as store } from './store';
import type { Entry } from '../harness/suite';

export const entries: readonly Entry[] = [
  ...quickstart, ...gating, ...stages, ...blueGreen, ...abTest, ...adoption, ...nginx, ...router,
  ...istio, ...routers, ...flashSale, ...store, ...pods, ...scaling, ...once, ...actions, ...experiments,
  ...operations,
  ...naive, ...naiveAnalyses, ...naiveBlueGreen, ...naivePods,
  ...counted, ...dialects, ...flagger, ...flaggerExamples, ...flaggerRuns, ...flaggerRouters, ...naiveFlagger, ...faults,
  ...oracles, ...flaggerPrograms, ...pulumi, ...live, ...lab,
];
