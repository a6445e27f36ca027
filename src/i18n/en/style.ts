export const style = {};
