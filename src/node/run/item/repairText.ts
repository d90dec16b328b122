import { type ItemRecord, lastState } from '../../../engine/run/state';
import { commandText } from '../../../engine/run/text/dryRun';

const LONGEST_OUTPUT = 4_000;

/**
 * What an executor has to know of the attempt before, as Markdown below its prompt; empty for a first attempt.
 *
 * @param branch the integration branch
 */
export const repairText = (record: ItemRecord, branch: string): string => {
  const { attempt, error, gates = [], paths = [], with: others = [], pinned, head } = record;
  if (attempt === 0 || error === undefined) return '';
  const state = lastState(record);
  const red = gates.find(({ ok }) => !ok);
  const before = pinned ?? head;
  return [
    '',
    '## An earlier attempt',
    '',
    `Attempt ${attempt} did not succeed: ${error}`,
    ...(state === 'conflict' && before !== undefined
      ? [
          '',
          `Its work is in commit ${before}, which cannot be merged with what landed meanwhile. Bring that work into this`,
          'checkout again (`git diff` and `git show` tell what it was), so that both are kept.',
        ]
      : ['', 'Its work is in this checkout. Go on from there.']),
    ...(state === 'gate-red' && others.length > 0
      ? [
          '',
          `What ${others.join(', ')} did is not in this checkout yet: \`git merge ${branch}\` brings it here. Do that first, so`,
          'that you see what the gates saw.',
        ]
      : []),
    ...(paths.length > 0
      ? ['', 'Files that both sides changed:', '', ...paths.map((path) => `- \`${path}\``)]
      : []),
    ...(red
      ? [
          '',
          `The end of what \`${commandText(red.command)}\` printed:`,
          '',
          '````text',
          red.output.slice(-LONGEST_OUTPUT),
          '````',
        ]
      : []),
    '',
  ].join('\n');
};
