import type { WorkProgress } from '../../facts/workFacts';
import type { ScannedLines } from '../markdown/lines';
import { SUBPLAN } from './workSections';

const NONE: WorkProgress = { planned: 0, openIterations: 0 };
/** `| 01_01 | …`, `| EXECUTION_TASK_SHOP_11_02 | …`, `| [11_01](…) | …` */
const ROW = /^\s*\|\s*[[`*]{0,3}(?:EXECUTION_TASK_[^|\s]*?_)?\d{1,9}[-_]\d/;
const ITERATION = /\biteration\s+\d/i;
/** Said in the heading of an iteration, or on its status line. */
const GOING_ON = /\b(?:in progress|ongoing|active|running|started)\b|⏳|🔄|🚧/iu;
const STATUS = /^\s*(?:[-*+]\s+)?\*\*Status/i;
const NOT_STARTED = /\bnot (?:yet )?started\b/i;

/** `text` is looked at first: most documents have neither. */
export const readWorkProgress = (text: string, scan: ScannedLines): WorkProgress => {
  const hasTable = SUBPLAN.active.words.test(text);
  const hasIterations = ITERATION.test(text);
  if (!hasTable && !hasIterations) return NONE;
  return {
    planned: hasTable ? countRows(scan) : 0,
    openIterations: hasIterations ? countIterations(scan) : 0,
  };
};

const countRows = (scan: ScannedLines): number => {
  let isInside = false;
  let rows = 0;
  for (let line = 0; line < scan.kinds.length; line++) {
    const kind = scan.kinds[line];
    if (kind === 'heading') isInside = SUBPLAN.active.words.test(scan.textOf(line));
    else if (isInside && kind === 'text' && ROW.test(scan.textOf(line))) rows++;
  }
  return rows;
};

const isGoingOn = (text: string): boolean => GOING_ON.test(text) && !NOT_STARTED.test(text);

const countIterations = (scan: ScannedLines): number => {
  let isInside = false;
  let isOpen = false;
  let open = 0;
  for (let line = 0; line < scan.kinds.length; line++) {
    const kind = scan.kinds[line];
    const text = kind === 'heading' || (isInside && kind === 'text') ? scan.textOf(line) : '';
    if (kind === 'heading') {
      isInside = ITERATION.test(text);
      isOpen = isInside && isGoingOn(text);
      if (isOpen) open++;
    } else if (!isOpen && STATUS.test(text) && isGoingOn(text)) {
      isOpen = true;
      open++;
    }
  }
  return open;
};
