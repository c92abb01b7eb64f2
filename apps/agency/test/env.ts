/** Where the shell of the guide finds curl and node. */
export const PATH = process.env['PATH'] ?? '';
