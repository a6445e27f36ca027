/** Findings, matrices and charts of what is more than one number. */
export const findings = {
  keep: 'Show on the map',
  letGo: 'No longer show on the map',
  rowHint: 'Point at a line to see it on the map; click to keep it there.',
  tagConcern: 'A concern',
  tagGood: 'Good',
  pointsText: (name: string, count: string) =>
    `${name}: ${count} actors in a plane. Arrow keys go to the nearest actor in that direction, Enter selects it.`,
  pointsHint: 'Point at an actor; a click selects it.',
  movedFrom: (value: string, before: string) => `${value} (before: ${before})`,
  unplaced: (count: number) =>
    count === 1
      ? '1 actor has no place: its values are undefined.'
      : `${count} actors have no place: their values are undefined.`,
  matrixText: (name: string, rows: string, columns: string) =>
    `${name}: ${rows} rows, ${columns} columns. Arrow keys go from cell to cell, Enter selects on the map.`,
  matrixHint: 'Point at a cell; a click selects its actors.',
  matrixHintPlain: 'Point at a cell.',
  sideBySide: (first: string, second: string) => `${first} and ${second}`,
  gains: 'gains',
  neither: 'neither',
  loses: 'loses',
  sign: (row: string, column: string, sign: number) =>
    sign > 0
      ? `${row} gains from ${column}.`
      : sign < 0
        ? `${row} loses to ${column}.`
        : sign === 0
          ? `${row} has neither gain nor loss from ${column}.`
          : `${row}, ${column}: undefined.`,
  turned: 'framed: its sign has changed',
  colon: ': ',
  band: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,
  smoothText: (name: string) =>
    `Curve of ${name}. Arrow keys go along it; the values are said at each place.`,
  crowdText: (name: string) =>
    `Curves of ${name}. Arrow keys up and down go from line to line, left and right along it; Enter selects the actor.`,
  smoothHint: 'Point at the curve to read its values.',
  crowdHint: 'Point at a line to see whose it is; a click selects the actor.',
  radarText: (name: string) => `${name}: the values are in the table below.`,
  radarHint: 'Point at a line or a row to see one sector; a click selects its actors.',
  saveFigure: 'Save as figure (SVG)',
  bandKey: 'Soft areas: lowest and highest when the assumptions vary.',
};
