import { l10n, ProgressLocation, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { MOST_JOBS } from '../../../engine/run/config/config';
import { REVIEWS, type Review } from '../../../engine/run/item';
import { withoutIcons } from '../../withoutIcons';
import type { ExecutorChoice, RunChoices, RunForm, RunUi } from '../runUi';
import { confirmRun } from './confirmRun';
import { openConfig } from './openConfig';
import type { ShowText } from './readOnlyTexts';

/** Running a plan in the editor's own lists and documents. */
export const createEditorRunUi = (showText: ShowText): RunUi => ({
  choose: async (choices, form) => {
    let now: RunForm | undefined = form;
    if (form.executor === undefined) now = await pickExecutor(choices, form);
    while (now) {
      const row = await window.showQuickPick(rowsOf(choices, now), {
        title: l10n.t('Run {0}', withoutIcons(choices.plan)),
        placeHolder: l10n.t('Nothing is run before you have seen what it would be'),
        ignoreFocusOut: true,
      });
      if (!row?.choose) return undefined;
      const next = await row.choose(now);
      if (next === 'look') return now;
      if (next === 'leave') return undefined;
      now = next ?? now;
    }
    return undefined;
  },
  showDryRun: (run, text) => showText(l10n.t('{0} dry run', run), text),
  refuse: (refusals) => {
    const [first = '', ...others] = refusals;
    const more = others.length > 0 ? ` ${l10n.t('({0} more under Problems)', others.length)}` : '';
    void window.showErrorMessage(l10n.t('Nothing was run. {0}', first) + more);
  },
  confirm: confirmRun,
  progress: async (title, work) =>
    window.withProgress({ location: ProgressLocation.Notification, title }, () => work()),
});

interface Row extends QuickPickItem {
  /** What choosing it leads to: another form, the dry run, or nothing more. */
  readonly choose?: (form: RunForm) => Promise<RunForm | 'look' | 'leave' | undefined>;
}

const rowsOf = (choices: RunChoices, form: RunForm): readonly Row[] => {
  const executor = choices.executors.find(({ name }) => name === form.executor);
  return [
    {
      label: `$(play) ${l10n.t('Show what would be run')}`,
      description: withoutIcons(choices.what),
      choose: async () => 'look',
    },
    { label: l10n.t('How'), kind: QuickPickItemKind.Separator },
    {
      label: `$(person) ${l10n.t('Executor')}`,
      description: withoutIcons(executor?.title ?? form.executor ?? ''),
      ...detailOf(executor),
      choose: (now) => pickExecutor(choices, now),
    },
    {
      label: `$(layers) ${l10n.t('Jobs')}`,
      description: l10n.t('{0} at the same time', form.jobs),
      choose: askJobs,
    },
    {
      label: `$(eye) ${l10n.t('Review')}`,
      description: form.review === undefined ? l10n.t('not chosen') : reviewWords(form.review),
      choose: pickReview,
    },
    {
      label: `$(beaker) ${l10n.t('Gates')}`,
      description:
        choices.gates.length === 0
          ? l10n.t('none: no command proves the work')
          : withoutIcons(choices.gates.join(', ')),
      choose: async () => {
        await openConfig(choices.configPath);
        return 'leave';
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
    ...there.map(rowOf),
    ...(missing.length === 0
      ? []
      : [{ label: l10n.t('Their program is not on the PATH'), kind: QuickPickItemKind.Separator }]),
    ...missing.map(rowOf),
  ];
  const picked = await window.showQuickPick(rows, {
    title: l10n.t('Who does the work?'),
    ignoreFocusOut: true,
    matchOnDescription: true,
  });
  return picked?.executor === undefined ? undefined : { ...form, executor: picked.executor };
};

const detailOf = (executor: ExecutorChoice | undefined): { readonly detail?: string } => {
  if (!executor || executor.program === undefined) return {};
  return {
    detail:
      executor.program === null
        ? `$(warning) ${l10n.t('Its program is not on the PATH')}`
        : `$(check) ${withoutIcons(executor.program)}`,
  };
};

const askJobs = async (form: RunForm): Promise<RunForm | undefined> => {
  const answer = await window.showInputBox({
    title: l10n.t('How many at the same time?'),
    value: String(form.jobs),
    ignoreFocusOut: true,
    validateInput: (text) =>
      jobsIn(text) === undefined ? l10n.t('It is a whole number from 1 to {0}.', MOST_JOBS) : undefined,
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
    title: l10n.t('Who says that a result may land?'),
    ignoreFocusOut: true,
  });
  return picked && { ...form, review: picked.review };
};

const reviewWords = (review: Review): string => {
  switch (review) {
    case 'person':
      return l10n.t('you look at each result');
    case 'agent':
      return l10n.t('the executor that "reviewer" names');
    case 'gates':
      return l10n.t('green gates are enough');
    case 'none':
      return l10n.t('nobody');
  }
};
