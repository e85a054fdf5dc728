"""Chinese words of the administration pages: titles of the menu."""

WORK = "工作"
HOME = "工作台"
INBOX = "我的通知"
PEOPLE_AND_ORGANS = "机构与人员"
ORGANS = "机关"
SYSTEM = "系统"
HEALTH = "运行状况"
