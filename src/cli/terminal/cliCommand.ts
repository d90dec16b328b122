import type { Command } from 'commander';
import type { OpenWorkspace, Workspace } from '../workspace/workspace';
import type { Work } from './commandParts';
import type { Terminal } from './terminal';

/** What commands work with. */
export interface Tools<W extends Workspace> {
  readonly terminal: Terminal;
  readonly work: Work<W>;
  readonly open: OpenWorkspace<W>;
  /** For commands that open no plans. */
  readonly exitWith: (code: number) => void;
}

/** A command of the command line. */
export interface CliCommand<W extends Workspace> {
  /** As it is typed. */
  readonly name: string;
  /** Defines what it takes and does; it has its name already. */
  readonly define: (command: Command, tools: Tools<W>) => unknown;
}
