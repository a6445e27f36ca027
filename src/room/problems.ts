import { problem, type Problem } from '../base/problem.ts';
import { OTHER_VERSION } from '../model/room-problems.ts';

const WRONG_KEY = problem('room-key', {
  en: 'The room does not know this key. The link may be from an earlier session: ask for the current one. Your map is unharmed and stays here.',
  zh: '协作室不认识此密钥。链接可能来自上一次活动，请索取当前链接。您的地图未受影响，仍保存在此处。',
});
const FULL = problem('room-full', {
  en: 'The room is full. Your map stays here; try the link again when someone has left, or ask for a larger room.',
  zh: '协作室人数已满。您的地图仍保存在此处；请在有人离开后再次打开链接，或请主持人扩大名额。',
});
const CLOSED = problem('room-refused', {
  en: 'The room refused the connection. Your map is unharmed and stays here. Ask whoever runs the room for the current link.',
  zh: '协作室拒绝了连接。您的地图未受影响，仍保存在此处。请向协作室的主持人索取当前链接。',
});

/** What was too large for the room. */
export const TOO_LARGE = problem('room-too-large', {
  en: 'This map is too large for the room, so it is not shared. It is unharmed and stays here; export it to hand it on.',
  zh: '此地图过大，协作室无法接收，因此未共享。地图未受影响，仍保存在此处；可导出后转交。',
});

export const NOTHING_THERE = problem('room-empty', {
  en: 'The room no longer has this map. Ask whoever shared it to share it again.',
  zh: '协作室中已没有这张地图。请让共享者重新共享。',
});

/** Said once, of the first round that is left out. */
export const ROUNDS_TOO_LARGE = problem('rounds-too-large', {
  en: 'The room has no space for more rounds of this map, so some stay in this browser alone. Nothing is lost: delete rounds that nobody needs, or hand them on with the map as a file.',
  zh: '协作室已容纳不下此地图的更多轮次，部分轮次仅保存在此浏览器中，并未丢失。可删除不再需要的轮次，或将地图导出为文件转交。',
});
export const ROUND_UNREADABLE = problem('round-unreadable', {
  en: 'The room has a round of this map that cannot be read; it was left out. Your map and your own rounds are unharmed.',
  zh: '协作室中有一个轮次无法读取，已略去。您的地图和您自己的轮次未受影响。',
});

/** Why the room's server let nobody in, by the reason that it gives. */
export function refusal(reason: string): Problem {
  switch (reason) {
    case 'wrong-key':
      return WRONG_KEY;
    case 'other-version':
      return OTHER_VERSION;
    case 'room-full':
      return FULL;
    default:
      return CLOSED;
  }
}
