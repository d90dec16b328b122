import type { Status } from '../model/achievement';

export interface NodeColours {
  readonly fill: string;
  readonly line: string;
}

/** Of text on every fill, with a contrast of more than 12 to 1. */
export const TEXT_COLOUR = '#1f2328';
/** Of arrows on white, with a contrast of more than 4.5 to 1. */
export const ARROW_COLOUR = '#57606a';
export const CYCLE_COLOUR = '#cf222e';

/** Colours of drawings that bring their own white ground; never the only sign of anything. */
export const NODE_COLOURS: Readonly<Record<Status, NodeColours>> = {
  not_started: { fill: '#ffffff', line: '#57606a' },
  subplan_created: { fill: '#ddf4ff', line: '#0969da' },
  execution_created: { fill: '#ddf4ff', line: '#0969da' },
  in_progress: { fill: '#fff8c5', line: '#9a6700' },
  complete: { fill: '#dafbe1', line: '#1a7f37' },
  failed: { fill: '#ffebe9', line: '#cf222e' },
  skipped: { fill: '#eaeef2', line: '#57606a' },
};
