import type { Engine, EngineOptions } from './engine';

export const createEngine = (_options: EngineOptions): Engine => {
  throw new Error('under construction');
};
