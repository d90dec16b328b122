import { type TextDocument, WorkspaceEdit, window, workspace } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { messageOf } from '../shared/userError';

/**
 * Keeps documents out of the engine that only look like files: old revisions in a comparison, previews of a
 * refactoring. Taken in, they would show every plan twice. Files outside the workspace and new documents count while
 * they are open; so they are there already when their folder joins the workspace.
 */
export const onlyRealDocuments: Middleware = {
  didOpen: async (document, next) => {
    if (isReal(document)) await next(document);
  },
  didChange: async (event, next) => {
    if (isReal(event.document)) await next(event);
  },
  didClose: async (document, next) => {
    if (isReal(document)) await next(document);
  },
};

const isReal = ({ uri }: TextDocument): boolean =>
  uri.scheme === 'file' || uri.scheme === 'untitled' || workspace.getWorkspaceFolder(uri) !== undefined;

/**
 * Ends a refused rename with its reason. Left to the editor, it would ask the next extension, and that of Markdown
 * takes what was typed for the text of a heading.
 */
export const refuseRenames: Middleware = {
  provideRenameEdits: async (document, position, newName, token, next) => {
    try {
      return await next(document, position, newName, token);
    } catch (error) {
      if (!token.isCancellationRequested) window.showErrorMessage(messageOf(error));
      return new WorkspaceEdit();
    }
  },
};
