import type { Duration } from 'cdk8s';

/** Options for `KayentaSource`. */
export interface KayentaSourceOptions {
  /** Where it answers, as the controller sees it: `http://kayenta.spinnaker:8090`. */
  readonly address: string;

  /** The application that the canary configurations belong to. */
  readonly application: string;

  /** The account that metrics are read with. */
  readonly metricsAccountName: string;

  /** The account that results are kept with. Argo Rollouts also looks the canary configuration up with it. */
  readonly storageAccountName: string;

  /**
   * The account that the canary configuration is read with.
   * @default - the account that results are kept with
   */
  readonly configurationAccountName?: string;

  /** What is compared: the canary with its baseline, once for each scope of the canary configuration. */
  readonly scopes: KayentaScope[];

  /**
   * Scores from this one up to the number of a question are neither good nor bad.
   * @default - the number of the question: whatever is below it is bad
   */
  readonly marginal?: number;

  /**
   * Whether everything since the beginning of the analysis is compared, and not the last interval alone.
   * @default false
   */
  readonly lookback?: boolean;
}

/** A scope of a canary configuration. */
export interface KayentaScope {
  /** Its name, which is usually `default`. */
  readonly name: string;

  /** The baseline. */
  readonly control: KayentaScopeDetail;

  /** The canary. */
  readonly experiment: KayentaScopeDetail;
}

/** One side of a comparison. */
export interface KayentaScopeDetail {
  /** What tells its metrics apart; `{{args.canary-hash}}`, `{{args.stable-hash}}` and their like may stand in it. */
  readonly scope: string;

  /** Its region. */
  readonly region: string;

  /**
   * How far its values are apart.
   * @default Duration.minutes(1)
   */
  readonly step?: Duration;

  /**
   * When its time begins, such as `2026-01-31T12:00:00Z`. Give it on both sides, or on none.
   * @default - an interval before it is asked, or with `lookback` when the analysis begins
   */
  readonly start?: string;

  /**
   * When its time ends. Give it on both sides, or on none.
   * @default - when it is asked
   */
  readonly end?: string;
}
