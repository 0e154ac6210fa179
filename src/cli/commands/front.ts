import type { Command } from 'commander';
import type { Language } from '../../diagnostics/wording.js';
import type { Audience } from '../calc.js';
import type { HelpTexts } from '../help-texts.js';
import type { Outcome } from '../outcome.js';

/** What the front door gives each command. */
export interface Front {
  readonly texts: HelpTexts;
  readonly language: Language;
  readonly env: NodeJS.ProcessEnv;
  /** A new command below `parent`, or at the top, that speaks the user's language and throws rather than prints. */
  command(name: string, description: string, parent?: Command): Command;
  /** Hands an outcome to those who read it; the exit code is set, nobody exits. */
  tell(outcome: Outcome, flags: Flags): Promise<void>;
  audience(stream: NodeJS.WriteStream): Promise<Audience>;
  /** Writes to stdout, and waits while its reader is behind. */
  pour(bytes: Uint8Array): Promise<void>;
  /** Shows a line on the terminal in place of the one before. */
  watch(line: string): void;
}

export interface Flags {
  readonly json?: boolean;
  readonly quiet?: boolean;
}
