import { fail, ok, type Result } from '../../shared/result';
import { UserError } from '../../shared/userError';
import type { AnalysedPlan } from '../model/analysis';
import { decodeUri, relativeUri } from '../model/uri';
import { estimateTokens } from './budget';
import { frame } from './frame';
import type { Prompt, PromptRequest } from './prompt';
import { scopeOf } from './scope';
import { writers } from './writers';

/** Reads a document as it is now, unsaved text first; undefined when it cannot be read. */
export type ReadDocument = (uri: string) => Promise<string | undefined>;

/**
 * The prompt that `request` asks for. Fails where the plan has nothing to ask about, and when a document that defines
 * an achievement is gone.
 */
export const preparePrompt = async (
  plan: AnalysedPlan,
  read: ReadDocument,
  request: PromptRequest,
): Promise<Result<Prompt, UserError>> => {
  const scope = scopeOf(plan, request);
  if (!scope.ok) return scope;
  const { kind, achievements } = scope.value;
  const writer = writers[kind];
  const texts = new Map<string, string>();
  const definitions = plan.kind === 'plan' ? [plan.uri] : achievements.map(({ uri }) => uri);
  const others = [...(writer.readsOf?.(plan) ?? []), ...achievements.flatMap((each) => writer.reads(each))];
  for (const uri of new Set([...definitions, ...others])) {
    const text = await read(uri);
    if (text !== undefined) texts.set(uri, text);
  }
  if (definitions.some((uri) => !texts.has(uri)))
    return fail(new UserError('That plan no longer exists. Refresh and try again.'));
  const draft = writer.write({
    plan,
    achievements,
    parallelism: request.parallelism ?? 3,
    textOf: (uri) => texts.get(uri) ?? '',
    pathOf: (uri) => decodeUri(relativeUri(request.base, uri)),
  });
  const { text, leftOut } = frame({ plan }, draft, request.maxTokens);
  return ok({ kind, title: draft.title, text, tokens: estimateTokens(text), leftOut });
};
