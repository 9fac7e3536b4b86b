import * as pulumi from '@pulumi/pulumi';
import { joinRun } from '../registering/written-objects';

/** A client of gRPC; those of mocks are none. */
interface Connection {
  getChannel?(): { getTarget(): string };
}

/** Every component that a plug-in makes has a connection of its own to the engine. They are one run where they lead to the same one. */
export class Runs {
  private readonly byAddress = new Map<string, object>();

  public join(): void {
    const address = (pulumi.runtime.getMonitor() as unknown as Connection | undefined)?.getChannel?.().getTarget();
    if (address === undefined) return;
    const run = this.byAddress.get(address) ?? {};
    this.byAddress.set(address, run);
    joinRun(run);
  }
}
