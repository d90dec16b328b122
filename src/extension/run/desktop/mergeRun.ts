import { join } from 'node:path';
import { window } from 'vscode';
import { printable } from '../../../engine/words/printable';
import { mergeInto, planMerge } from '../../../node/git/mergeInto';
import { counted } from '../../../shared/counted';
import { listed } from '../../../shared/listed';
import { orThrow } from '../../../shared/result';
import { UserError } from '../../../shared/userError';
import type { Run } from '../runs';
import { isUnsaved } from './isUnsaved';

/** Merges what a run has landed into the branch that is checked out, once a person has seen what that writes. */
export const mergeRun = async ({ top, head: { branch }, name, life }: Run): Promise<void> => {
  const planned = orThrow(await planMerge(top, branch));
  const paths = planned.files.map(({ path }) => path);
  const unsaved = paths.filter((path) => isUnsaved(join(top, path)));
  if (unsaved.length > 0) {
    throw new UserError(`The merge writes ${listed(unsaved)}, which is not saved. Save it first.`);
  }
  const merge = 'Merge';
  const answer = await window.showInformationMessage(
    `Merge ${printable(branch)} into ${printable(planned.into)}?`,
    {
      modal: true,
      detail: [
        `It writes ${counted(paths.length, 'file')}: ${printable(listed(paths))}`,
        ...(life === 'over' ? [] : ['The run continues. What lands later is not part of this merge.']),
      ].join('\n'),
    },
    merge,
  );
  if (answer !== merge) return;
  orThrow(await mergeInto(planned, `Merge ${branch} (run ${name})`));
  void window.showInformationMessage(`Merged ${printable(branch)} into ${printable(planned.into)}.`);
};
