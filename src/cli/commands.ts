import { addCommand } from './add.ts';
import { auditCommand } from './audit.ts';
import { backupCommand, restoreCommand } from './backup.ts';
import {
  channelAddCommand,
  channelListCommand,
  channelRemoveCommand,
  channelResendCommand,
  channelTestCommand,
} from './channel.ts';
import type { Command } from './command.ts';
import { doctorCommand } from './doctor.ts';
import { exportCommand } from './export.ts';
import { groupCommand } from './group.ts';
import { importCommand } from './import.ts';
import { keyAddCommand, keyListCommand, keyRevokeCommand } from './key.ts';
import { moveCommand } from './move.ts';
import { pollCommand } from './poll.ts';
import { readCommand } from './read.ts';
import { rereadCommand } from './reread.ts';
import { searchCommand } from './search.ts';
import { serveCommand } from './serve.ts';
import {
  userAddCommand,
  userDisableCommand,
  userListCommand,
  userPasswordCommand,
  userRoleCommand,
  userSignOutCommand,
} from './user.ts';
import { watchAddCommand, watchListCommand, watchRemoveCommand, watchTestCommand } from './watch.ts';
import { workerCommand } from './worker.ts';

/** Every command, in the order `--help` lists them. One file and one line a command; `docs/cli.md` is made from this. */
export const commands: readonly Command[] = [
  readCommand,
  groupCommand,
  serveCommand,
  workerCommand,
  addCommand,
  importCommand,
  pollCommand,
  searchCommand,
  watchAddCommand,
  watchListCommand,
  watchTestCommand,
  watchRemoveCommand,
  channelAddCommand,
  channelListCommand,
  channelTestCommand,
  channelResendCommand,
  channelRemoveCommand,
  userAddCommand,
  userListCommand,
  userRoleCommand,
  userPasswordCommand,
  userDisableCommand,
  userSignOutCommand,
  keyAddCommand,
  keyListCommand,
  keyRevokeCommand,
  auditCommand,
  exportCommand,
  rereadCommand,
  backupCommand,
  restoreCommand,
  moveCommand,
  doctorCommand,
];
