/**
 * The arguments of a command out of the context menu of the graph, as every caller passes them: plan URI and id. The
 * editor hands over the context of the card, which the page wrote; anything else stays as it is.
 */
export const fromGraphMenu = (args: readonly unknown[]): readonly unknown[] => {
  const [context] = args;
  if (typeof context !== 'object' || context === null) return args;
  if (!('webviewSection' in context) || context.webviewSection !== 'achievement') return args;
  if (!('planUri' in context) || !('achievementId' in context)) return args;
  const { planUri, achievementId } = context;
  return typeof planUri === 'string' && typeof achievementId === 'string' ? [planUri, achievementId] : args;
};
