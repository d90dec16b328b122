import { ThemeColor, ThemeIcon } from 'vscode';
import type { ItemState } from '../../engine/run/itemState';
import { stateIconOf } from './stateIconParts';

/** The icon of an item of a run. */
export const stateIcon = (state: ItemState): ThemeIcon => {
  const [name, colour] = stateIconOf(state);
  return new ThemeIcon(name, new ThemeColor(colour));
};
