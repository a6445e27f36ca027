/** Signs that tell things of one kind apart: the first and the second school are two, and so are two counties. */
export const TELLING_SIGN = /[\p{N}一二三四五六七八九十甲乙丙丁东西南北中上下新老省市县区]/u;
