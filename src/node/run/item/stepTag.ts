import type { RunContext } from '../context';
import type { ItemPlace } from './itemPlace';

/** Marks set-up commands, gates and the reviewer of an attempt, of which one runs at a time. */
export const stepTag = ({ settings }: Pick<RunContext, 'settings'>, { item, attempt }: ItemPlace): string =>
  `${settings.mark}:${item.id}:${attempt}:step`;
