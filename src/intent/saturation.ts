/** What is filled, and what it is compared with. */
export type Filled =
  | 'cpu-of-requests'
  | 'cpu-of-limits'
  | 'memory-of-requests'
  | 'memory-of-limits'
  /** Periods of the CPU in which the container had to wait, of all periods. */
  | 'throttled-cpu'
  /** Of the limit, in an hour. */
  | 'memory-growth';

/** What is asked about the resources of pods. */
export interface SaturationIntent {
  readonly filled: Filled;
  /** Absent: all containers of the pods. */
  readonly containerName?: string;
}
