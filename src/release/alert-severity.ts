/** From when on Flagger tells of a release. */
export enum AlertSeverity {
  /** Everything: that a release begins and that it is promoted, and the others. */
  INFO = 'info',
  /** What may need a person: that a release waits for an approval or was taken back by hand, and the errors. */
  WARN = 'warn',
  /** That a release was taken back, or that its promotion failed. */
  ERROR = 'error',
}
