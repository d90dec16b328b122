import type { Engine } from '../../engine/engine';
import type { Span } from '../../engine/model/text';
import { nameOf } from '../../engine/model/uri';
import { applyChanges } from '../edit/applyChanges';
import type { AnswerUi, ValidAnswer } from './answerUi';

/** Checks an answer, shows what it would change, and saves it when told to. Resolves with whether it was saved. */
export const saveAnswer = async (
  engine: Engine,
  ui: AnswerUi,
  plan: string,
  answer: string,
): Promise<boolean> => {
  const checked = await engine.checkAnswer(plan, answer);
  if (!checked.ok) throw checked.error;
  const { value } = checked;
  if (!value.isValid) {
    await ui.showProblems(value);
    return false;
  }
  if (value.before === value.after) {
    ui.inform(`${nameOf(value.uri)} already says all of this.`);
    return false;
  }
  if (!(await ui.confirm(value))) return false;
  await save(value);
  return true;
};

/** What had unsaved changes before keeps them and is left to the person to save. */
const save = async ({ uri, before, after }: ValidAnswer): Promise<void> => {
  if (before === undefined) await applyChanges([], { uri, text: after });
  else
    await applyChanges([
      { uri, madeFor: before, edits: (text) => [{ span: wholeOf(text), newText: after }] },
    ]);
};

const wholeOf = (text: string): Span => ({ start: 0, end: text.length });
