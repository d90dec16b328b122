import { join } from 'node:path';
import { l10n, window } from 'vscode';
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
    throw new UserError(l10n.t('The merge writes {0}, which is not saved. Save it first.', listed(unsaved)));
  }
  const merge = l10n.t('Merge');
  const answer = await window.showInformationMessage(
    l10n.t('Merge {0} into {1}?', printable(branch), printable(planned.into)),
    {
      modal: true,
      detail: [
        l10n.t('It writes {0}: {1}', counted(paths.length, 'file'), printable(listed(paths))),
        ...(life === 'over'
          ? []
          : [l10n.t('The run continues. What lands later is not part of this merge.')]),
      ].join('\n'),
    },
    merge,
  );
  if (answer !== merge) return;
  orThrow(await mergeInto(planned, `Merge ${branch} (run ${name})`));
  void window.showInformationMessage(
    l10n.t('Merged {0} into {1}.', printable(branch), printable(planned.into)),
  );
};
