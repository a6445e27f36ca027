import type { ecology as source } from '../en/ecology.ts';

export const ecology: typeof source = {
  nothing: '尚无内容：请先添加主体、它们的供给与需求，以及相互关系。',
  visibleOnly: '仅就地图的可见部分而言。',
  part: {
    resources: '供给与需求',
    niches: '生态位',
    standing: '态势与发展空间',
    flows: '流',
    symbiosis: '共生',
    synergy: '协同发展',
  },
  question: {
    resources: '区域需要什么而无人提供，或虽有供给却无法抵达？',
    niches: '谁依靠什么立足？谁对谁形成竞争压力？',
    standing: '谁地位稳固，谁正在上升，谁还有提升空间？',
    flows: '投入的资源能否循环回来？流动的路径是过于僵化还是过于松散？',
    symbiosis: '把网络中的全部路径都算上，究竟是谁从谁那里获益？',
    synergy: '产业与教育是否协调发展？联合协作是否带来增益？',
  },
};
