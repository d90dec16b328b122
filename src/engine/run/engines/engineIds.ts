/** Every engine that plans can be exported for, in the order of menus and help; for what needs no more than their names. */
export const ENGINE_IDS = ['github', 'gitlab', 'slurm'] as const;

export type EngineId = (typeof ENGINE_IDS)[number];
