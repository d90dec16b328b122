import { isTyping } from '../kit/typing';
import type { Arrange } from './arrange';
import type { Cursor } from './cursor';
import type { Editing } from './editing';
import type { Minimap } from './minimap';
import type { Spotlight } from './spotlight';
import type { Viewport } from './viewport';
import type { Step, Walk } from './walk';

const STEPS: Readonly<Record<string, Step>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

/** What keys work on. */
export interface KeyboardParts {
  readonly cursor: Cursor;
  readonly viewport: Viewport;
  readonly minimap: Minimap;
  readonly arrange: Arrange;
  readonly editing: Editing;
  readonly spotlight: Spotlight;
  /** Undefined before there is a graph. */
  walk(): Walk | undefined;
  /** Zooms to the selection and back. */
  frame(): void;
  /** Opens what a card stands for. */
  enter(id: string): void;
}

/**
 * What the keys of the graph do; those of the search and of the tabs are listened to there. Letters work wherever the
 * focus is but in a text field; keys that buttons have a use for only on a card.
 */
export const keyboardOf = (parts: KeyboardParts): ((event: KeyboardEvent) => void) => {
  const { editing } = parts;
  return (event) => {
    if (isTyping(event) || event.defaultPrevented) return;
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !event.shiftKey;
    if (isUndo) editing.takeBack();
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (!(isOnCard(event) && walks(parts, event.key)) && !acts(parts, event.key)) return;
    event.preventDefault();
  };
};

/** Whether the focus is on a card, or nowhere. */
const isOnCard = ({ target }: Event): boolean =>
  target instanceof Element && (target === document.body || target.closest('.card') !== null);

/** What a key does on a card that would mean something else on a button; whether it does anything. */
const walks = ({ cursor, editing, walk, enter }: KeyboardParts, key: string): boolean => {
  const { current } = cursor;
  const step = STEPS[key];
  if (current === undefined) return false;
  if (step) cursor.focus(walk()?.from(current, step));
  else if (key === 'Enter' || key === ' ') enter(current);
  else if (key === 'Delete' || key === 'Backspace') editing.chooseRemoval(current);
  else return false;
  return true;
};

/** What a key does wherever the focus is; whether it does anything. */
const acts = (parts: KeyboardParts, key: string): boolean => {
  const { cursor, viewport, minimap, arrange, editing, spotlight, frame } = parts;
  const { current } = cursor;
  if (key === '+' || key === '=') viewport.zoomIn();
  else if (key === '-') viewport.zoomOut();
  else if (key === '0') viewport.fit();
  else if (key === 'z') frame();
  else if (key === 'm') minimap.toggle();
  else if (key === 'r') arrange.toggleRedundant();
  else if (key === 'e') arrange.turn(current === undefined ? undefined : cursor.columnOf(current));
  else if (key === 'l') editing.begin(current);
  else if (key === 'Escape' && editing.isDrawing) editing.stop();
  else return spotlight.onKey(key);
  return true;
};
