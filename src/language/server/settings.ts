import type { Connection } from 'vscode-languageserver';
import { isInside } from '../../engine/model/uri';

export type ConfiguredSeverity = 'error' | 'warning' | 'info' | 'hint' | 'off';

/** What a person can set, per resource. */
export interface Settings {
  readonly codeLens: boolean;
  readonly inlayHints: boolean;
  readonly problems: boolean;
  /** Those of plans that are over too. */
  readonly finishedPlans: boolean;
  /** Severities by rule code, in place of the rules' own. */
  readonly rules: Readonly<Record<string, ConfiguredSeverity>>;
}

export const defaultSettings: Settings = {
  codeLens: true,
  inlayHints: false,
  problems: true,
  finishedPlans: false,
  rules: {},
};

const severities: readonly string[] = ['error', 'warning', 'info', 'hint', 'off'];

/** Settings from the `parallelPlans` section; anything of an unexpected shape counts as not set. */
export const settingsFrom = (section: unknown): Settings => ({
  codeLens: flag(member(section, 'codeLens', 'enabled'), defaultSettings.codeLens),
  inlayHints: flag(member(section, 'inlayHints', 'enabled'), defaultSettings.inlayHints),
  problems: flag(member(section, 'problems', 'enabled'), defaultSettings.problems),
  finishedPlans: flag(member(section, 'problems', 'finishedPlans'), defaultSettings.finishedPlans),
  rules: severitiesFrom(member(section, 'rules')),
});

/**
 * Asks the client for the settings of a workspace folder once, whose documents have them in common, and keeps them
 * until {@link forget}. A document outside of all is asked about alone.
 */
export class SettingsCache {
  readonly #connection: Connection;
  readonly #known = new Map<string, Promise<Settings>>();
  /** Whether the client answers `workspace/configuration`; the defaults hold otherwise. */
  supported = false;
  #folders: readonly string[] = [];
  #generation = 0;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Another one after each {@link forget}. */
  get generation(): number {
    return this.#generation;
  }

  async of(uri: string): Promise<Settings> {
    if (!this.supported) return defaultSettings;
    const scope = this.#scopeOf(uri);
    const known = this.#known.get(scope) ?? this.#ask(scope);
    this.#known.set(scope, known);
    return known;
  }

  /** The workspace folders from now on, as URIs. */
  setFolders(folders: readonly string[]): void {
    this.#folders = folders;
    this.forget();
  }

  forget(): void {
    this.#known.clear();
    this.#generation++;
  }

  /** The innermost folder, where one is open within another. */
  #scopeOf(uri: string): string {
    const around = this.#folders.filter((folder) => isInside(folder, uri));
    return around.reduce((inner, folder) => (folder.length > inner.length ? folder : inner), '') || uri;
  }

  async #ask(scope: string): Promise<Settings> {
    return settingsFrom(
      await this.#connection.workspace.getConfiguration({ scopeUri: scope, section: 'parallelPlans' }),
    );
  }
}

/** What stands under a path of keys; undefined where one of them is missing. */
export const member = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
    value,
  );

const flag = (value: unknown, otherwise: boolean): boolean =>
  typeof value === 'boolean' ? value : otherwise;

const isSeverity = (value: unknown): value is ConfiguredSeverity =>
  typeof value === 'string' && severities.includes(value);

const severitiesFrom = (value: unknown): Settings['rules'] =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).filter((entry): entry is [string, ConfiguredSeverity] => isSeverity(entry[1])),
      )
    : {};
