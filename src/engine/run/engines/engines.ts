import type { Engine } from './engine';
import { github } from './github';
import { gitlab } from './gitlab';
import { slurm } from './slurm';

/** Every engine that plans can be exported for, in the order of menus and help. */
export const engines: readonly Engine[] = [github, gitlab, slurm];

export const engineOf = (id: string): Engine | undefined => engines.find((engine) => engine.id === id);
