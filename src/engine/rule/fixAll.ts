import { type Asked, askedTogether } from '../edit/guard/asked';
import { guarded } from '../edit/guard/guard';
import type { RefusedEdit } from '../edit/guard/refused';
import type { TextEdit } from '../edit/textEdit';
import type { Finding, GuardedFix } from './finding';

/** The preferred fixes that findings of the document `uri` have for it. */
export const preferredFixes = (uri: string, findings: readonly Finding[]): readonly GuardedFix[] =>
  findings.flatMap(({ fixes }) => fixes.filter((fix) => fix.preferred && fix.uri === uri));

export interface FixedTogether {
  /** Sorted and apart. */
  readonly edits: readonly TextEdit[];
  /** Fixes that would have changed more than they are for, and so were left out. */
  readonly refused: readonly { readonly title: string; readonly reason: RefusedEdit }[];
}

/**
 * What fixes of one document do together: the edits of each one that gets in the way of none before it and that the
 * guard lets pass. What is left out for another is there again once these are applied. Takes a few readings of the
 * document while the guard has no objections, and some for each fix it refuses.
 */
export const fixTogether = (text: string, fixes: readonly GuardedFix[]): FixedTogether => {
  const refused: FixedTogether['refused'][number][] = [];
  const take = (taken: Taken | undefined, group: readonly Wanted[]): Taken | undefined => {
    const [only] = group;
    if (!only) return taken;
    const all = together(taken, group);
    const checked = all && guarded(text, all.asked, all.edits);
    if (checked?.ok) return all;
    if (group.length > 1) {
      const half = Math.ceil(group.length / 2);
      return take(take(taken, group.slice(0, half)), group.slice(half));
    }
    if (checked) refused.push({ title: only.title, reason: checked.error });
    return taken;
  };
  return { edits: take(undefined, apart(text, fixes))?.edits ?? [], refused };
};

/** The same without the reasons. */
export const editsTogether = (text: string, fixes: readonly GuardedFix[]): readonly TextEdit[] =>
  fixTogether(text, fixes).edits;

interface Taken {
  readonly asked: Asked;
  readonly edits: readonly TextEdit[];
}

type Wanted = Taken & Pick<GuardedFix, 'title'>;

/** Undefined where one edit cannot do all of it. */
const together = (taken: Taken | undefined, group: readonly Wanted[]): Taken | undefined => {
  const all = [...(taken ? [taken] : []), ...group];
  const asked = askedTogether(all.map((each) => each.asked));
  if (!asked) return undefined;
  const edits = all.flatMap((each) => each.edits);
  return { asked, edits: edits.sort((one, other) => one.span.start - other.span.start) };
};

/** The fixes that get in the way of none before them. */
const apart = (text: string, fixes: readonly GuardedFix[]): readonly Wanted[] => {
  const edited: TextEdit[] = [];
  const wanted: Wanted[] = [];
  for (const fix of fixes) {
    const edits = fix.unguarded(text);
    if (edits.length === 0 || !edits.every((edit) => edited.every((other) => areApart(edit, other))))
      continue;
    edited.push(...edits);
    wanted.push({ title: fix.title, asked: fix.asked, edits });
  }
  return wanted;
};

/** Edits that touch may be about the same comma. */
const areApart = ({ span: one }: TextEdit, { span: other }: TextEdit): boolean =>
  one.end < other.start || other.end < one.start;
