/** The bundle of what runs plans: loaded when a record is there, or somebody wants to run one. */
export { startRuns } from './run/desktop/desktopRuns';
