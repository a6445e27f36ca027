/** Names that would be read as something else stand in quotes. */
export function quotedName(name: string): string {
  const meansMore =
    /[,，、<>＜＞《》→←↔@＠:：=＝\n]|^[-－–—−]|\s(?:offers?|needs?)\s|提供|供给|需要|需求/u.test(name);
  return meansMore ? `"${name}"` : name;
}
