import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { tryAgain, until } from './tries';

/** A workbench that is not usable within this time is broken, in milliseconds. */
const OPEN_LIMIT_MS = 240_000;
/** What a theme is called in the list, and the class the workbench has while it wears it. */
const THEMES = {
  light: { label: 'Light Modern', className: 'vscode-theme-defaults-themes-light_modern-json' },
  dark: { label: 'Dark Modern', className: 'vscode-theme-defaults-themes-dark_modern-json' },
  hc: { label: 'Dark High Contrast', className: 'vscode-theme-defaults-themes-hc_black-json' },
} as const;

export type Theme = keyof typeof THEMES;

/** What a workbench is opened on; paths are absolute. */
export interface WorkbenchOptions {
  readonly port: number;
  /** The folder with the plans: a copy that tests may change. */
  readonly workspace: string;
  /** What is opened: the folder, or a `.code-workspace` file that names it. */
  readonly opened: string;
  /** Folder for {@link Workbench.screenshot}; undefined when nobody asked for pictures. */
  readonly screenshots: string | undefined;
  /** Hosts other than this machine that the page asked for so far. */
  readonly strangers: ReadonlySet<string>;
}

/** The editor as a person sees it: every method does or finds what one can do or see on the screen. */
export class Workbench {
  readonly #options: WorkbenchOptions;

  constructor(
    readonly page: Page,
    options: WorkbenchOptions,
  ) {
    this.#options = options;
  }

  get workspace(): string {
    return this.#options.workspace;
  }

  /** A file of the folder with the plans, as an absolute path. */
  file(name: string): string {
    return path.join(this.workspace, name);
  }

  /** The one-based number of the first line of a file that starts so. */
  lineOf(name: string, start: string): number {
    const lines = readFileSync(this.file(name), 'utf8').split('\n');
    const at = lines.findIndex((line) => line.startsWith(start));
    if (at < 0) throw new Error(`no line of ${name} starts with ${start}`);
    return at + 1;
  }

  get strangers(): ReadonlySet<string> {
    return this.#options.strangers;
  }

  /** Loads the page and waits until the folder's files are shown. */
  async open(): Promise<void> {
    const url = new URL(`http://127.0.0.1:${this.#options.port}/`);
    const { opened } = this.#options;
    url.searchParams.set(opened.endsWith('.code-workspace') ? 'workspace' : 'folder', opened);
    // on a busy machine the editor reads a workspace file too early and stays without folders: it is loaded again
    const empty = this.page.locator('.part.sidebar').getByText('You have not yet added a folder');
    await tryAgain(async (timeout) => {
      await this.page.goto(url.href);
      await expect(this.#rows.or(empty).first()).toBeVisible({ timeout: OPEN_LIMIT_MS });
      await expect(this.#rows.first()).toBeVisible({ timeout });
    });
  }

  /** Reloads the window as a person does, so that the workbench saves what is open. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load', { timeout: OPEN_LIMIT_MS });
    await this.runCommand('Developer: Reload Window');
    await loaded;
    await this.#usable();
  }

  async #usable(): Promise<void> {
    await expect(this.#rows.first()).toBeVisible({ timeout: OPEN_LIMIT_MS });
  }

  get #rows(): Locator {
    return this.page.locator('.monaco-workbench .part.sidebar .monaco-list-row');
  }

  /** The icon of a view container in the activity bar. */
  activity(title: string): Locator {
    return this.page.locator(`.activitybar a.action-label[aria-label^="${title}"]`);
  }

  /** The number on the icon of a view container. */
  activityBadge(title: string): Locator {
    return this.activity(title).locator('..').locator('.badge-content');
  }

  /** Shows a view container in the side bar. */
  async showActivity(title: string): Promise<void> {
    const shown = this.page.locator('.sidebar .composite.title', { hasText: title });
    if (await shown.isVisible()) return;
    // a badge covers the icon, and takes the pointer from it, as soon as there is something to count
    await until(shown, () => this.activity(title).dispatchEvent('click'));
  }

  /** The rows of the tree or list in the side bar that contain `text`. */
  treeRow(text: string | RegExp): Locator {
    return this.page.locator('.part.sidebar .pane .monaco-list-row', { hasText: text });
  }

  /** Drags the edge of the side bar until it is so many pixels wide; 170 is the least. */
  async sideBarWidth(pixels: number): Promise<void> {
    const bar = this.page.locator('.part.sidebar');
    await tryAgain(async (timeout) => {
      const box = await bar.boundingBox();
      if (!box) throw new Error('the side bar is not there');
      const edge = box.x + box.width;
      const y = box.y + box.height / 2;
      await this.page.mouse.move(edge, y);
      await this.page.mouse.down();
      await this.page.mouse.move(box.x + pixels, y, { steps: 8 });
      await this.page.mouse.up();
      await expect
        .poll(async () => Math.abs(((await bar.boundingBox())?.width ?? 0) - pixels), { timeout })
        .toBeLessThan(12);
    });
  }

  /** Opens a tree row that is closed. */
  async expand(text: string | RegExp): Promise<void> {
    const row = this.treeRow(text).first();
    const open = this.page.locator('.part.sidebar .pane .monaco-list-row[aria-expanded="true"]', {
      hasText: text,
    });
    await until(open, async (timeout) => {
      if ((await row.getAttribute('aria-expanded')) === 'false') {
        await row.locator('.monaco-tl-twistie').click({ timeout });
      }
    });
  }

  /** An entry of the open quick pick, palette or quick open list. */
  quickPickRow(text: string | RegExp): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row', { hasText: text });
  }

  /** The entry that Enter takes, when it contains `text`. */
  #chosenRow(text: string): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: text });
  }

  /** The input field of the open quick pick or input box. */
  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible input[type="text"]').first();
  }

  /**
   * Runs a command that asks with a list and takes the entry that contains `text`, until `goal` is on the screen. A list
   * that opens before the editor knows what belongs into it stays empty: it is opened again with every try.
   */
  async choose(title: string, text: string, goal: Locator): Promise<void> {
    await until(goal, async (timeout) => {
      await this.runCommand(title);
      await this.quickInput.fill(text, { timeout });
      await expect(this.#chosenRow(text)).toBeVisible({ timeout });
      await this.quickInput.press('Enter', { timeout });
    });
  }

  /** Goes on with what is ticked in the open quick pick. */
  async acceptTicked(): Promise<void> {
    await this.page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).click();
  }

  /** Runs a command by its full title, such as `Plans: Show Graph`. */
  async runCommand(title: string): Promise<void> {
    const row = this.quickPickRow(title);
    // a webview that gets the focus late closes the palette again
    await until(row, (limit) => this.#typeInto('F1', `>${title}`, limit));
    // rows are filled anew while more commands are found, and a click may get another one
    if (await this.#chosenRow(title).isVisible()) await this.quickInput.press('Enter');
    else await row.first().click();
  }

  /**
   * Opens a file as `Go to File` does: a name, or a path of which the last two parts are unique. Taken with Enter, once
   * it is the entry that Enter takes: rows are filled anew while more files are found, and a click gets another one.
   */
  async openFile(file: string): Promise<void> {
    const name = path.basename(file);
    const folder = path.basename(path.dirname(file)).replace(/^\.$/, '');
    await until(this.activeTab(name), async (limit) => {
      await this.#typeInto('ControlOrMeta+p', file, limit);
      await expect(this.#chosenRow(name).filter({ hasText: folder })).toBeVisible({ timeout: limit });
      await this.quickInput.press('Enter', { timeout: limit });
    });
  }

  /**
   * Moves the cursor of the active editor to a one-based line and column. An Enter that comes before the input has
   * read its text closes it without moving, so the status bar has the last word.
   */
  async goToLine(line: number, column = 1): Promise<void> {
    await until(this.statusBarItem(new RegExp(`Ln ${line}, Col ${column}\\b`)), async (limit) => {
      await this.#typeInto('ControlOrMeta+g', `:${line}:${column}`, limit);
      await this.quickInput.press('Enter', { timeout: limit });
    });
  }

  /**
   * Clicks until what it opens is on the screen. Lenses and rows of the tree move while others come, and take a click
   * with them that was meant for the place where they stood.
   */
  async click(target: Locator, opens: Locator): Promise<void> {
    await until(opens, (timeout) => target.first().click({ timeout }));
  }

  /**
   * Opens the palette with a key and types into it. One that is open is closed first: what it lists, it lists for the
   * moment when it was opened.
   */
  async #typeInto(key: string, text: string, limit: number): Promise<void> {
    if (await this.quickInput.isVisible()) {
      // not in the input, for which it would wait when it has just gone
      await this.page.keyboard.press('Escape');
      await expect(this.quickInput).toBeHidden({ timeout: limit });
    }
    await this.page.keyboard.press(key);
    await this.quickInput.fill(text, { timeout: limit });
  }

  /** An editor's tab. */
  tab(label: string | RegExp): Locator {
    return this.page.locator('.tabs-container .tab', { hasText: label });
  }

  /** The tab of the editor that is shown, when its label contains `label`. */
  activeTab(label: string | RegExp): Locator {
    return this.page.locator('.tabs-container .tab.active', { hasText: label });
  }

  /** A line of the text that is on the screen. */
  line(text: string | RegExp): Locator {
    return this.page.locator('.view-line', { hasText: text }).first();
  }

  /** The line number the cursor is on, as the status bar shows it. */
  async cursorLine(): Promise<number> {
    const text = await this.page.locator('.statusbar-item[id="status.editor.selection"]').textContent();
    return Number(/\d+/.exec(text ?? '')?.[0]);
  }

  /** The CodeLens links that are on the screen. */
  codeLens(text: string | RegExp): Locator {
    return this.page.locator('.codelens-decoration a', { hasText: text }).filter({ visible: true });
  }

  /** Shows the Problems panel and gives its rows that contain `text`. */
  async problems(text: string | RegExp): Promise<Locator> {
    const panel = this.page.locator('.markers-panel');
    await until(panel, async () => {
      if (!(await panel.isVisible())) await this.page.keyboard.press('ControlOrMeta+Shift+m');
    });
    return panel.locator('.monaco-list-row', { hasText: text });
  }

  /**
   * Opens the quick fixes at the cursor and gives the entry that contains `text`. The menu closes again when the
   * editor gets focus late.
   */
  async quickFix(text: string): Promise<Locator> {
    const entry = this.page.locator('.action-widget .monaco-list-row', { hasText: text });
    await until(entry, () => this.page.keyboard.press('ControlOrMeta+.'));
    return entry;
  }

  /** Shows the hover at the cursor until it contains `text`; it goes when the focus moves. */
  async hover(text: RegExp): Promise<void> {
    const hover = this.page.locator('.monaco-hover:visible', { hasText: text });
    await until(hover, () => this.runCommand('Show or Focus Hover'));
  }

  /** Opens the box that renames the symbol at the cursor and gives its input. */
  async renameBox(): Promise<Locator> {
    const box = this.page.locator('.rename-box input');
    await until(box, async () => {
      await this.page.keyboard.press('ControlOrMeta+1');
      await this.page.keyboard.press('F2');
    });
    return box;
  }

  /** The titles of the fixes in the list that {@link quickFix} has opened, in order. */
  get offeredFixes(): Locator {
    return this.page.locator('.action-widget .monaco-list-row.action .title');
  }

  /** The open modal dialog. */
  get dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  /** Presses a button of the modal dialog; its label must be exactly `label`. */
  async press(label: string): Promise<void> {
    await this.dialog.getByRole('button', { name: label, exact: true }).click();
    await expect(this.dialog).toHaveCount(0);
  }

  /**
   * Waits for a message that contains `text` and presses one of its buttons, when one is named. Messages leave the
   * corner by themselves after some seconds; one that has gone is looked up in the list of all, as a person does.
   */
  async message(text: string | RegExp, button?: string): Promise<void> {
    const message = this.messages.filter({ hasText: text }).first();
    const wanted =
      button === undefined ? message : message.getByRole('button', { name: button, exact: true });
    let isFirst = true;
    await tryAgain(async (limit) => {
      if (!isFirst && !(await wanted.isVisible())) {
        await this.runCommand('Notifications: Show Notifications');
      }
      isFirst = false;
      await expect(wanted).toBeVisible({ timeout: limit });
      if (button !== undefined) await wanted.click({ timeout: limit });
    });
  }

  /** The messages in the corner, or in the list of all when it is shown. */
  get messages(): Locator {
    return this.page.locator('.notification-list-item');
  }

  /** An item of the status bar. */
  statusBarItem(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item', { hasText: text });
  }

  /** The document of the webview that is shown; with several, the one opened last. */
  get webview(): FrameLocator {
    return this.page.locator('iframe.webview.ready').last().contentFrame().frameLocator('#active-frame');
  }

  /** Switches the colour theme and waits until the workbench wears it. */
  async setTheme(theme: Theme): Promise<void> {
    await this.choose('Preferences: Color Theme', THEMES[theme].label, this.#wearing(theme));
  }

  async isWearing(theme: Theme): Promise<boolean> {
    return this.#wearing(theme).isVisible();
  }

  #wearing(theme: Theme): Locator {
    return this.page.locator(`.monaco-workbench.${THEMES[theme].className}`);
  }

  /** Leaves a picture of the screen as `<name>.png`, when that was asked for. */
  async screenshot(name: string): Promise<void> {
    const { screenshots } = this.#options;
    if (screenshots === undefined) return;
    const file = path.join(screenshots, `${name.replace(/[^\w.-]+/g, '-')}.png`);
    await this.page.screenshot({ path: file, animations: 'disabled' });
  }

  /** Leaves one picture for each theme as `<name>-<theme>.png`, when that was asked for; wears the last one then. */
  async screenshots(name: string, themes: readonly Theme[] = ['light', 'hc', 'dark']): Promise<void> {
    if (this.#options.screenshots === undefined) return;
    for (const theme of themes) {
      await this.setTheme(theme);
      await this.screenshot(`${name}-${theme}`);
    }
  }
}
