import { type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { MOST_JOBS } from '../../../engine/run/config/config';
import { REVIEWS, type Review } from '../../../engine/run/item';
import { withoutIcons } from '../../withoutIcons';
import type { ExecutorChoice, RunChoices, RunForm } from '../runUi';
import { openConfig } from './openConfig';

/** What choosing a row leads to: this form, to be asked about again unless it is done. */
interface Answer {
  readonly form: RunForm | undefined;
  readonly isDone: boolean;
}

interface Row extends QuickPickItem {
  readonly choose?: (form: RunForm) => Promise<Answer>;
}

/** Shows how a plan is to be run, as rows that change it, until the person wants to see the dry run or turns away. */
export const chooseForm = async (choices: RunChoices, form: RunForm): Promise<RunForm | undefined> => {
  let now = form.executor === undefined ? await pickExecutor(choices, form) : form;
  while (now) {
    const row = await window.showQuickPick(rowsOf(choices, now), {
      title: `Run ${withoutIcons(choices.plan)}`,
      placeHolder: 'Choose a row to change it. Nothing runs yet',
      ignoreFocusOut: true,
    });
    const answer = await row?.choose?.(now);
    if (!answer || answer.isDone) return answer?.form;
    now = answer.form;
  }
  return undefined;
};

/** Without a review nothing could land. */
const withReview = async (form: RunForm): Promise<Answer> => {
  if (form.review !== undefined) return { form, isDone: true };
  const reviewed = await pickReview(form);
  return { form: reviewed ?? form, isDone: reviewed !== undefined };
};

/** A question that somebody turns away from changes nothing. */
const changing =
  (ask: (form: RunForm) => Promise<RunForm | undefined>) =>
  async (form: RunForm): Promise<Answer> => ({ form: (await ask(form)) ?? form, isDone: false });

const rowsOf = (choices: RunChoices, form: RunForm): readonly Row[] => {
  const executor = choices.executors.find(({ name }) => name === form.executor);
  return [
    {
      label: '$(play) Show dry run',
      description: withoutIcons(choices.what),
      choose: withReview,
    },
    { label: 'How', kind: QuickPickItemKind.Separator },
    {
      label: '$(person) Executor',
      description: withoutIcons(executor?.title ?? form.executor ?? ''),
      ...detailOf(executor),
      choose: changing((now) => pickExecutor(choices, now)),
    },
    {
      label: '$(layers) Jobs',
      description: `${form.jobs} at the same time`,
      choose: changing(askJobs),
    },
    {
      label: '$(eye) Review',
      description: form.review === undefined ? 'not chosen' : reviewWords(form.review),
      choose: changing(pickReview),
    },
    {
      label: '$(beaker) Gates',
      description: choices.gates.length === 0 ? 'none' : withoutIcons(choices.gates.join(', ')),
      choose: async () => {
        await openConfig(choices.configPath);
        return { form: undefined, isDone: true };
      },
    },
  ];
};

const pickExecutor = async (choices: RunChoices, form: RunForm): Promise<RunForm | undefined> => {
  const rowOf = (each: ExecutorChoice) => ({
    label: withoutIcons(each.name),
    description: withoutIcons(each.title),
    ...(typeof each.program === 'string' && { detail: withoutIcons(each.program) }),
    executor: each.name,
  });
  const [there, missing] = [
    choices.executors.filter(({ program }) => program !== null),
    choices.executors.filter(({ program }) => program === null),
  ];
  const rows: readonly (QuickPickItem & { readonly executor?: string })[] = [
    ...part('Ready to use', there.map(rowOf)),
    ...part('Program not found on the PATH', missing.map(rowOf)),
  ];
  const picked = await window.showQuickPick(rows, {
    title: 'Who does the work?',
    ignoreFocusOut: true,
    matchOnDescription: true,
  });
  return picked?.executor === undefined ? undefined : { ...form, executor: picked.executor };
};

const part = <T extends QuickPickItem>(label: string, rows: readonly T[]): readonly (T | QuickPickItem)[] =>
  rows.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...rows];

const detailOf = (executor: ExecutorChoice | undefined): { readonly detail?: string } => {
  if (!executor || executor.program === undefined) return {};
  return {
    detail:
      executor.program === null
        ? '$(warning) Program not found on the PATH'
        : `$(check) ${withoutIcons(executor.program)}`,
  };
};

const askJobs = async (form: RunForm): Promise<RunForm | undefined> => {
  const answer = await window.showInputBox({
    title: 'How many at the same time?',
    value: String(form.jobs),
    ignoreFocusOut: true,
    validateInput: (text) =>
      jobsIn(text) === undefined ? `Enter a whole number from 1 to ${MOST_JOBS}.` : undefined,
  });
  const jobs = answer === undefined ? undefined : jobsIn(answer);
  return jobs === undefined ? undefined : { ...form, jobs };
};

const jobsIn = (text: string): number | undefined => {
  const jobs = /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0;
  return jobs >= 1 && jobs <= MOST_JOBS ? jobs : undefined;
};

const pickReview = async (form: RunForm): Promise<RunForm | undefined> => {
  const rows = REVIEWS.map((review) => ({ label: review, description: reviewWords(review), review }));
  const picked = await window.showQuickPick(rows, {
    title: 'Who decides that a result may land?',
    ignoreFocusOut: true,
  });
  return picked && { ...form, review: picked.review };
};

const reviewWords = (review: Review): string => {
  switch (review) {
    case 'person':
      return 'you review each result';
    case 'agent':
      return 'the executor named by "reviewer"';
    case 'gates':
      return 'green gates approve it';
    case 'none':
      return 'nobody';
  }
};
