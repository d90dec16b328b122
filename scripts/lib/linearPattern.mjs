process.env.RECHECK_BACKEND = 'pure';
const { checkSync } = await import('recheck');

/** Some patterns of long alternatives take the analysis a minute on a busy machine. */
const PROOF_MS = 120_000;
/** So many characters of the attack show what it is. */
const SHOWN = 120;

/**
 * Why matching a pattern may take longer than in proportion to the text, with a text that shows it; undefined where it
 * is linear, also when it is searched from every place of the text. What the automaton cannot prove in time is
 * attacked instead.
 * @param {{ readonly source: string, readonly flags: string }} pattern
 * @returns {string | undefined}
 */
export function slownessOf({ source, flags }) {
  const proof = checkSync(source, flags, { timeout: PROOF_MS, recallTimeout: null });
  const { status, complexity, attack, error } =
    proof.status === 'unknown' ? checkSync(source, flags, { checker: 'fuzz', timeout: PROOF_MS }) : proof;
  if (status === 'safe') return undefined;
  if (status === 'unknown') return `cannot be analysed (${error.kind})`;
  return `${complexity.summary}, shown by ${attack.pattern.slice(0, SHOWN)}`;
}
