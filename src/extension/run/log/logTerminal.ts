import { EventEmitter, type Terminal, TerminalLocation, ThemeIcon, window } from 'vscode';
import { messageOf } from '../../../shared/userError';
import type { ItemLog, LogStanding } from './itemLog';

/** While an item is worked on, its log is looked at so often. */
const LOOK_MS = 200;

/** What a terminal with a log shows. */
export interface ShownLog {
  /** Of its tab. */
  readonly name: string;
  readonly log: ItemLog;
  /** How the item stands now; undefined when its run is gone. */
  standing(): LogStanding | undefined;
}

export interface LogTerminal {
  readonly terminal: Terminal;
  /** The item may stand otherwise by now. */
  changed(): void;
}

/**
 * A terminal among the editors that shows a log and follows it until somebody closes it. What is typed goes nowhere.
 * The editor does not open it again after a reload.
 */
export const openLogTerminal = ({ name, log, standing }: ShownLog): LogTerminal => {
  const output = new EventEmitter<string>();
  let isOpen = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [isReading, isStale] = [false, false];

  const follow = async (): Promise<void> => {
    if (!isOpen) return;
    if (isReading) {
      isStale = true;
      return;
    }
    isReading = true;
    clearTimeout(timer);
    const isAtWork = await show();
    isReading = false;
    if (isStale || isAtWork) timer = setTimeout(() => void follow(), isStale ? 0 : LOOK_MS);
    isStale = false;
  };

  /** Shows what came, and answers whether more may come any moment. */
  const show = async (): Promise<boolean> => {
    const now = standing() ?? {
      attempt: 0,
      isAtWork: false,
      words: 'The record of this run has been removed',
    };
    try {
      const text = await log.readOn(now);
      if (isOpen && text !== '') output.fire(text);
      return now.isAtWork;
    } catch (error) {
      output.fire(`\r\nThe log cannot be read: ${messageOf(error)}\r\n`);
      return false;
    }
  };

  const terminal = window.createTerminal({
    name,
    iconPath: new ThemeIcon('output'),
    location: TerminalLocation.Editor,
    isTransient: true,
    pty: {
      onDidWrite: output.event,
      open: () => {
        isOpen = true;
        output.fire(WITHOUT_CURSOR);
        void follow();
      },
      close: () => {
        isOpen = false;
        clearTimeout(timer);
        output.dispose();
      },
    },
  });
  return { terminal, changed: () => void follow() };
};

/** Nothing can be typed. */
const WITHOUT_CURSOR = '\u001b[?25l';
