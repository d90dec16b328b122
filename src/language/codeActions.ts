import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import type { Engine, Snapshot } from '../engine/engine';
import { LineIndex } from '../engine/model/text';
import type { Finding, Fix } from '../engine/rule/finding';
import { isWanted } from './commands';
import { diagnosticSource } from './diagnostics';
import { type Range, rangeOf, sameRange, touches } from './positions';

/** What an action carries until it is resolved; names the fix without keeping it alive. */
export interface FixReference {
  readonly uri: string;
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly title: string;
}

/** The fixes of every finding the range touches, as quick fixes without their edits; none where `only` asks for others. */
export const codeActionsAt = (
  snapshot: Snapshot,
  uri: string,
  range: Range,
  shown: readonly Diagnostic[],
  only?: readonly string[],
): CodeAction[] => {
  if (!isWanted(CodeActionKind.QuickFix, only)) return [];
  const lines = snapshot.linesOf(uri);
  return snapshot
    .findingsOf(uri)
    .filter((finding) => touches(rangeOf(lines, finding.span), range))
    .flatMap((finding) =>
      finding.fixes.map((fix) => toAction(finding, fix, rangeOf(lines, finding.span), shown)),
    );
};

/** Adds the edit, computed from the text the document has now; leaves it out when the fix no longer applies. */
export const resolveCodeAction = async (engine: Engine, action: CodeAction): Promise<CodeAction> => {
  const fix = isReference(action.data) ? findFix(engine.snapshot, action.data) : undefined;
  const text = fix ? await engine.read(fix.uri) : undefined;
  if (!fix || text === undefined) return action;
  const lines = new LineIndex(text);
  const edits = fix.edits(text).map(({ span, newText }) => ({ range: rangeOf(lines, span), newText }));
  return edits.length > 0 ? { ...action, edit: { changes: { [fix.uri]: edits } } } : action;
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

const findFix = (snapshot: Snapshot, { uri, code, start, end, title }: FixReference): Fix | undefined =>
  snapshot
    .findingsOf(uri)
    .filter((one) => one.code === code && one.span.start === start && one.span.end === end)
    .flatMap(({ fixes }) => fixes)
    .find((fix) => fix.title === title);

const isReference = (data: unknown): data is FixReference =>
  typeof data === 'object' && data !== null && 'uri' in data && 'code' in data && 'title' in data;
