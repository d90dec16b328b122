import { commands, env, lm, window, workspace } from 'vscode';
import type { SizedPrompt } from './prepare';

/** Where a prompt goes. */
export type PromptTarget = 'clipboard' | 'document' | 'chat';

const CHAT = 'workbench.action.chat.open';
const SHOWN_MS = 6_000;

/** Whether a chat would answer: its command is there also in an editor without any model. */
const hasChat = async (): Promise<boolean> =>
  (await commands.getCommands(true)).includes(CHAT) && (await lm.selectChatModels()).length > 0;

/** Asks where a prompt should go; Enter takes the clipboard. The chat is offered where the editor has one. */
export const pickTarget = async (title: string): Promise<PromptTarget | undefined> => {
  const items: readonly { readonly label: string; readonly target: PromptTarget }[] = [
    { label: '$(clippy) Copy to the clipboard', target: 'clipboard' },
    { label: '$(new-file) Open as a new document', target: 'document' },
    ...((await hasChat()) ? [{ label: '$(comment) Put into the chat', target: 'chat' } as const] : []),
  ];
  return (await window.showQuickPick(items, { title }))?.target;
};

/** Brings a prompt where it should go, and says what a person should know about it. */
export const deliver = async (prompt: SizedPrompt, target: PromptTarget): Promise<void> => {
  await DELIVER[target](prompt);
  if (prompt.tokens > prompt.maxTokens) {
    void window.showWarningMessage(
      `The task alone takes about ${prompt.tokens} tokens, more than the ${prompt.maxTokens} in the settings.`,
    );
  }
};

const DELIVER: Readonly<Record<PromptTarget, (prompt: SizedPrompt) => Promise<void>>> = {
  clipboard: async ({ text, title, tokens, leftOut }) => {
    await env.clipboard.writeText(text);
    const message =
      leftOut.length > 0
        ? `Prompt copied, shortened to about ${tokens} tokens: ${title}`
        : `Prompt copied, about ${tokens} tokens: ${title}`;
    window.setStatusBarMessage(`$(clippy) ${message}`, SHOWN_MS);
  },
  document: async ({ text }) => {
    const document = await workspace.openTextDocument({ content: text, language: 'markdown' });
    await window.showTextDocument(document);
  },
  // the person sends it, after a look at it
  chat: async ({ text }) => void (await commands.executeCommand(CHAT, { query: text, isPartialQuery: true })),
};
