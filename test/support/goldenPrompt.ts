import type { Prompt, PromptKind, PromptRequest } from '../../src/engine/prompt/prompt';
import { DEFAULT_TOKENS } from '../../src/engine/prompt/prompt';
import { goldenEngine, parseGolden } from './golden';
import { uriOf } from './memoryFiles';

const ASK = /^== prompt (.*) ==$/gm;

/** What an ask like `subplan --achievements 1.1 --max-tokens 500` requests of a plan. */
export const requestOf = (ask: string, plan: string): PromptRequest => {
  const [kind = '', ...words] = ask.split(' ');
  const option = (name: string): string | undefined =>
    words.includes(name) ? words[words.indexOf(name) + 1] : undefined;
  const ids = option('--achievements')?.split(',');
  const level = option('--level');
  const parallelism = option('--parallelism');
  return {
    plan,
    kind: kind as PromptKind | 'next',
    selection: ids
      ? { by: 'achievements', ids }
      : level === undefined
        ? undefined
        : { by: 'level', level: Number(level) },
    parallelism: parallelism === '1' ? 1 : parallelism === '2' ? 2 : 3,
    maxTokens: Number(option('--max-tokens') ?? DEFAULT_TOKENS),
    base: uriOf('/w'),
  };
};

/** The prompts that a fixture asks for, in order; a text says why there is none. */
export const promptsOf = async (
  text: string,
): Promise<readonly (readonly [ask: string, Prompt | string])[]> => {
  const engine = await goldenEngine(parseGolden(text).files);
  const plan = engine.snapshot.plans[0]?.uri ?? '';
  const prompts: [string, Prompt | string][] = [];
  for (const [, ask = ''] of text.matchAll(ASK)) {
    const prepared = await engine.preparePrompt(requestOf(ask, plan));
    prompts.push([ask, prepared.ok ? prepared.value : prepared.error.message]);
  }
  engine.dispose();
  return prompts;
};

/** The whole fixture as it should read: its files, then every prompt that it asks for. */
export const renderPrompts = async (text: string): Promise<string> => {
  const start = text.search(/^== prompt /m);
  const shown = (await promptsOf(text)).map(
    ([ask, prompt]) =>
      `== prompt ${ask} ==\n${typeof prompt === 'string' ? `error: ${prompt}\n` : body(prompt)}`,
  );
  return `${text.slice(0, start)}${shown.join('')}`;
};

const body = ({ kind, tokens, leftOut, text }: Prompt): string =>
  `kind ${kind}, about ${tokens} tokens, left out: ${leftOut.join('; ') || 'nothing'}\n\n${text}`;
