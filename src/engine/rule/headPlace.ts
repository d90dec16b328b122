import type { PlanFacts } from '../facts/planFacts';
import { type Place, span } from '../model/text';

/** Where a PLAN is spoken of as a whole: its first heading of depth 1, else its start. */
export const headPlace = (uri: string, { sections }: PlanFacts): Place => ({
  uri,
  span: sections.find(({ depth }) => depth === 1)?.heading ?? span(0, 0),
});
