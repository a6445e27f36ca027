export const styles = {
  title: 'Styles',
  keep: 'Keep this look…',
  keepHint: 'Keeps colours, scales and sizes as a style, on this device and with the map',
  name: 'Name of the style',
  keepNow: 'Keep',
  cancel: 'Cancel',
  fromFile: 'Open a file',
  fromFileHint: 'Adds the style of a file to those of this device',
  actionsOf: (name: string) => `More for the style “${name}”`,
  update: 'Make it what the map looks like now',
  toFile: 'Save as a file',
  remove: 'Delete',
  notHere: (name: string) => `This map’s style “${name}” is not kept on this device.`,
  keepHere: 'Keep it',
  actors: 'Actors',
  ties: 'Ties',
  names: 'Names',
  paletteOfSectors: 'Palette of sectors',
  paletteOfTieTypes: 'Palette of tie types',
  paletteOfCategories: 'Palette of categories and groups',
  paletteOfNumbers: 'Palette of numbers',
  ownColours: 'Single colours are set in the vocabulary.',
  labelSize: 'Size of names',
  markSize: 'Size of marks',
  tieSize: 'Thickness of lines',
  times: (percent: string) => `${percent}%`,
  sameColour: (first: string, second: string) => `${first} and ${second} have nearly the same colour`,
  alikeWith: (first: string, second: string, sight: string) =>
    `${first} and ${second} look alike with ${sight}`,
  alikeInGrey: (first: string, second: string) => `${first} and ${second} look alike in a grey print`,
  others: (count: number) =>
    count === 0
      ? ''
      : count === 1
        ? '; 1 other pair is hard to tell apart too'
        : `; ${count} other pairs are hard to tell apart too`,
  toldByShape: '. Shape tells them apart.',
  toldByDash: '. The dash tells them apart.',
  notTold: '. Nothing else tells them apart.',
  useSafe: (name: string) => `Use ${name}`,
  noSafe: (count: number) => ` No palette keeps ${count} kinds apart.`,
  noSafeInGrey: (count: number) => ` No palette keeps ${count} kinds apart in grey.`,
};
