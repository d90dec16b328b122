import {
  CancellationTokenSource,
  type LanguageModelChat,
  LanguageModelChatMessage,
  LanguageModelError,
  lm,
} from 'vscode';
import { messageOf, UserError } from '../../shared/userError';

/** A language model of the editor. */
export interface ChatModel {
  readonly name: string;
  /** How many tokens it takes in. */
  readonly maxTokens: number;
  /** Its whole answer. The editor asks the person for consent; a refusal rejects with a {@link UserError}. */
  ask(prompt: string, signal: AbortSignal): Promise<string>;
}

/** The models the editor offers; none where it has no such thing. */
export const editorModels = async (): Promise<readonly ChatModel[]> => {
  // editors built on older versions have no language models at all
  if (typeof lm?.selectChatModels !== 'function') return [];
  const models = await lm.selectChatModels().then(undefined, () => []);
  return models.map((model) => ({
    name: model.name,
    maxTokens: model.maxInputTokens,
    ask: (prompt, signal) => ask(model, prompt, signal),
  }));
};

const ask = async (model: LanguageModelChat, prompt: string, signal: AbortSignal): Promise<string> => {
  const source = new CancellationTokenSource();
  const cancel = (): void => source.cancel();
  signal.addEventListener('abort', cancel);
  try {
    const justification = 'To find the dependencies between the achievements of a plan.';
    const messages = [LanguageModelChatMessage.User(prompt)];
    const response = await model.sendRequest(messages, { justification }, source.token);
    let answer = '';
    for await (const part of response.text) answer += part;
    return answer;
  } catch (error) {
    throw error instanceof LanguageModelError
      ? new UserError(reasonOf(model, error), { cause: error })
      : error;
  } finally {
    signal.removeEventListener('abort', cancel);
    source.dispose();
  }
};

const reasonOf = ({ name }: LanguageModelChat, error: LanguageModelError): string => {
  switch (error.code) {
    case LanguageModelError.NoPermissions().code:
      return `${name} was not asked: it may not be used without your consent.`;
    case LanguageModelError.Blocked().code:
      return `${name} could not be asked: it accepts no more requests for now.`;
    case LanguageModelError.NotFound().code:
      return `${name} is no longer available.`;
    default:
      return `${name} could not answer: ${messageOf(error)}`;
  }
};
