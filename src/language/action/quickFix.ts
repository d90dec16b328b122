import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import type { Finding, Fix, GuardedFix } from '../../engine/rule/finding';
import type { Snapshot } from '../../engine/snapshot';
import { diagnosticSource } from '../diagnostics';
import { type Range, rangeOf, sameRange, touches } from '../positions';
import { type ActionNeeds, type ActionSource, withEdits } from './action';
import { isOfferable } from './offer';

/** What an action carries until it is resolved; names the fix without keeping it alive. */
export interface FixReference {
  readonly uri: string;
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly title: string;
}

/**
 * The fixes of every finding the range touches. Fixes that have no edit now, or whose edit the guard refuses, are not
 * offered; those are logged. A fix that is refused when it is chosen is told and logged.
 */
export const quickFixes: ActionSource = {
  kind: CodeActionKind.QuickFix,
  offered: async ({ engine, refusals }, { uri, range, shown }) => {
    const { snapshot } = engine;
    const lines = snapshot.linesOf(uri);
    const found = snapshot
      .findingsOf(uri)
      .filter((finding) => touches(rangeOf(lines, finding.span), range))
      .flatMap((finding) => finding.fixes.map((fix) => ({ finding, fix })));
    const texts = new Map<string, string | undefined>();
    for (const { fix } of found) if (!texts.has(fix.uri)) texts.set(fix.uri, await engine.read(fix.uri));
    const isOffered = isOfferable(texts, found.length, refusals);
    return found
      .filter(({ fix }) => isOffered(fix))
      .map(({ finding, fix }) => toAction(finding, fix, rangeOf(lines, finding.span), shown));
  },
  resolved: (needs, action) => (isReference(action.data) ? resolved(needs, action, action.data) : undefined),
};

const resolved = async (
  { engine, refusals }: ActionNeeds,
  action: CodeAction,
  reference: FixReference,
): Promise<CodeAction> => {
  const fix = findFix(engine.snapshot, reference);
  const text = fix ? await engine.read(fix.uri) : undefined;
  if (!fix || text === undefined) return action;
  const checked = fix.check(text);
  if (checked.ok) return withEdits(action, fix.uri, text, checked.value);
  refusals.log(fix.title, fix.uri, checked.error);
  refusals.tell(checked.error);
  return action;
};

const toAction = (finding: Finding, fix: Fix, range: Range, shown: readonly Diagnostic[]): CodeAction => {
  const reference: FixReference = {
    uri: finding.uri,
    code: finding.code,
    start: finding.span.start,
    end: finding.span.end,
    title: fix.title,
  };
  const action: CodeAction = {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: shown.filter(
      (one) => one.source === diagnosticSource && one.code === finding.code && sameRange(one.range, range),
    ),
    data: reference,
  };
  if (fix.preferred) action.isPreferred = true;
  return action;
};

const findFix = (
  snapshot: Snapshot,
  { uri, code, start, end, title }: FixReference,
): GuardedFix | undefined =>
  snapshot
    .findingsOf(uri)
    .filter((one) => one.code === code && one.span.start === start && one.span.end === end)
    .flatMap(({ fixes }) => fixes)
    .find((fix) => fix.title === title);

const isReference = (data: unknown): data is FixReference =>
  typeof data === 'object' && data !== null && 'uri' in data && 'code' in data && 'title' in data;
