import { counted } from '../../../shared/counted';
import { nameOf } from '../../model/uri';
import type { Rule } from '../rule';
import { startOf } from './work';

export const differingCopies: Rule = {
  code: 'differing-copies',
  severity: 'warning',
  summary: 'Documents of a plan are in two places, and their contents differ',
  explanation:
    'This happens when work is copied to the archive or from it. Identical copies count once and are not reported. ' +
    'If two copies differ, each may have something that the other lacks. The one beside the plan counts; the other ' +
    'proves nothing. One finding names all of them.',
  example: {
    language: 'text',
    text: 'subplans/SUBPLAN_SHOP_11.md   and another text in documentation/archive/shop/subplans/SUBPLAN_SHOP_11.md',
  },
  fix: 'Compare the two, keep the right text and remove the other file.',
  *check({ uri, name, differingCopies: all = [] }) {
    const [first] = all;
    if (!first) return;
    yield {
      ...startOf(first.uri),
      message: `${counted(all.length, 'document')} of ${name} ${all.length === 1 ? 'has a copy that differs' : 'have copies that differ'}; only the copy nearest to ${nameOf(uri)} counts: ${named(all.map((each) => each.uri))}.`,
      related: all.flatMap(({ uri: original, copies }) => [
        ...(original === first.uri
          ? []
          : [{ ...startOf(original), message: `${nameOf(original)} is the one that counts` }]),
        ...copies.map((copy) => ({ ...startOf(copy), message: `This copy of ${nameOf(original)} differs` })),
      ]),
    };
  },
};

const MOST_NAMED = 5;

const named = (uris: readonly string[]): string => {
  const names = uris.slice(0, MOST_NAMED).map(nameOf).join(', ');
  return uris.length > MOST_NAMED ? `${names} and ${uris.length - MOST_NAMED} more` : names;
};
