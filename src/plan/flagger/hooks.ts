/** Who Flagger calls, and when: before a run, at its start, with each check, before more traffic, before promotion, to take it back, after it. */
export type HookType =
  | 'confirm-rollout' | 'pre-rollout' | 'rollout' | 'confirm-traffic-increase' | 'confirm-promotion' | 'rollback' | 'post-rollout'
  | 'event';

/** Hooks that keep a run waiting for as long as they refuse. */
export type Gate = 'confirm-rollout' | 'confirm-traffic-increase' | 'confirm-promotion';

const HOOK_TYPES: ReadonlySet<string> = new Set<HookType>([
  'confirm-rollout', 'pre-rollout', 'rollout', 'confirm-traffic-increase', 'confirm-promotion', 'rollback', 'post-rollout', 'event',
]);

export function isHookType(text: string): text is HookType {
  return HOOK_TYPES.has(text);
}
