import * as pulumi from '@pulumi/pulumi';
import { typeOf } from './rollout-component';
import type { GitOps } from '../../controllers/git-ops';
import type { Rendered } from '../../engines/rendered';
import type { Leaf } from '../../manifests/leaf';
import { resourceName } from '../../manifests/names';
import { alertChannelProblems } from '../../release/alert-channel-problems';
import type { AlertChannelProps } from '../../release/alert-channel-props';
import type { ToldChannel } from '../../release/defaults';
import type { AlertChannelArgs } from '../arguments/component-args';
import { knownText, namespaceText } from '../arguments/pending';
import { standsFor } from '../arguments/read';
import { named } from '../arguments/shape';
import type { ChannelOwner } from '../compiling/alert-values';
import { channelProvider, toldChannel } from '../compiling/alert-values';
import type { Written } from '../compiling/compiled';
import type { Brought } from '../registering/bring';
import { bring } from '../registering/bring';

interface ChannelValue extends AlertChannelProps {
  readonly namespace?: Leaf<string>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly gitOps?: GitOps;
}

const nothing: Rendered = { manifests: [], origins: () => [], gaps: [], elsewhere: [] };

/**
 * Who is told of a release. For Argo Rollouts it writes no object: every rollout that has it among its `alerts` subscribes. For Flagger it
 * writes an AlertProvider, which the Canaries name.
 */
export class AlertChannel extends pulumi.ComponentResource {
  /** The name of the AlertProvider, where there is one. */
  public readonly providerName: string;

  constructor(name: string, args: AlertChannelArgs, opts: pulumi.ComponentResourceOptions = {}) {
    super(typeOf('AlertChannel'), name, {}, opts);
    const provider = knownText(args?.providerName) ?? name;
    const bringAs = (controller: 'argo' | 'flagger' | undefined): Brought => bring({
      component: this,
      kind: 'AlertChannel',
      name,
      args: args ?? {},
      compiling: {
        shape: named('AlertChannel'),
        resource: resourceName('AlertProvider', knownText(args?.namespace), provider),
        write: (value: ChannelValue) => write(provider, value, controller),
      },
      prefix: () => provider,
      placeOfName: () => 'providerName',
    });
    const { compiled, children } = bringAs(undefined);
    let written = children.length > 0;
    const props = compiled.value as ChannelValue;
    const told = toldChannel(props, provider, namespaceText(props.namespace));
    standsFor(this, {
      _intentFor: controller => {
        // the first rollout of Flagger that tells it has its object written
        if (controller.kind === 'flagger' && !written) {
          written = true;
          bringAs('flagger');
        }
        return told._intentFor(controller);
      },
    } satisfies ToldChannel);
    this.providerName = provider;
    this.registerOutputs({ providerName: this.providerName });
  }
}

function write(name: string, value: ChannelValue, controller: 'argo' | 'flagger' | undefined): Written {
  const owner: ChannelOwner = { name, namespace: namespaceText(value.namespace), labels: value.labels ?? {}, gitOps: value.gitOps };
  const problems = alertChannelProblems(value).filter(problem => problem !== undefined);
  const isWritten = problems.length === 0 && (controller ?? value.controller?._intent.kind) === 'flagger';
  return { rendered: isWritten ? channelProvider(value, owner) : nothing, problems, namespace: owner.namespace, value };
}
