import { fail, ok, type Result } from '../../shared/result';
import { UserError } from '../../shared/userError';
import { readPrp } from '../document/prp/prp';
import { documentsOf } from '../mention/documents';
import type { AnalysedPlan } from '../model/analysis';
import { childUri, nameOf, parentUri } from '../model/uri';
import type { Snapshot } from '../snapshot';
import { documentEdits, type RenameSource } from './documentEdits';
import { ownersOf } from './fileMentions';
import { renamedFile } from './fileNames';
import { readNewId, refusalOf } from './refusals';
import type { RenamedDocument, RenamedFile, RenameRequest, Renaming, Swap } from './renaming';
import { sharingRefusal } from './sharing';

/** What a renaming looks at; nothing is written. */
export interface RenameFiles {
  read(uri: string): Promise<string | undefined>;
  exists(uri: string): Promise<boolean>;
}

/**
 * Works out everything that follows from a new id: where documents name the achievement, and the names of its files.
 * Texts are read again, so that edits fit what is there now. Refused where the new id is taken or stands in a
 * document already, where its digits are another's, where a file is in the way or a document cannot be read.
 */
export const prepareRename = async (
  snapshot: Snapshot,
  files: RenameFiles,
  { plan: uri, id, newId: written }: RenameRequest,
): Promise<Result<Renaming, UserError>> => {
  const plan = snapshot.planOf(uri);
  if (!plan?.byId.has(id)) return fail(new UserError(`There is no achievement ${id} here.`));
  const newId = readNewId(plan, id, written);
  if (!newId.ok) return fail(new UserError(newId.error));
  const swap: Swap = { from: id, to: newId.value, ids: plan.achievements.map((each) => each.id) };
  const refusal = refusalOf(plan, id, swap.to) ?? sharingRefusal(snapshot, plan, swap);
  if (refusal !== undefined) return fail(new UserError(refusal));
  const renamed = await renamedFiles(plan, swap, files);
  if (!renamed.ok) return fail(new UserError(renamed.error));
  const documents = await renamedDocuments(snapshot, plan, swap, files);
  if (!documents.ok) return documents;
  return ok({ id, newId: swap.to, documents: documents.value, files: renamed.value });
};

/** The files of the achievement whose names carry its id. */
const renamedFiles = async (
  plan: AnalysedPlan,
  { from, to }: Swap,
  files: RenameFiles,
): Promise<Result<readonly RenamedFile[], string>> => {
  const achievement = plan.byId.get(from);
  const documents = (plan.work.get(from) ?? []).map(({ file }) => file.uri);
  const own = achievement ? [achievement.uri, ...documents] : [];
  const renamed = new Map<string, RenamedFile>();
  for (const uri of new Set(own)) {
    const name = renamedFile(nameOf(uri), plan.name, from, to);
    if (name === undefined || name === nameOf(uri)) continue;
    const target = childUri(parentUri(uri), name);
    if (renamed.has(target) || (await files.exists(target))) return fail(`There is a file ${name} already.`);
    renamed.set(target, { from: uri, to: target });
  }
  return ok([...renamed.values()]);
};

const renamedDocuments = async (
  snapshot: Snapshot,
  plan: AnalysedPlan,
  swap: Swap,
  files: RenameFiles,
): Promise<Result<readonly RenamedDocument[], UserError>> => {
  const search = { plan, owners: ownersOf(plan), swap };
  const documents: RenamedDocument[] = [];
  for (const uri of documentsAround(snapshot, plan)) {
    const source = await sourceOf(plan, uri, files);
    if (!source) return fail(new UserError(`${nameOf(uri)} cannot be read.`));
    const document = documentEdits(search, source);
    if (!document.ok) return document;
    if (document.value.edits.length > 0) documents.push(document.value);
  }
  return ok(documents);
};

/** PRPs may depend on those of other batches. */
const documentsAround = ({ plans }: Snapshot, plan: AnalysedPlan): ReadonlySet<string> =>
  plan.kind === 'plan'
    ? documentsOf(plan)
    : new Set(
        [plan, ...plans.filter(({ kind }) => kind === 'prp-batch')].flatMap((each) => [...documentsOf(each)]),
      );

const sourceOf = async (
  { kind }: AnalysedPlan,
  uri: string,
  files: RenameFiles,
): Promise<RenameSource | undefined> => {
  const text = await files.read(uri);
  if (text === undefined) return undefined;
  if (kind === 'plan') return { uri, text };
  return { uri, text, prp: readPrp(nameOf(uri), text) };
};
