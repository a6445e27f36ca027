import { article, type Source } from './source.ts';

/** On how maps are arranged and coloured. */
export const DRAWING_SOURCES: readonly Source[] = [
  {
    kind: 'proceedings',
    authors: ['Brandes, U.', 'Pich, C.'],
    year: 2006,
    title: 'Eigensolver methods for progressive multidimensional scaling of large data',
    container: 'Graph Drawing',
    doi: '10.1007/978-3-540-70904-6_6',
  },
  {
    kind: 'proceedings',
    authors: ['Gansner, E. R.', 'Koren, Y.', 'North, S.'],
    year: 2004,
    title: 'Graph drawing by stress majorization',
    container: 'Graph Drawing',
    pages: '239-250',
  },
  article(
    ['Jacomy, M.', 'Venturini, T.', 'Heymann, S.', 'Bastian, M.'],
    2014,
    'ForceAtlas2, a continuous graph layout algorithm for handy network visualization designed for the Gephi software',
    'PLoS ONE',
    { volume: '9', number: '6', pages: 'e98679', doi: '10.1371/journal.pone.0098679' },
  ),
  {
    kind: 'misc',
    authors: ['Okabe, M.', 'Ito, K.'],
    year: 2008,
    title:
      'Color Universal Design (CUD): how to make figures and presentations that are friendly to colorblind people',
  },
  article(
    ['Zhong, F.', 'Xue, M.', 'Zhang, J.', 'others'],
    2023,
    'Force-directed graph layouts revisited: a new force based on the t-distribution',
    'IEEE Transactions on Visualization and Computer Graphics',
  ),
];
