import { Argument, InvalidArgumentError, Option } from 'commander';
import type { CreationSelection } from '../../engine/create/batch';
import { DEFAULT_TOKENS, PROMPT_KINDS, type PromptRequest } from '../../engine/prompt/prompt';
import type { CliCommand } from '../terminal/cliCommand';
import { formatOption, idsOf, type TextFormat, wholeNumber } from '../terminal/commandParts';
import type { MakingWorkspace } from '../workspace/workspace';
import { prompt } from './prompt';
import { selectionOf } from './selection';

interface PromptFlags {
  readonly level?: number;
  readonly achievements?: readonly string[];
  readonly parallelism?: '1' | '2' | '3';
  readonly maxTokens: number;
  readonly format: TextFormat;
}

export const promptCommand: CliCommand<MakingWorkspace> = {
  name: 'prompt',
  define: (command, { terminal, work }) =>
    command
      .description(
        'a prompt for a language model, written from the plan; the kind "next" follows the next step',
      )
      .addArgument(new Argument('<kind>', 'what to ask for').choices(['next', ...PROMPT_KINDS]))
      .argument('[plan]', 'a PLAN file, or a folder with one plan', '.')
      .addOption(
        new Option('--level <n>', 'the achievements of a dependency level')
          .argParser(wholeNumber(0))
          .conflicts(['achievements']),
      )
      .addOption(
        new Option(
          '--achievement, --achievements <ids>',
          'the achievements with these ids, separated by commas',
        ).argParser(idsOf),
      )
      .addOption(
        new Option(
          '--parallelism <kind>',
          'for a discovery: 1 inside an achievement, 2 inside a priority, 3 across priorities (default: 3)',
        ).choices(['1', '2', '3']),
      )
      .addOption(
        new Option('--max-tokens <n>', 'the most tokens the prompt may have')
          .argParser(tokensOf)
          .default(DEFAULT_TOKENS),
      )
      .addOption(formatOption('text', 'json'))
      .action((kind: PromptRequest['kind'], plan: string, flags: PromptFlags) =>
        work([plan], (workspace) =>
          prompt(terminal, workspace, {
            kind,
            selection: chosenBy(flags),
            parallelism: PARALLELISM[flags.parallelism ?? '3'],
            maxTokens: flags.maxTokens,
            format: flags.format,
          }),
        ),
      ),
};

const PARALLELISM = { '1': 1, '2': 2, '3': 3 } as const;

const chosenBy = (flags: PromptFlags): CreationSelection | undefined =>
  flags.level === undefined && flags.achievements === undefined ? undefined : selectionOf(flags);

const tokensOf = (text: string): number => {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('Tokens are a number from 1.');
  return Number(text);
};
