/** What is done on the map by pointer and key: actions, menus, tools, and what a screen reader hears. */
export const gestures = {
  actions: {
    rename: 'Rename',
    newTied: 'New tied actor',
    startTie: 'Start a tie',
    reverse: 'Reverse',
    heavier: 'More weight',
    lighter: 'Less weight',
    pin: 'Pin',
    duplicate: 'Duplicate',
    tidy: 'Tidy',
    selectPartners: 'Select with partners',
    whatIf: 'What if it leaves?',
    remove: 'Delete',
    addHere: 'New actor here',
    selectAll: 'Select all',
    fit: 'Show the whole map',
  },
  unpin: 'Unpin',
  whatIfThey: 'What if they are lost?',
  whatIfTie: 'What if it ceases?',
  sector: 'Sector',
  tieType: 'Tie type',
  align: 'Align and distribute',
  centreHere: 'Centre here',
  paste: 'Paste',
  back: 'Back',
  menuOf: (what: string) => `Menu: ${what}`,
  ground: 'map',
  partnerLabel: 'Whom to tie to',
  partnerPlaceholder: 'A name, new or on the map',
  partnerNew: (name: string) => `New: ${name}`,
  partnerKnown: 'on the map',
  tying: (name: string) =>
    `From ${name}. Click the other actor, walk to it with the arrow keys, or type its name.`,
  tyingTouch: (name: string) => `From ${name}. Click the other actor.`,
  tyingTo: (from: string, to: string) => `${from} to ${to}: press Enter.`,
  tyingType: 'Type of the new tie, digits 1-9',
  byName: 'By name…',
  hand: 'Hand: dragging the ground moves the map',
  select: 'Select: dragging the ground draws a line round actors (Alt and drag)',
  tools: 'Dragging the ground',
  said: {
    actor: (name: string, sector: string, ties: number) =>
      `${name}, ${sector}, ${ties === 1 ? '1 tie' : `${ties} ties`}`,
    tie: (source: string, target: string, type: string, mutual: boolean) =>
      `${source} ${mutual ? 'and' : 'to'} ${target}, ${type}`,
    several: (actors: number, ties: number) =>
      `${[
        actors === 0 ? '' : actors === 1 ? '1 actor' : `${actors} actors`,
        ties === 0 ? '' : ties === 1 ? '1 tie' : `${ties} ties`,
      ]
        .filter((part) => part !== '')
        .join(', ')} selected`,
  },
  surface: 'Tab and arrow keys walk from actor to actor, Shift F10 opens the menu, F6 leaves the map.',
};
