import type { IEngineServer } from '@pulumi/pulumi/proto/engine_grpc_pb';
import { LogSeverity, SetRootResourceResponse } from '@pulumi/pulumi/proto/engine_pb';
import type { LogRequest } from '@pulumi/pulumi/proto/engine_pb';
import { grpc, nothing, unary } from './grpc';

/** A line that a user sees. */
export interface EngineMessage {
  readonly severity: 'info' | 'warning' | 'error';
  /** The resource it stands at. */
  readonly urn?: string;
  readonly text: string;
}

const SEVERITIES: Readonly<Partial<Record<LogSeverity, EngineMessage['severity']>>> = {
  [LogSeverity.INFO]: 'info',
  [LogSeverity.WARNING]: 'warning',
  [LogSeverity.ERROR]: 'error',
};

/** What one run says, and what the engine says of it. */
export class Log {
  readonly messages: EngineMessage[] = [];
  /** Whether the engine ended the run. */
  ended = false;

  handlers(): Partial<IEngineServer> {
    return {
      log: unary(request => this.add(request)),
      setRootResource: unary(() => new SetRootResourceResponse()),
    };
  }

  /** Says something of the engine's own. */
  warn(urn: string, text: string): void {
    this.messages.push({ severity: 'warning', urn, text });
  }

  /** Ends the run as the engine does: it says why, and to the program it is only gone. */
  fail(urn: string, text: string): never {
    this.messages.push({ severity: 'error', urn, text });
    this.ended = true;
    throw Object.assign(new Error(text), { code: grpc.status.UNAVAILABLE });
  }

  private add(request: LogRequest): any {
    // The lines for debugging, of which the SDK writes several for each resource, are shown to nobody.
    const severity = SEVERITIES[request.getSeverity()];
    if (severity !== undefined) this.messages.push({ severity, urn: request.getUrn() || undefined, text: request.getMessage() });
    return nothing();
  }
}
