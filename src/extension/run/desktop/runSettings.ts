import { Uri, workspace } from 'vscode';

/** Settings that say the same as the keys of run.json do; null leaves it to that. */
const KEYS = [
  'executor',
  'review',
  'reviewer',
  'jobs',
  'attempts',
  'barrier',
  'gates',
  'worktrees',
  'branch',
] as const;

/** What the settings say for a plan, by the keys of run.json; what they leave to that is not in it. */
export const runSettings = (planUri: string): Readonly<Record<string, unknown>> => {
  const [document = planUri] = planUri.split('#');
  const settings = workspace.getConfiguration('parallelPlans.run', Uri.parse(document));
  return Object.fromEntries(
    KEYS.flatMap((key): readonly (readonly [string, unknown])[] => {
      const value = settings.get<unknown>(key);
      return value === null || value === undefined ? [] : [[key, value]];
    }),
  );
};

/** Whether the end of a run that went well is told. */
export const notifiesOnSuccess = (): boolean =>
  workspace.getConfiguration('parallelPlans.run').get('notifyOnSuccess', false);
