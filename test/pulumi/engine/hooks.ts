import { CallbacksClient } from '@pulumi/pulumi/proto/callback_grpc_pb';
import { CallbackInvokeRequest } from '@pulumi/pulumi/proto/callback_pb';
import type { Callback, CallbackInvokeResponse } from '@pulumi/pulumi/proto/callback_pb';
import { ResourceHookResponse } from '@pulumi/pulumi/proto/resource_pb';
import type { RegisterResourceHookRequest, ResourceHookRequest } from '@pulumi/pulumi/proto/resource_pb';
import { grpc } from './grpc';
import type { Log } from './log';

/** A hook that the program made known. */
export interface EngineHook {
  readonly name: string;
  readonly onDryRun: boolean;
  readonly ignoreErrors: boolean;
}

/** A hook that ran, and the message of what it threw. */
export interface HookCall {
  readonly name: string;
  readonly urn: string;
  readonly error?: string;
}

/** The hooks of one run, which live in the program. */
export class Hooks {
  readonly calls: HookCall[] = [];
  private readonly registered = new Map<string, RegisterResourceHookRequest>();

  constructor(private readonly dryRun: boolean, private readonly log: Log) {}

  get all(): EngineHook[] {
    return [...this.registered.values()].map(hook => ({ name: hook.getName(), onDryRun: hook.getOnDryRun(), ignoreErrors: hook.getIgnoreErrors() }));
  }

  register(hook: RegisterResourceHookRequest): void {
    this.registered.set(hook.getName(), hook);
  }

  async call(moment: 'before' | 'after', names: readonly string[], request: ResourceHookRequest): Promise<void> {
    for (const name of names) {
      const hook = this.registered.get(name)!;
      if (this.dryRun && !hook.getOnDryRun()) continue;
      const error = await invoke(hook.getCallback()!, request) || undefined;
      this.calls.push({ name, urn: request.getUrn(), error });
      if (error === undefined) continue;
      const failed = `hook "${name}" failed: ${error}`;
      if (!hook.getIgnoreErrors()) this.log.fail(request.getUrn(), `${moment} ${failed}`);
      this.log.warn(request.getUrn(), `${moment === 'before' ? 'BeforeCreate' : 'AfterCreate'} ${failed}`);
    }
  }
}

async function invoke(callback: Callback, request: ResourceHookRequest): Promise<string> {
  // It is on this machine; a proxy of the environment is not.
  const client = new CallbacksClient(callback.getTarget(), grpc.credentials.createInsecure(), { 'grpc.enable_http_proxy': 0 });
  try {
    const response = await new Promise<CallbackInvokeResponse>((resolve, reject) => {
      const invocation = new CallbackInvokeRequest().setToken(callback.getToken()).setRequest(request.serializeBinary());
      client.invoke(invocation, (error, answer) => { if (error) reject(error); else resolve(answer); });
    });
    return ResourceHookResponse.deserializeBinary(response.getResponse_asU8()).getError();
  } finally {
    client.close();
  }
}
