import { env } from 'vscode';
import { saveAnswer } from '../answer/saveAnswer';
import type { Command } from './context';
import { planFor } from './target';

/** Saves a model's answer in the clipboard as the parallel.json of a plan. Argument: a plan URI or a tree node. */
export const saveParallel: Command = async (context, argument) => {
  const plan = await planFor(context, argument);
  if (!plan) return;
  await saveAnswer(await context.host.engine(), context.answerUi, plan.uri, await env.clipboard.readText());
};
