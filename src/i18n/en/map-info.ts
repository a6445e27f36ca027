export const mapInfo = {};
