/** Every command, in the order in which help lists them. */
import { calendarsCheckCommand } from './calendars/check.js';
import type { Command } from './command.js';
import { feasibilityCommand } from './feasibility/feasibility.js';
import { exportCommand, importCommand } from './procedures/carry.js';
import { diffCommand } from './procedures/diff.js';
import { lintCommand } from './procedures/lint.js';
import { publishCommand } from './procedures/publish.js';
import { reconcileCommand } from './reconcile.js';
import { verifyCommand } from './verify.js';

export const COMMANDS: readonly Command[] = [
  lintCommand,
  diffCommand,
  publishCommand,
  exportCommand,
  importCommand,
  feasibilityCommand,
  calendarsCheckCommand,
  verifyCommand,
  reconcileCommand,
];
