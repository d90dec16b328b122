import type { AnalysedPlan } from '../../engine/model/analysis';
import { exportInto } from '../graph/export/exportFlow';
import { editorExportUi } from '../graph/export/exportUi';
import type { Command } from './context';
import { planForGraph } from './target';

/** Argument: a plan URI or a tree node; without one, the plan whose graph has the focus comes first. */
export const exportGraph: Command = async (context, argument) => {
  const plan = await planForGraph(context, argument);
  if (!plan) return;
  const current = async (): Promise<AnalysedPlan | undefined> =>
    (await context.host.current()).planOf(plan.uri);
  await exportInto(current, editorExportUi, context.drawers);
};
