import { commands, type QuickPickItem, QuickPickItemKind, ThemeIcon, window } from 'vscode';
import type { AnalysedPlan } from '../../engine/model/analysis';
import { printable } from '../../engine/words/printable';
import type { Agenda } from '../../engine/workflow/agenda';
import { withoutIcons } from '../withoutIcons';
import { entriesOf, NEW_PLAN, progressLine } from './entries';
import type { Entry, Extent, Invocation } from './entry';
import { agendaWords, workspaceEntries } from './workspaceEntries';

interface Item extends QuickPickItem {
  readonly entry?: Entry;
}

const GROUPS: Readonly<Record<Entry['group'], string>> = {
  now: 'Now',
  batch: 'Several at once',
  plan: 'The plan',
  undo: 'Back',
  plans: 'Other plans',
};

/** The walkthrough of the loop. */
const WALKTHROUGH = 'parallel-plans.parallel-plans#start';
/** The first nine entries are chosen by their number alone. */
const NUMBERED = 9;

/** Shows what can be done now in a plan and does what is chosen. */
export const showWhatNow = async (agenda: Agenda, extent: Extent, others: readonly Agenda[]): Promise<void> =>
  choose(
    `${withoutIcons(agenda.plan.name)}: ${progressLine(agenda.plan)}`,
    entriesOf(agenda, extent, others),
  );

/** Shows what can be done now in several plans and does what is chosen. */
export const showWhatNowInAll = async (
  agendas: readonly Agenda[],
  inFront: AnalysedPlan | undefined,
): Promise<void> => choose(`All plans: ${agendaWords(agendas)}`, workspaceEntries(agendas, inFront));

/** Offers what can be done where there is no plan. */
export const showWhatNowWithoutPlans = async (): Promise<void> =>
  choose('There is no plan in this workspace', [NEW_PLAN]);

const choose = async (title: string, entries: readonly Entry[]): Promise<void> => {
  const entry = await pickEntry(title, entries);
  if (!entry) return;
  if (entry.does.length === 0) {
    void window.showInformationMessage(printable(`${entry.label}. ${entry.detail}`));
    return;
  }
  const does = entry.does.length === 1 ? entry.does[0] : await pickAction(entry);
  if (does) await run(does);
};

const run = async ({ command, args }: Invocation): Promise<void> => {
  await commands.executeCommand(`parallelPlans.${command}`, ...args);
};

const pickEntry = (title: string, entries: readonly Entry[]): Promise<Entry | undefined> =>
  new Promise((resolve) => {
    const pick = window.createQuickPick<Item>();
    const take = (entry: Entry | undefined): void => {
      resolve(entry);
      pick.hide();
    };
    pick.title = title;
    const wayOut = entries.find(({ isWayOut }) => isWayOut);
    pick.placeholder = wayOut
      ? `What now? Type a number (0: ${withoutIcons(wayOut.label)}), or words to search`
      : 'What now? Type a number, or words to search';
    pick.matchOnDescription = true;
    pick.matchOnDetail = true;
    pick.items = itemsOf(entries);
    pick.buttons = [{ iconPath: new ThemeIcon('question'), tooltip: 'How it works' }];
    pick.onDidTriggerButton(() => {
      take(undefined);
      void commands.executeCommand('workbench.action.openWalkthrough', WALKTHROUGH, false);
    });
    pick.onDidChangeValue((value) => {
      const numbered = entries.find((entry, at) => keyOf(entry, at) === value);
      if (numbered) take(numbered);
    });
    pick.onDidAccept(() => take(pick.selectedItems[0]?.entry));
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });

/** The key that chooses an entry at once. */
const keyOf = ({ isWayOut = false }: Entry, at: number): string | undefined => {
  if (isWayOut) return '0';
  return at < NUMBERED ? String(at + 1) : undefined;
};

const headingOf = ({ group, heading = GROUPS[group] }: Entry): string => heading;

const itemsOf = (entries: readonly Entry[]): readonly Item[] =>
  entries.flatMap((entry, at): readonly Item[] => {
    const heading = headingOf(entry);
    const before = entries[at - 1];
    const key = keyOf(entry, at);
    return [
      ...(before && headingOf(before) === heading
        ? []
        : [{ label: withoutIcons(heading), kind: QuickPickItemKind.Separator }]),
      {
        label: `${key === undefined ? '' : `${key}  `}$(${entry.icon}) ${withoutIcons(entry.label)}`,
        description: withoutIcons(entry.description),
        detail: withoutIcons(entry.detail),
        entry,
      },
    ];
  });

const pickAction = async ({ label, does }: Entry): Promise<Invocation | undefined> =>
  window.showQuickPick(
    does.map((each) => ({ ...each, label: each.label })),
    { title: withoutIcons(label), placeHolder: 'What to do with it' },
  );
