import type { ItemState } from '../../engine/run/itemState';

/** By shape and colour; the words of a state always stand beside it. */
const ICONS: Readonly<Record<ItemState, readonly [name: string, colour: string]>> = {
  pending: ['circle-outline', 'disabledForeground'],
  ready: ['play-circle', 'charts.yellow'],
  blocked: ['lock', 'disabledForeground'],
  skipped: ['pass', 'disabledForeground'],
  preparing: ['gear', 'charts.blue'],
  running: ['sync~spin', 'charts.blue'],
  committing: ['git-commit', 'charts.blue'],
  verifying: ['beaker', 'charts.blue'],
  waiting: ['eye', 'charts.yellow'],
  'queued-to-land': ['git-pull-request', 'charts.blue'],
  landing: ['git-merge', 'charts.blue'],
  landed: ['pass-filled', 'testing.iconPassed'],
  failed: ['error', 'testing.iconFailed'],
  'gate-red': ['beaker-stop', 'testing.iconFailed'],
  'nothing-done': ['error', 'testing.iconFailed'],
  'timed-out': ['watch', 'testing.iconFailed'],
  stalled: ['watch', 'testing.iconFailed'],
  denied: ['shield', 'testing.iconFailed'],
  'rate-limited': ['clock', 'charts.yellow'],
  conflict: ['git-pull-request-closed', 'testing.iconFailed'],
  cancelled: ['circle-slash', 'disabledForeground'],
  interrupted: ['debug-disconnect', 'charts.yellow'],
};

/** The name and colour of the icon of an item of a run. */
export const stateIconOf = (state: ItemState): readonly [name: string, colour: string] => ICONS[state];
