import type { Command } from '../item';

/** What placeholders stand for; a list takes the place of an argument that is nothing but its placeholder. */
export type Placeholders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Names that a command of run.json may use. */
export const PLACEHOLDERS = [
  'id',
  'title',
  'plan',
  'level',
  'promptFile',
  'resultFile',
  'worktree',
  'branch',
  'base',
  'attempt',
  'session',
] as const;

/** Names that only the shipped executors use. */
type ShippedPlaceholder = 'node' | 'demo' | 'files';

/** Names in the paths of `worktrees` and `branch`. */
type PathPlaceholder = 'repository' | 'plan';

/** A placeholder as a configuration writes it. */
export const placeholder = (
  name: (typeof PLACEHOLDERS)[number] | ShippedPlaceholder | PathPlaceholder,
): string => `\${${name}}`;

const PLACEHOLDER = /\$\{([A-Za-z]+)\}/g;

/**
 * The arguments with their placeholders replaced, each within its own argument: what a placeholder stands for is never
 * read again, neither by a shell nor for further placeholders. Unknown ones stay as they are.
 */
export const withPlaceholders = (command: Command, values: Placeholders): Command =>
  command.flatMap((argument): Command => {
    const whole = /^\$\{([A-Za-z]+)\}$/.exec(argument)?.[1];
    const list = whole === undefined ? undefined : ownValue(values, whole);
    if (Array.isArray(list)) return list;
    return [
      argument.replace(PLACEHOLDER, (written, name: string) => {
        const value = ownValue(values, name);
        return typeof value === 'string' ? value : written;
      }),
    ];
  });

const ownValue = (values: Placeholders, name: string): Placeholders[string] =>
  Object.hasOwn(values, name) ? values[name] : undefined;

/** Placeholders of a command that nothing replaces, each once: mistakes, most likely. */
export const unknownPlaceholders = (command: Command, known: readonly string[]): readonly string[] => [
  ...new Set(
    command.flatMap((argument) =>
      [...argument.matchAll(PLACEHOLDER)]
        .map(([, name = '']) => name)
        .filter((name) => !known.includes(name)),
    ),
  ),
];
