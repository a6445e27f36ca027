// Friendships in a university karate club, and the faction that each member joined when the club split.

export const map = {
  title: "Zachary's karate club 扎卡里空手道俱乐部",
  description:
    'Friendships among the 34 members of a university karate club, 1970-1972. A dispute between the instructor (Mr. ' +
    'Hi) and the officer (John A.) split the club; the colours show who went with whom. ' +
    '1970—1972年某大学空手道俱乐部34名成员之间的友谊。教练（Mr. Hi）与管理员（John A.）的争执使俱乐部一分为二，颜色表示各成员的去向。',
  author: 'Wayne W. Zachary',
  date: '1977',
  source:
    'Zachary (1977), An information flow model for conflict and fission in small groups, Journal of Anthropological Research 33:452-473. Ties and factions as in networkx (BSD-3-Clause), unweighted.',
};

export const sectors = [
  { id: 'mr-hi', name: { en: 'Mr. Hi', zh: '教练派' }, colour: '#0072B2', shape: 'ellipse' },
  { id: 'officer', name: { en: 'Officer', zh: '管理员派' }, colour: '#D55E00', shape: 'round-rectangle' },
];

export const MEMBERS = 34;

export const officers = new Set([9, 14, 15, 18, 20, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33]);

// Each member with the friends of a higher number, counted from 0.
export const friendships = [
  [0, [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31]],
  [1, [2, 3, 7, 13, 17, 19, 21, 30]],
  [2, [3, 7, 8, 9, 13, 27, 28, 32]],
  [3, [7, 12, 13]],
  [4, [6, 10]],
  [5, [6, 10, 16]],
  [6, [16]],
  [8, [30, 32, 33]],
  [9, [33]],
  [13, [33]],
  [14, [32, 33]],
  [15, [32, 33]],
  [18, [32, 33]],
  [19, [33]],
  [20, [32, 33]],
  [22, [32, 33]],
  [23, [25, 27, 29, 32, 33]],
  [24, [25, 27, 31]],
  [25, [31]],
  [26, [29, 33]],
  [27, [33]],
  [28, [31, 33]],
  [29, [32, 33]],
  [30, [32, 33]],
  [31, [32, 33]],
  [32, [33]],
];
