import { TOOLS } from '../../tools/python/environment';

/** The locked Python: as the tools of the workflow, and as what builds packages without asking an index. */
export const python = () => TOOLS.program('python');
