import { familyWords } from '../../engine/words/family';
import { printable } from '../../engine/words/printable';
import type { Workspace } from '../workspace/workspace';

/** How far what is below each GRAMMAPLAN and NORTH_STAR is, as one block; nothing where there is none. */
export const familyLines = (workspace: Workspace): readonly string[] => {
  const families = workspace.families();
  return families.length === 0 ? [] : [families.map((family) => printable(familyWords(family))).join('\n')];
};
