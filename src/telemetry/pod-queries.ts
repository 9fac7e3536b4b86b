import { outOfMemory, outOfMemoryInAll, restarts, restartsInAll } from './pod-health';
import { saturation } from './saturation';
import type { PodQueries } from '../intent/telemetry';

/** What kubelets and kube-state-metrics tell of pods; part of every dialect. */
export const podQueries: PodQueries = { restarts, outOfMemory, restartsInAll, outOfMemoryInAll, saturation };
