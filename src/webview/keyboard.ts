import type { Arrange } from './arrange';
import type { Cursor } from './cursor';
import type { Editing } from './editing';
import type { Minimap } from './minimap';
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
  /** Undefined before there is a graph. */
  walk(): Walk | undefined;
  /** Zooms to the selection and back. */
  frame(): void;
  /** Opens what a card stands for. */
  enter(id: string): void;
}

/** Listens to the keys of the graph; those of the search and of the tabs are listened to there. */
export const keyboardOf = (parts: KeyboardParts): ((event: KeyboardEvent) => void) => {
  const { cursor, editing } = parts;
  return (event) => {
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !event.shiftKey;
    if (isUndo) editing.takeBack();
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (!moves(parts, event.key) && !changes(parts, event.key, cursor.current)) return;
    event.preventDefault();
  };
};

/** What a key does to focus and view; whether it does anything. */
const moves = ({ cursor, viewport, minimap, walk, frame }: KeyboardParts, key: string): boolean => {
  const step = STEPS[key];
  const { current } = cursor;
  if (step && current !== undefined) cursor.focus(walk()?.from(current, step));
  else if (key === '+' || key === '=') viewport.zoomIn();
  else if (key === '-') viewport.zoomOut();
  else if (key === '0') viewport.fit();
  else if (key === 'z') frame();
  else if (key === 'm') minimap.toggle();
  else return false;
  return true;
};

/** What a key does with the current card; whether it does anything. */
const changes = (
  { cursor, arrange, editing, enter }: KeyboardParts,
  key: string,
  id: string | undefined,
): boolean => {
  if (id === undefined) return false;
  if (key === 'Enter' || key === ' ') enter(id);
  else if (key === 'e') arrange.turn(cursor.columnOf(id));
  else if (key === 'r') arrange.toggleRedundant();
  else return editing.onKey(key, id);
  return true;
};
