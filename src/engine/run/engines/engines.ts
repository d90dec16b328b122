import type { Engine } from './engine';
import { ENGINE_IDS, type EngineId } from './engineIds';
import { github } from './github';
import { gitlab } from './gitlab';
import { slurm } from './slurm';

const BY_ID: { readonly [Id in EngineId]: Engine } = { github, gitlab, slurm };

/** Every engine that plans can be exported for, in the order of menus and help. */
export const engines: readonly Engine[] = ENGINE_IDS.map((id) => BY_ID[id]);

export const engineOf = (id: string): Engine | undefined => engines.find((engine) => engine.id === id);
