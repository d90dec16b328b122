import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { Logger } from '../../engine/files';
import type { Tab } from '../../webview/protocol/timelineMessages';
import type { AnswerUi } from '../answer/answerUi';
import type { CreationDeps } from '../creation/flow';
import type { CreationUi } from '../creation/ui';
import type { UndoOffer } from '../creation/undoOffer';
import type { Dependencies } from '../dependency/dependencies';
import type { EngineHost } from '../engineHost';
import type { Drawers } from '../graph/export/drawers';
import type { ProposalDeps } from '../proposal/flow';
import type { ProposalUi } from '../proposal/ui';
import type { ReviewDeps } from '../review/reviewFlow';
import type { ReviewUi } from '../review/reviewUi';
import type { FinishedPlans } from '../tree/finishedPlans';
import type { TreeGrouping } from '../tree/grouping';

/** What commands work with. */
export interface CommandContext {
  readonly extension: ExtensionContext;
  readonly host: EngineHost;
  readonly log: LogOutputChannel;
  readonly logger: Logger;
  readonly creation: CreationDeps;
  readonly ui: CreationUi;
  readonly undoOffer: Pick<UndoOffer, 'withdraw'>;
  readonly review: ReviewDeps;
  readonly reviewUi: ReviewUi;
  readonly proposal: ProposalDeps;
  readonly proposalUi: ProposalUi;
  readonly answerUi: AnswerUi;
  readonly dependencies: Dependencies;
  readonly drawers: Drawers;
  readonly grouping: Pick<TreeGrouping, 'current'>;
  readonly finishedPlans: Pick<FinishedPlans, 'show'>;
  /** Opens the graph of a plan on one of its tabs. */
  readonly showGraph: (planUri: string, tab: Tab) => Promise<void>;
  readonly showWorkspaceGraph: () => Promise<void>;
  /** The plan whose graph has the focus. */
  readonly activeGraph: () => string | undefined;
  /** The plan of the row of the tree that was chosen last, when nothing was chosen elsewhere since. */
  readonly selectedInTree: () => string | undefined;
}

/** A command: arguments come from menus (tree nodes), lenses (URIs and ids) or not at all (palette). */
export type Command = (context: CommandContext, ...args: readonly unknown[]) => Promise<void>;
