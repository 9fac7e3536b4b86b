// Components whose intent is also told by constructs.
import * as components from 'rolloutkit/pulumi';
import { pairs } from '../pairs';
import { NAMESPACE, templateOf, written } from '../pairs/pair';

type Class = new (name: string, args: object) => unknown;

const classes = components as unknown as Readonly<Record<string, Class>>;

export function program(): void {
  for (const pair of pairs) {
    const common = { namespace: NAMESPACE, template: templateOf(written(pair)) };
    for (const [kind, args] of Object.entries(pair.component)) new classes[kind]!(pair.name, { ...args, ...common });
  }
}
