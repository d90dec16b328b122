import { samePrp } from '../../document/prp/prpName';
import type { PrpDocument } from '../../model/plan';
import { nameOf } from '../../model/uri';
import type { Problem, Rule } from '../rule';

export const prpId: Rule = {
  code: 'prp-id',
  severity: 'warning',
  summary: 'The id of a PRP contradicts the name of its file, or is not an id',
  explanation:
    'An id is a number with or without parts (`PRP-7`, `PRP-7.2`, `PRP-7.2.1`) or a letter (`PRP-A`). The prefix is ' +
    'optional. The front matter counts before the name of the file, unless it says less: a placeholder, the number ' +
    'of a ticket, or fewer parts than the name. Then the name counts.',
  example: { language: 'text', text: 'PRP-7.2.1-search.md:\n---\nprp_id: TBD\n---' },
  fix: 'Write the same id in both.',
  *check({ prps = [] }) {
    for (const prp of prps) yield* problemOf(prp);
  },
};

function* problemOf({ id, uri, facts }: PrpDocument): Generator<Problem> {
  const { writtenId: written, fileId } = facts;
  if (!written) return;
  const says = `\`${written.key}\` says ${written.text.trim().slice(0, 60)}`;
  if (written.id === undefined) {
    yield {
      uri,
      span: written.span,
      message: `${says}, which is not an id of a PRP. The id that counts is ${id}.`,
    };
  } else if (fileId !== undefined && samePrp(fileId) !== samePrp(written.id)) {
    yield {
      uri,
      span: written.span,
      message: `${says}, and the name of the file ${nameOf(uri)} says ${fileId}. The id that counts is ${id}.`,
    };
  }
}
