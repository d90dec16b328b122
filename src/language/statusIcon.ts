import type { Status } from '../engine/model/achievement';

const icons: Readonly<Record<Status, string>> = {
  not_started: 'circle-outline',
  subplan_created: 'note',
  execution_created: 'checklist',
  in_progress: 'sync',
  complete: 'pass',
  failed: 'error',
  skipped: 'circle-slash',
};

/** Name of the codicon that stands beside the words of a status, never instead of them. */
export const statusIcon = (status: Status): string => icons[status];
