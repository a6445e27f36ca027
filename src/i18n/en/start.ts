export const start = { openFile: 'Open a file', openShort: 'Open' };
