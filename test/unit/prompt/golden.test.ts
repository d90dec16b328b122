import { deepEqual, equal } from 'node:assert/strict';
import { prompts } from 'golden-fixtures';
import { PROMPT_KINDS } from '../../../src/engine/prompt/prompt';
import { promptsOf, renderPrompts } from '../../support/goldenPrompt';

describe('golden fixtures of the prompts', () => {
  it('show every kind', async () => {
    const shown = new Set<string>();
    for (const text of Object.values(prompts)) {
      for (const [, prompt] of await promptsOf(text)) if (typeof prompt !== 'string') shown.add(prompt.kind);
    }
    deepEqual([...shown].sort(), [...PROMPT_KINDS].sort());
  });

  for (const [name, text] of Object.entries(prompts)) {
    it(`${name} reads as it is written down`, async () => {
      equal(await renderPrompts(text), text);
    });
  }
});
