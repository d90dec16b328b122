import { window, workspace } from 'vscode';
import type { AnalysedPlan } from '../../../engine/model/analysis';
import { printable } from '../../../engine/words/printable';

/**
 * What is unsaved is in no commit, so nobody would work on it. True where nothing is, or the person lets it be saved;
 * false when they turned away.
 */
export const savePlan = async (plan: AnalysedPlan): Promise<boolean> => {
  const folder = plan.folders.root;
  const unsaved = workspace.textDocuments.filter(
    ({ uri, isDirty }) => isDirty && uri.scheme === 'file' && uri.toString().startsWith(`${folder}/`),
  );
  if (unsaved.length === 0) return true;
  const save = 'Save All';
  const answer = await window.showWarningMessage(
    `${printable(plan.name)} has unsaved files.`,
    {
      modal: true,
      detail: 'A run begins at a commit. Changes that are not saved and committed are not part of it.',
    },
    save,
  );
  if (answer !== save) return false;
  const saved = await Promise.all(unsaved.map((document) => document.save()));
  return saved.every(Boolean);
};
