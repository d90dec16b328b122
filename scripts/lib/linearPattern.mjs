process.env.RECHECK_BACKEND = 'pure';
const { checkSync } = await import('recheck');

/** Proofs of patterns of long alternatives take minutes: these are attacked instead, in milliseconds. */
const PROOF_MS = 20_000;
/** So many characters of the attack show what it is. */
const SHOWN = 120;
const SHORTEST = 64;
const LONGEST = 64_000;
/** What takes the square of the length takes 16 times as long then. */
const LONGER = 4;
const MOST_GROWTH = 8;
const NOISE_MS = 5;

/**
 * Why matching a pattern may take longer than in proportion to the text, with a text that shows it; undefined where it
 * is linear, also when it is searched from every place of the text. What the automaton cannot prove in time is
 * attacked instead, and an attack counts when it works here.
 * @param {{ readonly source: string, readonly flags: string }} pattern
 * @returns {string | undefined}
 */
export function slownessOf({ source, flags }) {
  const proof = checkSync(source, flags, { checker: 'automaton', timeout: PROOF_MS });
  if (proof.status !== 'unknown') return proof.status === 'safe' ? undefined : words(proof);
  const attacked = checkSync(source, flags, { checker: 'fuzz', timeout: PROOF_MS });
  if (attacked.status === 'safe') return undefined;
  if (attacked.status === 'unknown') return `cannot be analysed (${attacked.error.kind})`;
  const isSlow =
    attacked.complexity.type === 'exponential' || works(new RegExp(source, flags), attacked.attack);
  return isSlow ? words(attacked) : undefined;
}

const words = ({ complexity, attack }) => `${complexity.summary}, shown by ${attack.pattern.slice(0, SHOWN)}`;

/** The text of an attack of about this length. */
const textOf = ({ pumps, suffix }, length) => {
  const pumped = pumps.reduce((sum, { pump }) => sum + pump.length, 0);
  const times = Math.ceil(length / pumped);
  return pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join('') + suffix;
};

/** Whether an attack slows this engine down too: they are made for one that looks at more. */
const works = (pattern, attack) => {
  let before = msFor(pattern, textOf(attack, SHORTEST));
  for (let length = SHORTEST * LONGER; length <= LONGEST; length *= LONGER) {
    const ms = msFor(pattern, textOf(attack, length));
    if (ms > MOST_GROWTH * before + NOISE_MS) return true;
    before = ms;
  }
  return false;
};

/** CPU time of a search, the least of three. */
const msFor = (pattern, text) =>
  Math.min(
    ...[1, 2, 3].map(() => {
      const start = process.cpuUsage();
      pattern.lastIndex = 0;
      pattern.test(text);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    }),
  );
