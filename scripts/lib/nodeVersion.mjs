// Kept free of imports and new syntax: it must load on a Node too old for everything else.

/** The oldest Node the development tools run on. */
const MINIMUM = [20, 19];

/** Ends the process with one sentence when Node is older than the tools need. */
export function requireNode() {
  const version = process.versions.node.split('.').map(Number);
  const newEnough = version[0] > MINIMUM[0] || (version[0] === MINIMUM[0] && version[1] >= MINIMUM[1]);
  if (newEnough) return;
  console.error(
    `Node ${MINIMUM.join('.')} or newer is needed, and this is ${process.versions.node}: install a newer Node.`,
  );
  process.exit(1);
}
