import { type TextDocument, workspace } from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/**
 * Keeps documents out of the engine that only look like files of the workspace: old revisions in a comparison,
 * previews of a refactoring. Taken in, they would show every plan twice.
 */
export const onlyWorkspaceDocuments: Middleware = {
  didOpen: async (document, next) => {
    if (isInWorkspace(document)) await next(document);
  },
  didChange: async (event, next) => {
    if (isInWorkspace(event.document)) await next(event);
  },
  didClose: async (document, next) => {
    if (isInWorkspace(document)) await next(document);
  },
};

const isInWorkspace = ({ uri }: TextDocument): boolean => workspace.getWorkspaceFolder(uri) !== undefined;
