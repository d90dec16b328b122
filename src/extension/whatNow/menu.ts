import { commands, l10n, type QuickPickItem, QuickPickItemKind, ThemeIcon, window } from 'vscode';
import type { AnalysedPlan } from '../../engine/model/analysis';
import { plainText } from '../../language/words';
import { withoutIcons } from '../creation/editorUi';
import { type Entry, entriesOf, type Invocation, progressLine } from './entries';

interface Item extends QuickPickItem {
  readonly entry?: Entry;
}

const GROUPS: Readonly<Record<Entry['group'], string>> = {
  now: l10n.t('Now'),
  batch: l10n.t('Several at once'),
  plan: l10n.t('The plan'),
};

/** The walkthrough of the loop. */
const WALKTHROUGH = 'parallel-plans.parallel-plans#start';
/** The first nine entries are chosen by their number alone. */
const NUMBERED = 9;

/** Shows what can be done now and does what is chosen. */
export const showWhatNow = async (plan: AnalysedPlan): Promise<void> => {
  const entry = await pickEntry(plan);
  if (!entry) return;
  if (entry.does.length === 0) {
    void window.showInformationMessage(plainText(`${entry.label}. ${entry.detail}`));
    return;
  }
  const does = entry.does.length === 1 ? entry.does[0] : await pickAction(entry);
  if (does) await run(does);
};

const run = async ({ command, args }: Invocation): Promise<void> => {
  await commands.executeCommand(`parallelPlans.${command}`, ...args);
};

const pickEntry = (plan: AnalysedPlan): Promise<Entry | undefined> =>
  new Promise((resolve) => {
    const entries = entriesOf(plan);
    const pick = window.createQuickPick<Item>();
    const choose = (entry: Entry | undefined): void => {
      resolve(entry);
      pick.hide();
    };
    pick.title = `${withoutIcons(plan.name)}: ${progressLine(plan)}`;
    pick.placeholder = l10n.t('What now? Type a number, or words to search');
    pick.matchOnDescription = true;
    pick.matchOnDetail = true;
    pick.items = itemsOf(entries);
    pick.buttons = [{ iconPath: new ThemeIcon('question'), tooltip: l10n.t('How it works') }];
    pick.onDidTriggerButton(() => {
      choose(undefined);
      void commands.executeCommand('workbench.action.openWalkthrough', WALKTHROUGH, false);
    });
    pick.onDidChangeValue((value) => {
      const numbered = /^[1-9]$/.test(value) ? entries[Number(value) - 1] : undefined;
      if (numbered) choose(numbered);
    });
    pick.onDidAccept(() => choose(pick.selectedItems[0]?.entry));
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });

const itemsOf = (entries: readonly Entry[]): readonly Item[] =>
  entries.flatMap((entry, at): readonly Item[] => [
    ...(entries[at - 1]?.group === entry.group
      ? []
      : [{ label: GROUPS[entry.group], kind: QuickPickItemKind.Separator }]),
    {
      label: `${at < NUMBERED ? `${at + 1}  ` : ''}$(${entry.icon}) ${withoutIcons(entry.label)}`,
      description: withoutIcons(entry.description),
      detail: withoutIcons(entry.detail),
      entry,
    },
  ]);

const pickAction = async ({ label, does }: Entry): Promise<Invocation | undefined> =>
  window.showQuickPick(
    does.map((each) => ({ ...each, label: l10n.t(each.label) })),
    { title: withoutIcons(label), placeHolder: l10n.t('What to do with it') },
  );
