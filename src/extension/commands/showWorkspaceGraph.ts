import type { Command } from './context';

/** The graph of all plans of the workspace. */
export const showWorkspaceGraph: Command = ({ showWorkspaceGraph: show }) => show();
