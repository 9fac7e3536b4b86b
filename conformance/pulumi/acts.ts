// What is done with a stack, one after the other: noted in a trace, and what is wrong with what came of it.
import { changesOf } from './operation';
import type { Outcome } from './operation';
import type { Settings } from './settings';
import type { Stack } from './stack';
import type { Trace } from '../harness/trace';

export type Judge = (outcome: Outcome) => string[];

/** What a user is told has no lines of a program that is not theirs. */
const STACK = /\bat \S+ \(|node_modules/;
/** What the Automation API says beside the error itself, which it repeats as well. */
const ECHO = /nothing of it was written, as said above|^update failed$/;
/** Pulumi takes most of a minute to print an error that has a stack. */
const LONGEST_SECONDS = 15;

/** Thrown when it cannot go on; why is among the findings. */
class Halted extends Error {}

export class Acts {
  private readonly findings: string[] = [];

  /** @param mayWarn whether warnings are as they must be */
  constructor(private readonly stack: Stack, private readonly trace?: Pick<Trace, 'command'>, private readonly mayWarn = false) {}

  /** Does it all, as far as it gets, and answers with what was found. */
  async all(work: () => Promise<void>): Promise<readonly string[]> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Halted)) this.find([(error as Error).message]);
    }
    return this.findings;
  }

  find(found: readonly string[]): void {
    this.findings.push(...found);
  }

  up(what: string, settings: Partial<Settings>, judge?: Judge): Promise<Outcome> {
    return this.act(what, () => this.stack.up({ ...settings }), judge);
  }

  preview(what: string, settings: Partial<Settings>, judge?: Judge): Promise<Outcome> {
    return this.act(what, () => this.stack.preview({ ...settings }), judge);
  }

  /** What has to fail, and is expected to. */
  async fails(what: string, settings: Partial<Settings>, { verb = 'up', because }: { readonly verb?: 'up' | 'preview'; readonly because: RegExp }): Promise<void> {
    const outcome = await this.perform(what, () => this.stack[verb]({ ...settings }));
    const { ok, errors } = outcome;
    const others = errors.filter(error => !because.test(error) && !ECHO.test(error));
    if (ok || errors.length === others.length) this.find([`${what}: expected to fail with ${because}, got ${[...errors, ...changesOf(outcome)].join('; ')}`]);
    else if (others.length > 0) this.find([`${what}: expected no other error, got ${others.join('; ')}`]);
    this.find(errors.filter(error => STACK.test(error)).map(error => `${what}: expected no stack, got ${error}`));
    // What comes first, a preview, may have to load all that it needs.
    if (verb === 'up' && outcome.seconds > LONGEST_SECONDS) this.find([`${what}: expected to fail within ${LONGEST_SECONDS} s, got ${outcome.seconds}`]);
  }

  refresh(settings: Partial<Settings>): Promise<Outcome> {
    return this.act('refresh', () => this.stack.refresh({ ...settings }));
  }

  destroy(settings: Partial<Settings>): Promise<Outcome> {
    return this.act('destroy', () => this.stack.destroy({ ...settings }));
  }

  private async act(what: string, operation: () => Promise<Outcome>, judge: Judge = () => []): Promise<Outcome> {
    const outcome = await this.perform(what, operation);
    const wrong = outcome.ok ? [...this.mayWarn ? [] : outcome.warnings.map(warning => `a warning: ${warning}`), ...judge(outcome)] : outcome.errors;
    this.find(wrong.map(one => `${what}: ${one}`));
    if (!outcome.ok) throw new Halted();
    return outcome;
  }

  private async perform(what: string, operation: () => Promise<Outcome>): Promise<Outcome> {
    this.trace?.command(what);
    const outcome = await operation();
    const told = [...changesOf(outcome), ...outcome.errors].join('; ') || 'all the same';
    this.trace?.command(`${what}: ${outcome.ok ? 'done' : 'failed'} in ${outcome.seconds.toFixed(1)} s; ${told}`);
    return outcome;
  }
}

export const isSame: Judge = outcome => changesOf(outcome).map(change => `expected all the same, got ${change}`);

export const isUpdated: Judge = ({ steps }) => steps.some(({ op }) => op === 'update') ? [] : ['nothing was updated'];
