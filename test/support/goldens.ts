import { parseGolden, renderGolden as renderRule } from './golden';
import { renderPrompts } from './goldenPrompt';

/** How the fixtures of each folder should read, from what they read now. */
export const renderGolden = {
  rules: (text: string, code: string): Promise<string> => renderRule(code, parseGolden(text)),
  prompts: renderPrompts,
};
