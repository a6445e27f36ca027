import type { mapInfo as source } from '../en/map-info.ts';

export const mapInfo: typeof source = {
  title: '标题',
  description: '说明',
  author: '作者',
  date: '日期',
  source: '来源',
  projects: '合作项目',
  addProject: '添加项目',
  projectName: '项目名称',
  addMember: '添加主体…',
  newMember: (name) => `新主体“${name}”`,
  projectTies: (count) => `${count} 条关系`,
  selectMembers: '在地图上选中',
  members: (count) => `${count} 个主体`,
  removeMember: (name) => `移出${name}`,
  removeProject: '移除项目',
  newProject: '新项目',
  projectsHint: '一个合作项目可含任意多个主体，关系也可归属于项目。',
};
