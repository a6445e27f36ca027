// Marriages between the families of fifteenth-century Florence. Pucci married into none of them.

export const map = {
  title: 'Florentine families 佛罗伦萨家族',
  description:
    'Marriage alliances between 16 families of fifteenth-century Florence. The Medici were not the richest, but stood ' +
    'between the others: see their betweenness. ' +
    '十五世纪佛罗伦萨16个家族的联姻。美第奇家族并非最富有，却居于各家之间：请看其中介中心性。',
  author: 'John F. Padgett',
  date: '1994',
  source:
    'Padgett & Ansell (1993), Robust action and the rise of the Medici, American Journal of Sociology 98:1259-1319; Breiger & Pattison (1986), Social Networks 8:215-256. Ties as in networkx (BSD-3-Clause); the isolate Pucci added after Wasserman & Faust (1994).',
};

export const sector = {
  id: 'family',
  name: { en: 'Family', zh: '家族' },
  colour: '#0072B2',
  shape: 'ellipse',
};

export const families = [
  ['Acciaiuoli', '阿恰约利'],
  ['Albizzi', '阿尔比齐'],
  ['Barbadori', '巴尔巴多里'],
  ['Bischeri', '比斯凯里'],
  ['Castellani', '卡斯泰拉尼'],
  ['Ginori', '吉诺里'],
  ['Guadagni', '瓜达尼'],
  ['Lamberteschi', '兰贝泰斯基'],
  ['Medici', '美第奇'],
  ['Pazzi', '帕齐'],
  ['Peruzzi', '佩鲁齐'],
  ['Pucci', '普奇'],
  ['Ridolfi', '里多尔菲'],
  ['Salviati', '萨尔维亚蒂'],
  ['Strozzi', '斯特罗齐'],
  ['Tornabuoni', '托尔纳博尼'],
];

export const marriages = [
  ['Acciaiuoli', 'Medici'],
  ['Albizzi', 'Ginori'],
  ['Albizzi', 'Guadagni'],
  ['Albizzi', 'Medici'],
  ['Barbadori', 'Castellani'],
  ['Barbadori', 'Medici'],
  ['Bischeri', 'Guadagni'],
  ['Bischeri', 'Peruzzi'],
  ['Bischeri', 'Strozzi'],
  ['Castellani', 'Peruzzi'],
  ['Castellani', 'Strozzi'],
  ['Guadagni', 'Lamberteschi'],
  ['Guadagni', 'Tornabuoni'],
  ['Medici', 'Ridolfi'],
  ['Medici', 'Salviati'],
  ['Medici', 'Tornabuoni'],
  ['Pazzi', 'Salviati'],
  ['Peruzzi', 'Strozzi'],
  ['Ridolfi', 'Strozzi'],
  ['Ridolfi', 'Tornabuoni'],
];
