import type { Result } from '../../../shared/result';
import type { Fix, GuardedFix } from '../../rule/finding';
import type { TextEdit } from '../textEdit';
import { guarded } from './guard';
import type { RefusedEdit } from './refused';

/** A fix whose edits have passed the guard, or are none. */
export const guardFix = (fix: Fix): GuardedFix => {
  const check = (text: string): Result<readonly TextEdit[], RefusedEdit> =>
    guarded(text, fix.asked, fix.edits(text));
  return {
    title: fix.title,
    preferred: fix.preferred,
    uri: fix.uri,
    asked: fix.asked,
    unguarded: (text) => fix.edits(text),
    check,
    edits: (text) => {
      const checked = check(text);
      return checked.ok ? checked.value : [];
    },
  };
};
