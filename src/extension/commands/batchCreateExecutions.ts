import { batchCreate } from './batchCreate';

export const batchCreateExecutions = batchCreate('execution');
