import path from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';

/** A workbench that is not usable within this time is broken, in milliseconds. */
const OPEN_LIMIT_MS = 60_000;
/** How long something may take to appear after the action that causes it, in milliseconds. */
const APPEAR_LIMIT_MS = 15_000;
/** An input that is not usable within this time was closed again, in milliseconds. */
const FOCUS_LIMIT_MS = 1_500;

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
  /** The folder that is opened: a copy that tests may change. */
  readonly workspace: string;
  readonly screenshots: string;
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
    page.setDefaultTimeout(APPEAR_LIMIT_MS);
  }

  get workspace(): string {
    return this.#options.workspace;
  }

  get strangers(): ReadonlySet<string> {
    return this.#options.strangers;
  }

  /** Loads the page and waits until the folder's files are shown. */
  async open(): Promise<void> {
    const url = new URL(`http://127.0.0.1:${this.#options.port}/`);
    url.searchParams.set('folder', this.workspace);
    await this.page.goto(url.href);
    await this.#usable();
  }

  /** Reloads the window as a person does, so that the workbench saves what is open. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load', { timeout: OPEN_LIMIT_MS });
    await this.runCommand('Developer: Reload Window');
    await loaded;
    await this.#usable();
  }

  async #usable(): Promise<void> {
    await this.page.locator('.monaco-workbench').waitFor({ timeout: OPEN_LIMIT_MS });
    await this.page.locator('.part.sidebar .monaco-list-row').first().waitFor({ timeout: OPEN_LIMIT_MS });
  }

  /** The icon of a view container in the activity bar. */
  activity(title: string): Locator {
    return this.page.locator(`.activitybar a.action-label[aria-label^="${title}"]`);
  }

  /** Shows a view container in the side bar. */
  async showActivity(title: string): Promise<void> {
    // a badge covers the icon, and takes the pointer from it, as soon as there is something to count
    await this.activity(title).dispatchEvent('click', undefined, { timeout: OPEN_LIMIT_MS });
    await this.page.locator('.sidebar .composite.title', { hasText: title }).waitFor();
  }

  /** The rows of the tree or list in the side bar that contain `text`. */
  treeRow(text: string | RegExp): Locator {
    return this.page.locator('.part.sidebar .pane .monaco-list-row', { hasText: text });
  }

  /** Labels and descriptions of the rows shown in the side bar, from top to bottom. */
  async treeRows(): Promise<readonly string[]> {
    const rows = await this.page.locator('.part.sidebar .pane .monaco-list-row').all();
    const placed = await Promise.all(
      rows.map(async (row) => ({
        index: Number(await row.getAttribute('data-index')),
        text: (await row.locator('.label-name, .label-description').allTextContents()).join(' ').trim(),
      })),
    );
    return placed.sort((a, b) => a.index - b.index).map(({ text }) => text);
  }

  /** Opens a tree row that is closed. */
  async expand(text: string | RegExp): Promise<void> {
    const row = this.treeRow(text).first();
    if ((await row.getAttribute('aria-expanded')) === 'false') {
      await row.locator('.monaco-tl-twistie').click();
    }
    await this.page
      .locator('.part.sidebar .pane .monaco-list-row[aria-expanded="true"]', { hasText: text })
      .first()
      .waitFor();
  }

  /** An entry of the open quick pick, palette or quick open list. */
  quickPickRow(text: string | RegExp): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row', { hasText: text });
  }

  /** The input field of the open quick pick or input box. */
  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible input[type="text"]').first();
  }

  /** Types into the open quick pick and takes the entry that contains `text`. */
  async pick(text: string, typed = text): Promise<void> {
    await this.quickInput.fill(typed);
    await this.quickPickRow(text).first().click();
  }

  /** Goes on with what is ticked in the open quick pick. */
  async acceptTicked(): Promise<void> {
    await this.page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).click();
  }

  /** Runs a command by its full title, such as `Plans: Show Graph`. */
  async runCommand(title: string): Promise<void> {
    const row = this.quickPickRow(title);
    // a webview that gets the focus late closes the palette again
    await this.#untilVisible(row, `the command "${title}"`, async () => {
      await this.page.keyboard.press('F1');
      await this.quickInput.fill(`>${title}`, { timeout: FOCUS_LIMIT_MS });
    });
    await row.first().click();
  }

  /** Opens a file as `Go to File` does: a name, or a path of which the last two parts are unique. */
  async openFile(file: string): Promise<void> {
    const name = path.basename(file);
    await this.page.keyboard.press('ControlOrMeta+p');
    await this.quickInput.fill(file);
    const row = this.quickPickRow(name).filter({
      hasText: path.basename(path.dirname(file)).replace(/^\.$/, ''),
    });
    await row.first().click();
    await this.tab(name).waitFor();
  }

  /**
   * Moves the cursor of the active editor to a one-based line and column. An Enter that comes before the input has
   * read its text closes it without moving, so the status bar has the last word.
   */
  async goToLine(line: number, column = 1): Promise<void> {
    const place = this.statusBarItem(new RegExp(`Ln ${line}, Col ${column}\\b`));
    await this.#untilVisible(place, `the cursor in line ${line}, column ${column}`, async () => {
      await this.page.keyboard.press('ControlOrMeta+g');
      await this.quickInput.fill(`:${line}:${column}`, { timeout: FOCUS_LIMIT_MS });
      await this.quickInput.press('Enter', { timeout: FOCUS_LIMIT_MS });
    });
  }

  /**
   * Does something until `wanted` is on the screen: keys get lost while the focus moves. What the action itself
   * could not do in time counts as not having happened.
   */
  async #untilVisible(wanted: Locator, what: string, act: () => Promise<void>): Promise<void> {
    const limit = Date.now() + APPEAR_LIMIT_MS;
    for (;;) {
      const failure = await act().then(
        () => undefined,
        (error: unknown) => error,
      );
      const isThere = await wanted
        .first()
        .waitFor({ timeout: FOCUS_LIMIT_MS })
        .then(
          () => true,
          () => false,
        );
      if (isThere) return;
      if (Date.now() > limit) throw new Error(`never saw ${what}`, { cause: failure });
    }
  }

  /** An editor's tab. */
  tab(label: string | RegExp): Locator {
    return this.page.locator('.tabs-container .tab', { hasText: label });
  }

  /** The label of the active editor's tab. */
  async activeTab(): Promise<string> {
    return (
      (await this.page.locator('.tabs-container .tab.active').first().getAttribute('data-resource-name')) ??
      ''
    );
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
    if (!(await panel.isVisible())) await this.page.keyboard.press('ControlOrMeta+Shift+m');
    await panel.waitFor();
    return panel.locator('.monaco-list-row', { hasText: text });
  }

  /**
   * Opens the quick fixes at the cursor and gives the entry that contains `text`. The menu closes again when the
   * editor gets focus late.
   */
  async quickFix(text: string): Promise<Locator> {
    const entry = this.page.locator('.action-widget .monaco-list-row', { hasText: text });
    await this.#untilVisible(entry, `a quick fix "${text}"`, () =>
      this.page.keyboard.press('ControlOrMeta+.'),
    );
    return entry;
  }

  /** Opens the box that renames the symbol at the cursor and gives its input. */
  async renameBox(): Promise<Locator> {
    const box = this.page.locator('.rename-box input');
    await this.#untilVisible(box, 'a box to rename what is at the cursor', async () => {
      await this.page.keyboard.press('ControlOrMeta+1');
      await this.page.keyboard.press('F2');
    });
    return box;
  }

  /** Titles of the fixes in the list that {@link quickFix} has opened, in order. */
  async offeredFixes(): Promise<readonly string[]> {
    return this.page.locator('.action-widget .monaco-list-row.action .title').allInnerTexts();
  }

  /** The open modal dialog. */
  get dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  /** Presses a button of the modal dialog; its label must be exactly `label`. */
  async press(label: string): Promise<void> {
    await this.dialog.getByRole('button', { name: label, exact: true }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  /** Messages shown in the corner that contain `text`. */
  notification(text: string | RegExp): Locator {
    return this.page.locator('.notification-list-item', { hasText: text });
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
    await this.runCommand('Preferences: Color Theme');
    await this.pick(THEMES[theme].label);
    await this.page.locator(`.monaco-workbench.${THEMES[theme].className}`).waitFor();
  }

  /** Saves what is on the screen as `<name>.png` in the git-ignored screenshots folder; gives its path. */
  async screenshot(name: string): Promise<string> {
    const file = path.join(this.#options.screenshots, `${name.replace(/[^\w.-]+/g, '-')}.png`);
    await this.page.screenshot({ path: file, animations: 'disabled' });
    return file;
  }
}
