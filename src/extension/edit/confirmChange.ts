import { type QuickPickItem, window } from 'vscode';
import { withoutIcons } from '../withoutIcons';

/** A change of one file that stands in a comparison while it is asked about. */
export interface ChangeQuestion {
  /** `Create parallel.json for SHOP?` */
  readonly question: string;
  /** What agreeing does: `Create parallel.json`. */
  readonly action: string;
  /** What to know before; nothing where it is empty. */
  readonly notes: readonly string[];
}

interface Row extends QuickPickItem {
  /** What Enter on it does; without it Enter goes back to what agrees. */
  readonly answer?: boolean;
}

/**
 * A list that begins with what agrees and with *Cancel*, as before documents are created. It has the focus and stays
 * while somebody scrolls in the comparison below it; Escape ends it from there too. Turning away means no.
 */
export const confirmChange = ({ question, action, notes }: ChangeQuestion): Promise<boolean> =>
  new Promise((resolve) => {
    const pick = window.createQuickPick<Row>();
    const agree: Row = { label: `$(check) ${withoutIcons(action)}`, answer: true, alwaysShow: true };
    const cancel: Row = { label: '$(close) Cancel', answer: false, alwaysShow: true };
    pick.title = withoutIcons(question);
    pick.placeholder = 'The change is shown below; Escape cancels';
    pick.ignoreFocusOut = true;
    pick.items = [agree, cancel, ...notes.map((note) => ({ label: `$(warning) ${withoutIcons(note)}` }))];
    pick.activeItems = [agree];
    pick.onDidAccept(() => {
      const answer = pick.selectedItems[0]?.answer;
      if (answer === undefined) {
        pick.activeItems = [agree];
        return;
      }
      resolve(answer);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(false);
      pick.dispose();
    });
    pick.show();
  });
