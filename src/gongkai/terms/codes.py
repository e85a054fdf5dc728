"""The words behind codes (代码): provinces, registration authorities, kinds of bodies, forms of numbers.

Sources: GB/T 2260 (provinces), GB/T 10114 (townships), GB 32100—2015 with its amendments (unified social credit
codes), GB 11643 (identity numbers), 国办发〔2018〕81号 article 3 (residents of Hong Kong, Macao and Taiwan),
GB/T 9704—2012 (document numbers and printed dates).
"""

from __future__ import annotations

# The first two digits of a division code.
PROVINCES = {
    "11": "北京市",
    "12": "天津市",
    "13": "河北省",
    "14": "山西省",
    "15": "内蒙古自治区",
    "21": "辽宁省",
    "22": "吉林省",
    "23": "黑龙江省",
    "31": "上海市",
    "32": "江苏省",
    "33": "浙江省",
    "34": "安徽省",
    "35": "福建省",
    "36": "江西省",
    "37": "山东省",
    "41": "河南省",
    "42": "湖北省",
    "43": "湖南省",
    "44": "广东省",
    "45": "广西壮族自治区",
    "46": "海南省",
    "50": "重庆市",
    "51": "四川省",
    "52": "贵州省",
    "53": "云南省",
    "54": "西藏自治区",
    "61": "陕西省",
    "62": "甘肃省",
    "63": "青海省",
    "64": "宁夏回族自治区",
    "65": "新疆维吾尔自治区",
    "71": "台湾省",
    "81": "香港特别行政区",
    "82": "澳门特别行政区",
}
# Cities directly under the State Council: the middle of their codes (市辖区、县) is no division of its own.
MUNICIPALITIES = frozenset(("11", "12", "31", "50"))
# What national authorities register stands under this code, which is no division.
NATION = "100000"
# Residents of Hong Kong, Macao and Taiwan bear these in place of a division in their identity numbers.
RESIDENTS = {"810000": "香港居民", "820000": "澳门居民", "830000": "台湾居民"}
CITIZEN, FOREIGN_RESIDENT = "中国公民", "永久居留外国人"

SEXES = {"male": "男", "female": "女"}
LEVELS = {"province": "省级", "city": "地级", "county": "县级", "township": "乡级", "village": "村级"}
# The seventh digit of a division code.
TOWNSHIPS = {"0": "街道", "1": "镇", "2": "乡", "3": "乡", "4": "政企合一的单位", "5": "政企合一的单位"}

# The first place of a unified social credit code, and the first two.
AUTHORITIES = {
    "1": "机构编制",
    "2": "外交",
    "3": "司法行政",
    "4": "文化",
    "5": "民政",
    "6": "旅游",
    "7": "宗教",
    "8": "工会",
    "9": "工商",
    "A": "中央军委改革和编制办公室",
    "N": "农业",
    "Y": "其他",
}
KINDS = {
    "11": "机关",
    "12": "事业单位",
    "13": "中央编办直接管理机构编制的群众团体",
    "21": "外国常驻新闻机构",
    "31": "律师执业机构",
    "32": "公证处",
    "33": "基层法律服务所",
    "34": "司法鉴定机构",
    "35": "仲裁委员会",
    "41": "外国在华文化中心",
    "51": "社会团体",
    "52": "民办非企业单位",
    "53": "基金会",
    "61": "外国旅游部门常驻代表机构",
    "62": "港澳台地区旅游部门常驻内地（大陆）代表机构",
    "71": "宗教活动场所",
    "72": "宗教院校",
    "81": "基层工会",
    "91": "企业",
    "92": "个体工商户",
    "93": "农民专业合作社",
    "A1": "军队事业单位",
    "N1": "组级集体经济组织",
    "N2": "村级集体经济组织",
    "N3": "乡镇级集体经济组织",
}
OTHER_KIND = "其他"

# How numbers are written: the fields that `law.identifiers.patterns` knows.
LETTER_NUMBER = "{prefix}〔{year}〕{serial}号"
APPLICATION_NUMBER = "{year}-{prefix}-{serial}"
PRINTED_DATE = "{year}年{month}月{day}日"
