// The text of PLANs, parallel.json files and documents of work, for the tests of all suites.

/** @type {typeof import('./documents.d.mts').planDocument} */
export const planDocument = (name, achievements, { above, below } = {}) => {
  const blocks = [`# PLAN: ${name}`, ...stated(above), '## Desirable Achievements'];
  let priority;
  for (const [id, part] of entriesOf(achievements)) {
    const {
      title = `Title of ${id}`,
      lines = [],
      ...rest
    } = typeof part === 'string' ? textBelow(part) : part;
    if (rest.priority !== undefined && rest.priority !== priority) {
      priority = rest.priority;
      blocks.push(`### Priority ${priority}: Part ${priority}`);
    }
    if (rest.priority !== priority) throw new Error(`${id} would be of priority ${priority}: put it before`);
    blocks.push(`**Achievement ${id}**: ${title}`, ...stated(lines.join('\n')));
  }
  return `${[...blocks, ...stated(below)].join('\n\n')}\n`;
};

const entriesOf = (achievements) =>
  Array.isArray(achievements) ? achievements : Object.entries(achievements);

const textBelow = (text) => ({ lines: text === '' ? [] : [text] });

const stated = (text) => (text ? [text] : []);

/** @type {typeof import('./documents.d.mts').parallelDocument} */
export const parallelDocument = (plan, achievements, rest = {}) =>
  JSON.stringify(
    {
      plan_name: plan,
      parallelization_level: 'level_2',
      achievements: entriesOf(achievements).map(([achievement_id, listed]) => ({
        achievement_id,
        ...(Array.isArray(listed) ? { dependencies: listed } : listed),
      })),
      ...rest,
    },
    undefined,
    2,
  );
