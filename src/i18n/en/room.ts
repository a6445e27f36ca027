/** A room on the local network: several laptops on one map. */
export const room = {
  open: 'Share in this room…',
  title: 'In this room',
  about:
    'Several laptops work on one map, over the room’s own network alone. Whoever leads starts the room with “npm run room” and hands out its link; this browser keeps its own copy throughout.',
  link: 'Link of the room',
  join: 'Join',
  noLink: 'This is no link of a room. It looks like http://…/#room=…&key=…, whole.',
  elsewhere: 'That room is at another address. Open it there:',
  entered: 'You are in the room. This map is not shared yet.',
  share: 'Share this map',
  shareHint: 'Everyone with the link of the room can read and change it.',
  readOnly: 'A map that is open for reading only cannot be shared.',
  together: (others: number) =>
    others === 0
      ? 'You are the only one here'
      : others === 1
        ? '1 other is here'
        : `${others} others are here`,
  here: (people: number) => `${people} here`,
  away: 'The room does not answer. Trying again…',
  awayShort: 'Room away',
  beside: 'Another window of this browser is in the room with this map, and brings what you do here.',
  besideShort: 'Shared',
  people: 'Who is here',
  you: 'you',
  nameless: 'Someone',
  yourName: 'Your name',
  yourNameHint: 'As the others see it',
  pointers: 'Show pointers and selections',
  handOut: 'Link to hand out',
  copy: 'Copy',
  copied: 'Copied',
  leave: 'Leave the room',
  leaveHint: 'Your copy of the map stays here.',
  lobbyTitle: 'You are in the room',
  lobbyWaiting: 'No map is shared yet: it opens here as soon as one is. Or open a map of yours and share it.',
  lobbyChoose: 'Shared here:',
  chip: 'The room: who is here, link, leave',
};
