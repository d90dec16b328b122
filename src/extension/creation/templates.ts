import { Uri, workspace } from 'vscode';
import { below, TEMPLATES_FOLDER } from '../../engine/create/template/folder';
import { UserError } from '../../shared/userError';

/** URI of the folder with the templates for a document; undefined outside the workspace. */
export const templatesFor = (uri: string): string | undefined => {
  const folder = workspace.getWorkspaceFolder(Uri.parse(uri));
  return folder && templatesIn(folder.uri);
};

/** URI of the folder with the templates of a workspace folder, as its settings have it. */
export const templatesIn = (folder: Uri): string => {
  const path = workspace
    .getConfiguration('parallelPlans', folder)
    .get('templates.folder', TEMPLATES_FOLDER)
    .replaceAll('\\', '/');
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.length === 0 || parts.includes('..') || /^(?:\/|[A-Za-z]:)/.test(path)) {
    throw new UserError(
      `The setting parallelPlans.templates.folder must name a folder inside the workspace folder: ${path}`,
    );
  }
  return below(folder.toString(), parts.join('/'));
};
