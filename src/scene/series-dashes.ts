/** From so many lines on no dash tells them apart: they are thin, in the colours of their sectors, and few are named. */
export const CROWD = 9;

/** Lines of a chart are told apart by dash too: as SVG writes them, for lines 2 wide. */
export const SERIES_DASHES = ['', '7 4', '2 4', '10 3 2 3', '14 4', '5 2 2 2 2 2'] as const;
