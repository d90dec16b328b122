import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { lazy } from '../../shared/lazy';
import { outputOf } from './outputOf';

/** What a process number belongs to. Each is empty where the system does not say it. */
export interface Machine {
  /** Another one after each start of the system. */
  readonly boot: string;
  readonly host: string;
  /** The room in which process numbers count, as a container has one of its own. */
  readonly space: string;
}

/** The machine, or container, that this process runs in. */
export const thisMachine: () => Promise<Machine> = lazy(async () => ({
  boot: await bootId(),
  host: hostname(),
  space: numberSpace(),
}));

const bootId = async (): Promise<string> => {
  switch (process.platform) {
    case 'linux':
      return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // the next two were never run
    case 'darwin':
      return (await outputOf('sysctl', ['-n', 'kern.bootsessionuuid'])).trim();
    case 'win32':
      return (await outputOf('powershell', ['-NoProfile', '-Command', BOOT_TIME])).trim();
    default:
      return '';
  }
};

const BOOT_TIME = '(Get-CimInstance Win32_OperatingSystem).LastBootUpTime.ToFileTimeUtc()';

const numberSpace = (): string => {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    // only Linux has them
    return '';
  }
};
