"""Names for organs that do not exist (虚构机关名), and what organs of each level are called."""

from __future__ import annotations

PROVINCES = ("霁川省", "岚屿省", "墨原省", "汐北省")
CITIES = ("栖霓市", "砚汀市", "鹭萤市", "槿川市", "澄霁市", "墨鲤市")
COUNTIES = ("絮泉县", "砚萤县", "霁石县", "鸢浦县", "桐霭区", "璃溪区", "萤台县", "杼山县")
TOWNSHIPS = ("杏霭镇", "苇萤镇", "砚桥乡", "雪鹭乡", "鹿汀街道", "霓桥街道", "青砚镇")
ZONES = ("霁湾经济开发区", "砚湖高新技术产业开发区", "鹭汀综合实验区", "槿岛生态旅游度假区")
DEPARTMENTS = (
    "财政局",
    "教育局",
    "公安局",
    "司法局",
    "民政局",
    "农业农村局",
    "行政审批局",
    "自然资源局",
    "市场监督管理局",
    "文化和旅游局",
    "住房和城乡建设局",
    "人力资源和社会保障局",
)

GOVERNMENT = "人民政府"
OFFICE = "人民政府办公室"
STREET_OFFICE = "办事处"
STREET = "街道"
ZONE_COMMITTEE = "管理委员会"

SELF = {
    "province": "我省",
    "city": "我市",
    "county": "我县",
    "township": "我镇",
    "department": "我局",
    "zone": "我区",
}
SELF_BY_ENDING = {"街道": "我街道", "乡": "我乡", "镇": "我镇", "县": "我县", "区": "我区"}
