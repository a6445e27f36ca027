export const ecology = {
  nothing: 'Nothing to look at yet: add actors, what they offer and need, and their ties.',
  visibleOnly: 'Of the visible part of the map.',
  part: {
    resources: 'Supply and demand',
    niches: 'Niches',
    standing: 'Standing and room to grow',
    flows: 'Flows',
    symbiosis: 'Symbiosis',
    synergy: 'Growing together',
  },
  question: {
    resources: 'What does the region need that nobody provides, or that does not get there?',
    niches: 'Who lives on what, and who presses on whom?',
    standing: 'Who stands strong, who is rising, and who could do better where they are?',
    flows: 'Does what is put in come back round, and how ordered are the ways it takes?',
    symbiosis: 'Who really gains from whom, once all the ways through the network count?',
    synergy: 'Do industry and education grow in step, and does joint work add something?',
  },
};
