import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type RenameFile,
  TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import { uriOf } from '../../support/memoryFiles';

type Files = Readonly<Record<string, string>>;

/** Files by path after an edit, applied in order as a client does; refuses what a client would refuse. */
export const applied = (files: Files, { documentChanges = [], changes = {} }: WorkspaceEdit): Files => {
  const texts = new Map(Object.entries(files));
  const pathOf = (uri: string): string => {
    const path = [...texts.keys()].find((each) => uriOf(each) === uri);
    if (path === undefined) throw new Error(`there is no ${uri}`);
    return path;
  };
  const edit = (uri: string, edits: TextEdit[]): void => {
    const path = pathOf(uri);
    const document = TextDocument.create(uri, '', 0, texts.get(path) ?? '');
    texts.set(path, TextDocument.applyEdits(document, edits));
  };
  const rename = ({ oldUri, newUri }: RenameFile): void => {
    const path = pathOf(oldUri);
    const target = decodeURIComponent(newUri.slice('file://'.length));
    if (texts.has(target)) throw new Error(`${target} is there already`);
    texts.set(target, texts.get(path) ?? '');
    texts.delete(path);
  };
  for (const [uri, edits] of Object.entries(changes)) edit(uri, edits);
  for (const change of documentChanges) {
    if (TextDocumentEdit.is(change)) edit(change.textDocument.uri, change.edits as TextEdit[]);
    else rename(change as RenameFile);
  }
  return Object.fromEntries(texts);
};
