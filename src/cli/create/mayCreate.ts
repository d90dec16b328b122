import { UserError } from '../../shared/userError';
import type { Terminal } from '../terminal/terminal';

export interface CreateConsent {
  /** Create without asking. */
  readonly yes: boolean;
  readonly format: 'text' | 'json';
  /** What would be created, for a person who sees nothing of it on standard output. */
  readonly preview: string;
  readonly question: string;
}

/** Whether files may be created: asks, unless that was said before. Fails where nobody can be asked. */
export const mayCreate = async (
  terminal: Terminal,
  { yes, format, preview, question }: CreateConsent,
): Promise<boolean> => {
  if (yes) return true;
  if (!terminal.interactive) {
    throw new UserError(
      'Cannot ask for confirmation, because this is not a terminal. Add --yes to create the files, or --dry-run to only look.',
    );
  }
  if (format === 'json') terminal.err(preview);
  return terminal.confirm(question);
};
