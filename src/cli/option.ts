/** What a command takes beside its arguments. */
export interface Option {
  readonly help: string;
  readonly short?: string;
  /** What stands after it: `FILE`. Without, it is a switch. */
  readonly value?: string;
  /** The values there are. */
  readonly choices?: readonly string[];
  /** May be given several times, or several values with commas between them. */
  readonly list?: true;
  /** What its values are, for completion. */
  readonly completes?: 'files' | 'rules';
}

/** Every command has it. */
export const helpOption: Option = { help: 'show this text', short: 'h' };
