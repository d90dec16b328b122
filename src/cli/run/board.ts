import { columnsOf, shortened } from '../../engine/graph/columns';
import { elapsedOf } from '../../engine/run/elapsed';
import { type ItemState, isActive, isFailure, itemStateWords } from '../../engine/run/itemState';
import { type Standing, standings } from '../../engine/run/standing';
import type { ItemRecord, RunState } from '../../engine/run/state';
import { elapsedWords } from '../../engine/run/text/elapsed';
import type { Paint } from '../terminal/style';
import { stateColor } from './stateColor';

/** What a board is drawn for. */
export interface BoardLook {
  readonly width: number;
  /** Most lines. */
  readonly rows: number;
  readonly paint: Paint;
  /** In milliseconds since 1970. */
  readonly now: number;
}

/**
 * A run as it stands, a line for each item, in plan order; where there are more than rows, those that go on or failed,
 * and in a last line how many more there are. No line is wider than the screen.
 */
export const boardLines = (state: RunState, look: BoardLook): readonly string[] => {
  const standing = standings(state);
  const all = state.items.map((record, place) => ({ record, standing: standing[place] ?? PENDING }));
  const shown =
    all.length <= look.rows ? all : [...all].sort(byInterest).slice(0, Math.max(1, look.rows - 1));
  const isShown = new Set(shown);
  const idWidth = Math.max(0, ...all.map(({ record }) => columnsOf(record.item.id)));
  const lines = all.filter((each) => isShown.has(each)).map((each) => itemLine(each, idWidth, look));
  const left = all.filter((each) => !isShown.has(each));
  return left.length === 0 ? lines : [...lines, restLine(left, look)];
};

interface Row {
  readonly record: ItemRecord;
  readonly standing: Standing;
}

const PENDING: Standing = { state: 'pending', roots: [] };

/** What goes on comes first, then what failed, then what can start. */
const byInterest = (one: Row, other: Row): number => interestOf(one) - interestOf(other);

const interestOf = ({ standing: { state } }: Row): number => {
  if (isActive(state) || state === 'landing') return 0;
  if (isFailure(state) || state === 'waiting' || state === 'queued-to-land') return 1;
  return state === 'landed' || state === 'skipped' ? 3 : 2;
};

/** `1.2  running (attempt 2)  1:03  Search products`, cut at the edge of the screen. */
const itemLine = ({ record, standing }: Row, idWidth: number, { width, paint, now }: BoardLook): string => {
  const { item, attempt } = record;
  const elapsed = elapsedOf(record, now);
  const { state, roots } = standing;
  const id = item.id + ' '.repeat(idWidth - columnsOf(item.id));
  const words = [
    roots.length > 0 ? `${itemStateWords(state)} by ${roots.join(', ')}` : itemStateWords(state),
    ...(attempt > 1 ? [`(attempt ${attempt})`] : []),
    ...(elapsed === undefined ? [] : [elapsedWords(elapsed)]),
  ].join(' ');
  const room = width - 1;
  const head = shortened(`${id}  ${words}`, room);
  const title = room - columnsOf(head) > 3 ? shortened(item.title, room - columnsOf(head) - 2) : '';
  const rest = head.slice(id.length);
  return `${paint('bold', head.slice(0, id.length))}${paint(stateColor(state), rest)}${title && `  ${paint('dim', title)}`}`;
};

/** `and 12 more: 8 landed, 4 waits for its dependencies` */
const restLine = (rows: readonly Row[], { width, paint }: BoardLook): string => {
  const counts = new Map<ItemState, number>();
  for (const { standing } of rows) counts.set(standing.state, (counts.get(standing.state) ?? 0) + 1);
  const words = [...counts].map(([state, count]) => `${count} ${itemStateWords(state)}`);
  return paint('dim', shortened(`and ${rows.length} more: ${words.join(', ')}`, width - 1));
};
