import type { IResourceMonitorServer } from '@pulumi/pulumi/proto/resource_grpc_pb';
import { RegisterResourceResponse, ResourceHookRequest, SupportsFeatureResponse } from '@pulumi/pulumi/proto/resource_pb';
import type { RegisterResourceRequest, RegisterResourceOutputsRequest } from '@pulumi/pulumi/proto/resource_pb';
import { nothing, unary } from './grpc';
import { Hooks } from './hooks';
import type { Log } from './log';
import { engineResource } from './resource';
import type { EngineResource } from './resource';
import { createUrn } from './urn';
import { outputsOf, properties } from './values';
import type { Properties } from './values';

export interface MonitorOptions {
  readonly dryRun: boolean;
  readonly outputs: Readonly<Record<string, Properties>>;
  readonly callHooks: boolean;
  readonly log: Log;
}

// All that version 3.248 of the SDK asks for.
const FEATURES = [
  'secrets', 'resourceReferences', 'outputValues', 'aliasSpecs', 'deletedWith', 'replaceWith', 'transforms', 'invokeTransforms',
  'parameterization', 'resourceHooks', 'errorHooks',
];

/** Keeps what one run registers, and answers as if a provider had made all of it as it was wished. */
export class Monitor {
  readonly resources: EngineResource[] = [];
  readonly outputs: Record<string, Properties> = {};
  readonly hooks: Hooks;

  constructor(private readonly options: MonitorOptions) {
    this.hooks = new Hooks(options.dryRun, options.log);
  }

  /** What is missing here is refused as not implemented. */
  handlers(): Partial<IResourceMonitorServer> {
    return {
      supportsFeature: unary(request => new SupportsFeatureResponse().setHassupport(FEATURES.includes(request.getId()))),
      registerResource: unary(request => this.register(request)),
      registerResourceOutputs: unary(request => this.registerOutputs(request)),
      registerResourceHook: unary(request => { this.hooks.register(request); return nothing(); }),
      // Nothing fails here that such a hook could ask to try again.
      registerErrorHook: unary(nothing),
      signalAndWaitForShutdown: unary(nothing),
    };
  }

  private async register(request: RegisterResourceRequest): Promise<RegisterResourceResponse> {
    const urn = createUrn(request.getType(), request.getName(), request.getParent());
    if (this.resources.some(resource => resource.urn === urn)) this.options.log.fail(urn, `Duplicate resource URN '${urn}'; try giving it a unique name`);
    this.resources.push(engineResource(urn, request));
    const made = new RegisterResourceResponse().setUrn(urn);
    // A component is made by nobody: its inputs do not come back.
    if (request.getCustom()) made.setObject(this.outputsOf(request));
    if (request.getCustom() && !this.options.dryRun) made.setId(`${request.getName()}-id`);
    if (this.options.callHooks) await this.callHooks(request, made);
    return made;
  }

  private outputsOf(request: RegisterResourceRequest): ReturnType<RegisterResourceRequest['getObject']> {
    const { outputs, dryRun } = this.options;
    return outputsOf(request.getObject()!, {
      late: outputs[request.getName()] ?? {},
      known: !dryRun,
      secret: request.getAdditionalsecretoutputsList(),
    });
  }

  private async callHooks(request: RegisterResourceRequest, made: RegisterResourceResponse): Promise<void> {
    const { beforeCreateList = [], afterCreateList = [] } = request.getHooks()?.toObject() ?? {};
    const question = new ResourceHookRequest()
      .setUrn(made.getUrn())
      .setName(request.getName())
      .setType(request.getType())
      .setNewInputs(request.getObject());
    await this.hooks.call('before', beforeCreateList, question);
    await this.hooks.call('after', afterCreateList, question.setId(made.getId()).setNewOutputs(made.getObject()));
  }

  private registerOutputs(request: RegisterResourceOutputsRequest): any {
    this.outputs[request.getUrn()] = properties(request.getOutputs());
    return nothing();
  }
}
