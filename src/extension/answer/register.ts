import { env } from 'vscode';
import { type Disposable, DisposableStore } from '../../shared/dispose';
import type { RegisterCommands } from '../commands/commandRegistry';
import type { Targets } from '../commands/targets';
import type { EngineHost } from '../engineHost';
import { type AnswerUi, createAnswerUi } from './answerUi';
import { saveAnswer } from './saveAnswer';

export interface Answers extends Disposable {
  /** Saves a model's answer as the parallel.json of a plan; whether it was saved. */
  save(plan: string, answer: string, ui?: AnswerUi): Promise<boolean>;
}

/** A model's answer becomes the parallel.json of a plan. */
export const registerAnswers = (host: EngineHost, targets: Targets, register: RegisterCommands): Answers => {
  const store = new DisposableStore();
  const editorUi = store.add(createAnswerUi());
  const save: Answers['save'] = async (plan, answer, ui = editorUi) =>
    saveAnswer(await host.engine(), ui, plan, answer);
  store.add(
    register({
      saveParallel: async (argument) => {
        const plan = await targets.planFor(argument);
        if (plan) await save(plan.uri, await env.clipboard.readText());
      },
    }),
  );
  return { save, dispose: () => store.dispose() };
};
