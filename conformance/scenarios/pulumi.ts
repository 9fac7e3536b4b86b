// Stacks of Pulumi, with the real engine, its provider of Kubernetes and the real controllers.
import { CONTROL_PLANE, ENGINE_PARTS } from '../harness/lab';
import type { Check } from '../harness/suite';
import { playApart } from '../pulumi/apart';
import { plays } from '../pulumi/plays';

export const checks: readonly Check[] = plays.map(({ id, why, controller, lacks, needs = [] }) => ({
  id: `pulumi/${id}`,
  why,
  lacks,
  engine: controller ? `pulumi, ${controller}` : 'pulumi',
  needs: ['pulumi', 'pulumi-resource-kubernetes', ...CONTROL_PLANE, ...controller ? ENGINE_PARTS[controller] : [], ...needs],
  check: binaries => playApart(id, binaries),
}));
