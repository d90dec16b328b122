import { type ItemState, isActive, isFailure } from '../../engine/run/itemState';
import type { Paint } from '../terminal/style';

type Color = Parameters<Paint>[0];

const COLORS: Partial<Readonly<Record<ItemState, Color>>> = {
  landing: 'cyan',
  landed: 'green',
  skipped: 'dim',
  pending: 'dim',
  ready: 'dim',
  blocked: 'yellow',
  waiting: 'yellow',
  'rate-limited': 'yellow',
  interrupted: 'yellow',
};

/** The colour of an item in this state, on the board and in the lines of what happened. */
export const stateColor = (state: ItemState): Color => {
  if (isFailure(state)) return 'red';
  return isActive(state) ? 'cyan' : (COLORS[state] ?? 'plain');
};
