import { commandText } from '../../engine/run/text/dryRun';
import { printableLine } from '../../engine/words/printable';
import { isTrusted, trust } from '../../node/run/record/trusted';
import type { Terminal } from '../terminal/terminal';

/** What is asked before commands of a repository run. */
export interface Consent {
  readonly top: string;
  readonly hash: string;
  readonly commands: readonly (readonly string[])[];
  /** The hash that a person has given, as a sign that they have seen the commands. */
  readonly given: string | undefined;
}

/** Whether a person has seen the commands, now or before; says what to do where nobody has. */
export const mayRunCommands = async (terminal: Terminal, consent: Consent): Promise<boolean> => {
  const { top, hash, commands, given } = consent;
  if (given === hash || (await isTrusted(top, hash))) {
    await trust(top, hash);
    return true;
  }
  terminal.err('The repository asks to run these commands:');
  for (const command of commands) terminal.err(`  ${printableLine(commandText(command))}`);
  if (given !== undefined) {
    terminal.err(`error: These are not the commands of hash ${printableLine(given)}. Their hash is ${hash}.`);
    return false;
  }
  if (!terminal.interactive) {
    terminal.err(
      `error: Nobody has approved these commands yet. Read them, then add --trust-commands ${hash}`,
    );
    return false;
  }
  if (!(await terminal.confirm('Run them, also in later runs?'))) return false;
  await trust(top, hash);
  return true;
};
