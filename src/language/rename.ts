import { type ClientCapabilities, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { Engine } from '../engine/engine';
import { type FoundMention, mentionAt } from '../engine/mention/mentionAt';
import type { DocumentText } from '../engine/mention/mentions';
import { LineIndex, type Span, sliceOf, span } from '../engine/model/text';
import { nameOf } from '../engine/model/uri';
import type { Snapshot } from '../engine/snapshot';
import { counted } from '../shared/counted';
import { type Range, rangeOf } from './positions';
import { orderedEdit, plainEdit } from './renameEdit';

/** What a client can apply. */
export interface RenameSupport {
  /** Asks where a rename may start. */
  readonly prepare: boolean;
  readonly documentChanges: boolean;
  readonly fileRenames: boolean;
  /** Shows edits by their reason and lets a person confirm the doubtful ones. */
  readonly annotations: boolean;
}

export const renameSupportOf = (capabilities: ClientCapabilities | undefined): RenameSupport => {
  const { documentChanges, resourceOperations, changeAnnotationSupport } =
    capabilities?.workspace?.workspaceEdit ?? {};
  return {
    prepare: capabilities?.textDocument?.rename?.prepareSupport ?? false,
    documentChanges: documentChanges ?? false,
    fileRenames: (documentChanges && resourceOperations?.includes('rename')) ?? false,
    annotations: (documentChanges && changeAnnotationSupport !== undefined) ?? false,
  };
};

/**
 * The id under the caret, which a rename replaces; null in a document of no plan.
 * @throws ResponseError where the caret is on something else
 */
export const renameTargetAt = (
  snapshot: Snapshot,
  document: DocumentText,
  offset: number,
): { readonly range: Range; readonly placeholder: string } | null => {
  if (!snapshot.planOf(document.uri)) return null;
  const { place } = targetAt(snapshot, document, offset);
  const { text } = document;
  return { range: rangeOf(new LineIndex(text), place), placeholder: sliceOf(text, place) };
};

/**
 * Everything that follows from a new id: edits by document first, then the new names of files, which a client applies
 * in this order. `versionOf` gives the version of an open document.
 * @throws ResponseError with the reason where the id cannot be renamed
 */
export const renameAt = async (
  engine: Engine,
  document: DocumentText,
  offset: number,
  newName: string,
  support: RenameSupport,
  versionOf: (uri: string) => number | undefined,
): Promise<WorkspaceEdit> => {
  const { mention } = targetAt(engine.snapshot, document, offset);
  const result = await engine.prepareRename({ plan: mention.plan.uri, id: mention.id, newId: newName });
  if (!result.ok) throw refused(result.error.message);
  const renaming = result.value;
  const [file] = renaming.files;
  if (file && !support.fileRenames)
    throw refused(
      `${counted(renaming.files.length, 'file')} such as ${nameOf(file.from)} would have to be renamed, which this editor cannot do.`,
    );
  return support.documentChanges
    ? orderedEdit(renaming, support.annotations, versionOf)
    : plainEdit(renaming);
};

const refused = (message: string): ResponseError<void> =>
  new ResponseError(LSPErrorCodes.RequestFailed, message);

const targetAt = (
  snapshot: Snapshot,
  document: DocumentText,
  offset: number,
): { readonly mention: FoundMention; readonly place: Span } => {
  const mention = mentionAt(snapshot, document, offset);
  const place = mention && writtenId(document.text, mention);
  if (!mention || !place) throw refused('Put the cursor on the id of an achievement, such as 1.1.');
  return { mention, place };
};

/** The id as written, which for PRPs may lack the prefix; undefined where a range only means it. */
const writtenId = (text: string, { id, span: place }: FoundMention): Span | undefined => {
  const written = sliceOf(text, place);
  const short = id.replace(/^PRP-/, '');
  const found = [id, short].find((each) => written.replace(/^(["'])(.*)\1$/, '$2') === each);
  if (found === undefined) return undefined;
  const start = place.start + written.indexOf(found);
  return span(start, start + found.length);
};
