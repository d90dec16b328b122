import { readEvidence } from '../document/work/evidence';
import type { DocumentSays, Fact } from './documentSays';

/** What the header of a SUBPLAN, EXECUTION_TASK or feedback file says. */
export const workSays = (text: string): DocumentSays => {
  const { headerIds, planName, claim, showsWork } = readEvidence(text);
  return {
    facts: [
      ...headerIds.map((each): Fact => ({ kind: 'header', about: each.id, says: 'id', span: each.span })),
      ...(planName === undefined ? [] : [{ kind: 'header', about: '', says: planName } as const]),
      { kind: 'status', about: '', says: JSON.stringify([claim?.first, claim?.last]), span: claim?.span },
      { kind: 'value', about: '', says: String(showsWork) },
    ],
    edges: [],
    places: [],
    problems: 0,
  };
};
