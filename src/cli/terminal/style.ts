import type { Readiness, Status } from '../../engine/model/achievement';
import type { Severity } from '../../engine/rule/finding';
import { printableLine } from '../../engine/words/printable';
import type { Terminal } from './terminal';

type Color = 'plain' | 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue' | 'cyan';

const CODES: Readonly<Record<Color, readonly [on: number, off: number]>> = {
  plain: [0, 0],
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  cyan: [36, 39],
};

/** Puts text into colour where the terminal has any; always takes control characters out first. */
export type Paint = (color: Color, text: string) => string;

export const painter =
  ({ color }: Pick<Terminal, 'color'>): Paint =>
  (name, text) => {
    const [on, off] = CODES[name];
    const line = printableLine(text);
    return color && name !== 'plain' ? `\u001b[${on}m${line}\u001b[${off}m` : line;
  };

export const STATUS_COLORS: Readonly<Record<Status, Color>> = {
  not_started: 'dim',
  subplan_created: 'blue',
  execution_created: 'blue',
  in_progress: 'yellow',
  complete: 'green',
  failed: 'red',
  skipped: 'dim',
};

export const READINESS_COLORS: Readonly<Record<Readiness, Color>> = {
  ready: 'cyan',
  blocked: 'dim',
  'in-cycle': 'red',
  'behind-cycle': 'dim',
  over: 'dim',
  unknown: 'yellow',
};

export const SEVERITY_COLORS: Readonly<Record<Severity, Color>> = {
  error: 'red',
  warning: 'yellow',
  info: 'blue',
  hint: 'dim',
};
