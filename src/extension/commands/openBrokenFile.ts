import { brokenFileOf } from '../tree/welcome';
import type { Command } from './context';
import { openAt } from './open';

/** Opens the dependency file that cannot be read, at its first problem. */
export const openBrokenFile: Command = async ({ host }) => {
  const snapshot = await host.current();
  const uri = brokenFileOf(snapshot);
  if (uri !== undefined) await openAt(uri, snapshot.findingsOf(uri)[0]?.span);
};
