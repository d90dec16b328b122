import { Uri, workspace } from 'vscode';
import type { Engine } from '../../engine/engine';
import type { AnalysedPlan } from '../../engine/model/analysis';
import { parentUri } from '../../engine/model/uri';
import { DEFAULT_TOKENS, type Prompt, type PromptRequest } from '../../engine/prompt/prompt';

/** A prompt, and how long a person wanted it to be. */
export interface SizedPrompt extends Prompt {
  readonly maxTokens: number;
}

/** Writes a prompt with paths as the workspace folder of the plan has them, of the length in the settings. */
export const preparePrompt = async (
  engine: Engine,
  plan: AnalysedPlan,
  asks: Pick<PromptRequest, 'kind' | 'selection' | 'parallelism'>,
): Promise<SizedPrompt> => {
  const uri = Uri.parse(plan.uri);
  const maxTokens = budgetFor(uri);
  const base = workspace.getWorkspaceFolder(uri)?.uri.toString() ?? parentUri(plan.uri);
  const prepared = await engine.preparePrompt({ ...asks, plan: plan.uri, maxTokens, base });
  if (!prepared.ok) throw prepared.error;
  return { ...prepared.value, maxTokens };
};

const budgetFor = (uri: Uri): number => {
  const set: unknown = workspace.getConfiguration('parallelPlans', uri).get('prompt.tokenBudget');
  return typeof set === 'number' && set >= 1 ? set : DEFAULT_TOKENS;
};
