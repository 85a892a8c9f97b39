import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own with little room, which a test fills and frees. */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves so many bytes free. */
  fill(freeBytes: number): void;
  free(): void;
  unmount(): void;
}

/** Why none can be made here, or null. */
export function whyNoSmallDisk(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'a small disk can only be mounted by root on Linux';
  tried ??= triedToMount();
  return tried === '' ? null : tried;
}

let tried: string | undefined;

function triedToMount(): string {
  try {
    mountSmallDisk(1).unmount();
    return '';
  } catch (error) {
    return `no small disk can be mounted here: ${error instanceof Error ? error.message.split('\n').at(-1) : String(error)}`;
  }
}

/** Mounts one in memory; with the owner of another folder when one is named. */
export function mountSmallDisk(megabytes: number, ownedAs?: string): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'watchfloor-small-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder], { stdio: 'pipe' });
  if (ownedAs !== undefined) {
    const { uid, gid } = statSync(ownedAs);
    chownSync(folder, uid, gid);
  }
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill(freeBytes) {
      const { bavail, bsize } = statfsSync(folder);
      const bytes = bavail * bsize - freeBytes;
      try {
        if (bytes > 0) writeFileSync(ballast, Buffer.alloc(bytes), { flag: 'a' });
      } catch (error) {
        // Who else writes there may have been quicker: full is full.
        if (!(error instanceof Error) || !('code' in error) || error.code !== 'ENOSPC') throw error;
      }
    },
    free() {
      if (existsSync(ballast)) rmSync(ballast);
    },
    unmount() {
      execFileSync('umount', ['-l', folder], { stdio: 'pipe' });
      rmSync(folder, { recursive: true });
    },
  };
}
