import { readParallel } from '../../document/parallel/parallelFile';
import { type Asked, askedChange, ENTRY } from '../../edit/guard/asked';
import type { TextEdit } from '../../edit/textEdit';
import type { ParallelFacts } from '../../facts/parallelFacts';
import { printable } from '../../words/printable';
import type { Rule } from '../rule';

type OtherKey = ParallelFacts['otherKeys'][number];

export const otherKey: Rule = {
  code: 'other-key',
  severity: 'warning',
  summary: 'A key of parallel.json is not the one of the format',
  explanation:
    'Other words for `dependencies` and `blocks` (`depends_on`, `blockedBy`, `needs`, `requires`, `prerequisites`, ' +
    '`after`, `unblocks` …) and for the ends of an edge (`source`, `target`) are understood, but other programs that ' +
    'read the file do not know them. A key that is a letter or two away from a known one (`dependancies`, ' +
    '`Estimated_Hours`) is not read. Neither are lists of edges under another name (`edges`). If such a key may ' +
    'state dependencies, nobody can tell what the achievement waits for, and no view calls it ready.',
  example: { language: 'json', text: '{ "achievement_id": "1.2", "depends_on": ["1.1"] }' },
  fix: 'Write the key of the format. The quick fix does this, unless the object has another key with the same meaning.',
  *check({ parallel }) {
    if (!parallel) return;
    const { uri, facts } = parallel;
    for (const each of facts.otherKeys) {
      const { key, meant, isRead, span, canBeRenamed } = each;
      const [written, wanted] = [printable(key), `“${meant}”`];
      yield {
        uri,
        span,
        message: isRead
          ? `“${written}” is read as ${wanted}, which is the key that other programs know.`
          : `“${written}” is not read. Did you mean ${wanted}?`,
        fixes: canBeRenamed
          ? [
              {
                title: `Rename it to ${meant}`,
                preferred: false,
                uri,
                asked: asking(each),
                edits: (text) => renamed(text, facts.otherKeys.indexOf(each), each),
              },
            ]
          : [],
      };
    }
  },
};

/** What was read before stays; what a key that was not read states is new. */
const asking = ({ isRead, owner, holds }: OtherKey): Asked => ({
  ...askedChange('parallel', [...new Set([owner, ...holds])], 'key'),
  gained: isRead ? [] : [...ENTRY, 'header', 'total', 'key'],
});

/** Only the characters of the key change; nothing where another one stands there by now. */
const renamed = (text: string, at: number, { key, meant }: OtherKey): readonly TextEdit[] => {
  const now = readParallel(text).otherKeys;
  const same = now[at]?.key === key ? now[at] : now.find((each) => each.key === key);
  return same?.canBeRenamed ? [{ span: same.span, newText: meant }] : [];
};
