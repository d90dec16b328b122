import {
  type MessageItem,
  ProgressLocation,
  type QuickPickItem,
  QuickPickItemKind,
  ThemeIcon,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { Place } from '../../engine/model/text';
import { nameOf } from '../../engine/model/uri';
import type { Confidence, Conflict, ProposedEdge } from '../../engine/propose/proposal';
import { editorUi } from '../creation/editorUi';
import { confirmChange } from '../edit/confirmChange';
import { closeProposed, proposed, showChanges } from '../edit/proposed';
import { rangeIn } from '../edit/rangeIn';
import { withoutIcons } from '../withoutIcons';
import type { ProposalUi, Review, ReviewAnswer } from './ui';

interface Item extends QuickPickItem {
  readonly edge?: ProposedEdge;
  readonly place?: Place;
}

/** The proposing flow in the editor's own dialogs. */
export const editorProposalUi: ProposalUi = {
  review: (review) => pickEdges(review),
  confirm: async (question, detail, write) => {
    const preview: MessageItem = { title: 'Preview first' };
    const yes: MessageItem = { title: write };
    const answer = await window.showInformationMessage(question, { modal: true, detail }, preview, yes);
    if (answer === yes) return 'write';
    return answer === preview ? 'preview' : 'no';
  },
  preview: async (question, uri, before, after) => {
    const title = `${nameOf(uri)}: current and proposed`;
    const name = nameOf(uri);
    const change = {
      uri: Uri.parse(uri),
      before: before === undefined ? undefined : proposed(name, before),
      after: proposed(name, after),
    };
    await showChanges(title, [change]);
    const isAgreed = await confirmChange({ question, action: `Write ${name}`, notes: [] });
    await closeProposed(title);
    return isAgreed;
  },
  chooseModel: async (names) =>
    window.showQuickPick([...new Set(names)], { title: 'Ask which language model?' }),
  asking: async (model, ask) =>
    window.withProgress(
      { location: ProgressLocation.Notification, title: `Asking ${model}`, cancellable: true },
      async (_progress, token) => {
        const controller = new AbortController();
        token.onCancellationRequested(() => controller.abort());
        try {
          const answer = await ask(controller.signal);
          return controller.signal.aborted ? undefined : answer;
        } catch (error) {
          if (controller.signal.aborted) return undefined;
          throw error;
        }
      },
    ),
  progress: editorUi.progress,
  inform: editorUi.inform,
  failed: (message) => void window.showErrorMessage(message),
  open: editorUi.open,
  show: async ({ uri, span }) => {
    const document = await workspace.openTextDocument(Uri.parse(uri));
    const selection = rangeIn(document, span);
    await window.showTextDocument(document, {
      viewColumn: ViewColumn.Active,
      preserveFocus: true,
      preview: true,
      selection,
    });
  },
};

const OPEN = { iconPath: new ThemeIcon('go-to-file'), tooltip: 'Show the evidence' };
const PRIORITIES = {
  iconPath: new ThemeIcon('list-ordered'),
  tooltip: 'Let achievements without known dependencies wait for the previous priority',
};
const MODEL = { iconPath: new ThemeIcon('sparkle'), tooltip: 'Ask a language model too' };

const pickEdges = (review: Review): Promise<ReviewAnswer | undefined> =>
  new Promise((resolve) => {
    const pick = window.createQuickPick<Item>();
    const items = itemsOf(review);
    const finish = (next: ReviewAnswer['next']): void => {
      resolve({ next, ticked: pick.selectedItems.flatMap(({ edge }) => edge ?? []) });
      pick.hide();
    };
    pick.title = withoutIcons(review.title);
    pick.placeholder =
      review.edges.length > 0
        ? 'Tick the dependencies that are right'
        : 'The documents suggest no dependencies. State them in the PLAN, or go by priority';
    pick.canSelectMany = true;
    pick.ignoreFocusOut = true;
    pick.matchOnDescription = true;
    pick.matchOnDetail = true;
    pick.items = items;
    pick.selectedItems = items.filter(({ edge }) => edge && review.taken.has(edge));
    pick.buttons = [...(review.canAskPriorities ? [PRIORITIES] : []), ...(review.canAskModel ? [MODEL] : [])];
    pick.onDidTriggerButton((button) => finish(button === MODEL ? 'ask-model' : 'add-priorities'));
    pick.onDidTriggerItemButton(({ item: { place } }) => {
      if (place)
        editorProposalUi.show(place).catch((error: unknown) => window.showErrorMessage(String(error)));
    });
    // what contradicts the rest is shown and cannot be ticked
    pick.onDidChangeSelection((selected) => {
      const allowed = selected.filter(({ edge }) => edge);
      if (allowed.length < selected.length) pick.selectedItems = allowed;
    });
    pick.onDidAccept(() => finish('write'));
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });

const CONFIDENCE: Readonly<Record<Confidence, string>> = {
  certain: 'certain',
  likely: 'likely',
  possible: 'possible',
};

const itemsOf = ({ edges, conflicts }: Review): readonly Item[] => [
  ...edges.map(
    (edge): Item => ({
      ...itemOf(edge, edge.isRedundant ? 'follows from the others' : ''),
      edge,
    }),
  ),
  ...(conflicts.length > 0
    ? [{ label: 'Left out: surer dependencies contradict them', kind: QuickPickItemKind.Separator }]
    : []),
  ...conflicts.map((conflict) => itemOf(conflict.edge, cycleOf(conflict))),
];

const cycleOf = ({ cycle }: Conflict): string =>
  cycle ? `would close the cycle ${cycle.join(' → ')}` : 'would close a cycle';

const itemOf = ({ dependent, dependency, confidence, evidence }: ProposedEdge, remark: string): Item => {
  const [first, ...others] = evidence;
  const more = others.length > 0 ? `and ${others.length} more` : '';
  return {
    label: `${dependent} depends on ${dependency}`,
    description: [CONFIDENCE[confidence], remark].filter(Boolean).join(', '),
    detail: [withoutIcons(first.quote), more].filter(Boolean).join(' … '),
    buttons: [OPEN],
    place: first.place,
  };
};
