import { Construct } from 'constructs';
import type * as building from './building-alert-provider';
import { defaultsFor } from './scope-defaults';
import type { AlertIntent } from '../intent/alert';
import { refuse } from '../intent/problem';
import type { ControllerIntent } from '../intent/rollout';
import { alertIntent } from '../release/alert-channel-intent';
import { alertChannelProblems } from '../release/alert-channel-problems';
import type { AlertChannelProps } from '../release/alert-channel-props';

/**
 * Who is told of a release. For Argo Rollouts it writes no object: every rollout that has it among its `alerts` subscribes, and the
 * service and its credentials are set up in the controller. For Flagger it writes an AlertProvider, which the Canaries name.
 */
export class AlertChannel extends Construct {
  private readonly told: AlertIntent;
  private provider?: AlertIntent['flagger'];

  constructor(scope: Construct, id: string, private readonly props: AlertChannelProps) {
    super(scope, id);
    refuse('AlertChannel', ...alertChannelProblems(props));
    this.told = alertIntent(props);
    if ((props.controller ?? defaultsFor(this).controller)?._intent.kind === 'flagger') this.forFlagger();
  }

  /**
   * The channel as the engine of a rollout tells it.
   * @internal
   */
  public _intentFor({ kind }: ControllerIntent): AlertIntent {
    return kind === 'flagger' ? { ...this.told, flagger: this.forFlagger() } : this.told;
  }

  /** Its AlertProvider, written when the first asks for it. */
  private forFlagger(): AlertIntent['flagger'] {
    // loaded here, so that importing the library costs little more than importing cdk8s-plus
    const { buildAlertProvider } = require('./building-alert-provider') as typeof building;
    this.provider ??= buildAlertProvider(this, this.props, this.told);
    return this.provider;
  }
}
