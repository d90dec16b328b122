import type { CreationSelection } from '../../engine/create/batch';
import type { Parallelism, PromptRequest } from '../../engine/prompt/prompt';
import { toJson } from '../../shared/toJson';
import type { Terminal } from '../terminal/terminal';
import { onlyPlan } from '../workspace/onlyPlan';
import type { MakingWorkspace } from '../workspace/workspace';

export interface PromptOptions {
  readonly kind: PromptRequest['kind'];
  readonly selection: CreationSelection | undefined;
  readonly parallelism: Parallelism | undefined;
  readonly maxTokens: number;
  readonly format: 'text' | 'json';
}

/** `prompt KIND`: the prompt alone on standard output; what had to be left out is said on standard error too. */
export const prompt = async (
  terminal: Terminal,
  workspace: MakingWorkspace,
  { format, ...request }: PromptOptions,
): Promise<number> => {
  const prepared = await workspace.preparePrompt({ ...request, plan: onlyPlan(workspace).uri });
  if (!prepared.ok) throw prepared.error;
  const { kind, title, text, tokens, leftOut } = prepared.value;
  terminal.out(format === 'json' ? toJson({ kind, title, text, tokens, leftOut }) : text.trimEnd());
  if (tokens > request.maxTokens) {
    terminal.err(
      `warning: the task alone takes about ${tokens} tokens, more than ${request.maxTokens}. Choose fewer achievements or more tokens.`,
    );
  } else if (leftOut.length > 0) {
    terminal.err(`Left out to stay within ${request.maxTokens} tokens: ${leftOut.join('; ')}.`);
  }
  return 0;
};
