import type { RefusedEdit } from '../../engine/edit/guard/refused';
import type { GuardedFix } from '../../engine/rule/finding';

/** Where it goes that the guard refused an edit. */
export interface Refusals {
  log(title: string, uri: string, reason: RefusedEdit): void;
  /** Shows the reason to the person who asked for the edit. */
  tell(reason: RefusedEdit): void;
}

/**
 * So many characters of documents are read again before fixes are offered, which happens when the caret moves. Fixes of
 * larger documents are looked at when one is chosen.
 */
const MOST_READ = 2_000_000;

interface Looked {
  readonly text: string;
  readonly isOffered: boolean;
}

/** What was found out about a fix, as long as it is one of the present findings. */
const looked = new WeakMap<GuardedFix, Looked>();

/** Whether a fix would change its document, and nothing but what it is for. `texts` by URI, for `count` fixes. */
export const isOfferable =
  (
    texts: ReadonlyMap<string, string | undefined>,
    count: number,
    { log }: Refusals,
  ): ((fix: GuardedFix) => boolean) =>
  (fix) => {
    const text = texts.get(fix.uri);
    if (text === undefined || text.length * count > MOST_READ) return true;
    const before = looked.get(fix);
    if (before?.text === text) return before.isOffered;
    const checked = fix.check(text);
    if (!checked.ok) log(fix.title, fix.uri, checked.error);
    const isOffered = checked.ok && checked.value.length > 0;
    looked.set(fix, { text, isOffered });
    return isOffered;
  };
