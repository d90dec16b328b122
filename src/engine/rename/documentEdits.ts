import { fail, ok, type Result } from '../../shared/result';
import { UserError } from '../../shared/userError';
import { readPlan } from '../document/plan/plan';
import type { DocumentKind } from '../edit/guard/asked';
import { guarded } from '../edit/guard/guard';
import { RefusedEdit } from '../edit/guard/refused';
import { jsonTreeOf } from '../edit/json/jsonTree';
import type { PrpFacts } from '../facts/prpFacts';
import type { AnalysedPlan } from '../model/analysis';
import type { AchievementId } from '../model/ids';
import { LineIndex } from '../model/text';
import { nameOf } from '../model/uri';
import { elementEdits } from './elementEdits';
import { executionRows, type FileSearch, fileMentions, shortNames } from './fileMentions';
import { type JsonPlace, jsonPlaces } from './jsonPlaces';
import { evidencePlaces, type MarkdownPlace, planPlaces, prpPlaces } from './markdownPlaces';
import type { RenamedDocument, RenameEdit, RenameReason, Swap } from './renaming';

/** A document as it is now; `prp` where it is a PRP file. */
export interface RenameSource {
  readonly uri: string;
  readonly text: string;
  readonly prp?: PrpFacts | undefined;
}

/** What changes in one document, or why it cannot be changed. */
export const documentEdits = (
  search: FileSearch,
  source: RenameSource,
): Result<RenamedDocument, UserError> => {
  const { plan, swap } = search;
  const { uri, text } = source;
  const lines = new LineIndex(text);
  const found = plan.parallel?.uri === uri ? inJson(search, text) : inMarkdown(search, source);
  if (!found) return fail(new UserError(`${nameOf(uri)} is not valid JSON. Fix it first.`));
  const reversed = { from: swap.to, to: swap.from, ids: [...swap.ids, swap.to] };
  const [taken] = [
    ...found.taken,
    ...fileMentions({ ...search, swap: reversed }, text).map(({ span }) => span.start),
  ];
  if (taken !== undefined)
    return fail(
      new UserError(
        `Line ${lines.lineAt(taken) + 1} of ${nameOf(uri)} already mentions ${swap.to}. It would then mean this achievement.`,
      ),
    );
  const edits = inOrder([...found.edits, ...fileMentions(search, text)]);
  const document = documentKind(plan, source);
  const checked = guarded(
    text,
    { kind: 'rename', document, from: swap.from, to: swap.to, all: swap.ids },
    edits,
  );
  if (!checked.ok) return fail(new RefusedEdit(`in ${nameOf(uri)} ${checked.error.reason}`));
  return ok({ uri, lines, edits });
};

const documentKind = ({ parallel, uri: planUri }: AnalysedPlan, { uri, prp }: RenameSource): DocumentKind => {
  if (parallel?.uri === uri) return 'parallel';
  if (prp) return 'prp';
  return uri === planUri ? 'plan' : 'work';
};

interface Found {
  readonly edits: readonly RenameEdit[];
  /** Offsets at which the new id stands already. */
  readonly taken: readonly number[];
}

const inMarkdown = (search: FileSearch, source: RenameSource): Found => {
  const { plan, swap } = search;
  const { uri, text } = source;
  const places = markdownPlaces(plan, source);
  const isOwn = plan.work.get(swap.from)?.some(({ file }) => file.uri === uri) ?? false;
  return {
    edits: [
      ...places.flatMap(({ element, reason }) =>
        elementEdits(text, element, swap).map((edit) => ({ ...edit, reason })),
      ),
      ...(isOwn ? executionRows(search, text) : []),
      ...shortNames(search, text),
    ],
    taken: places
      .filter(({ element, reason }) => reason !== 'doubtful' && [element.from, element.to].includes(swap.to))
      .map(({ element }) => element.span.start),
  };
};

const markdownPlaces = (plan: AnalysedPlan, { uri, text, prp }: RenameSource): readonly MarkdownPlace[] => {
  if (prp) return prpPlaces(plan, text, [{ id: prp.id, span: prp.idSpan }, ...prp.dependencies]);
  return uri === plan.uri ? planPlaces(plan, text, readPlan(text)) : evidencePlaces(plan, text);
};

const inJson = ({ plan, swap }: FileSearch, text: string): Found | undefined => {
  const root = jsonTreeOf(text);
  if (!root) return undefined;
  const places = jsonPlaces(text, root, (id) => id === swap.to || plan.byId.has(id));
  return {
    edits: places.flatMap((place) => (place.id === swap.from ? [jsonEdit(place, swap)] : [])),
    taken: places.filter(({ id }) => id === swap.to).map(({ span }) => span.start),
  };
};

/** A number as JSON has it: no zero in front, at most one dot. */
const JSON_NUMBER = /^(?:0|[1-9]\d*)(?:\.\d+)?$/;

const jsonEdit = ({ span, isNumber, isDoubtful }: JsonPlace, { to }: Swap): RenameEdit => ({
  span,
  newText: isNumber && !JSON_NUMBER.test(to) ? quoted(to) : to,
  reason: isDoubtful ? 'doubtful' : 'id',
});

const quoted = (id: AchievementId): string => JSON.stringify(id);

const RANKS: Readonly<Record<RenameReason, number>> = { id: 0, 'file-name': 1, text: 2, doubtful: 3 };

/** By place; of edits that touch the same text the one with the best reason stays. */
const inOrder = (edits: readonly RenameEdit[]): readonly RenameEdit[] => {
  const sorted = [...edits].sort(
    (one, other) => one.span.start - other.span.start || RANKS[one.reason] - RANKS[other.reason],
  );
  let end = -1;
  return sorted.filter(({ span }) => {
    const isFree = span.start >= end;
    if (isFree) ({ end } = span);
    return isFree;
  });
};
