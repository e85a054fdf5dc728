"""The words that names of divisions and organs are made of (行政区划和机关名称用语).

Sources: 宪法第三十条、第一百一十二条; 地方各级人民代表大会和地方各级人民政府组织法; 行政复议法第二十七条.
What names look like otherwise is usage.
"""

from __future__ import annotations

import re

PROVINCE, CITY, COUNTY, DISTRICT, BANNER = "省", "市", "县", "区", "旗"
PREFECTURE, LEAGUE, TOWN, TOWNSHIP, STREET, BUREAU = "州", "盟", "镇", "乡", "街", "局"
REGION, AUTONOMOUS, AUTONOMOUS_REGION, STREET_NAME = "地区", "自治", "自治区", "街道"
AREA_WORDS = frozenset(
    (PROVINCE, CITY, COUNTY, DISTRICT, BANNER, PREFECTURE, LEAGUE, TOWN, TOWNSHIP, STREET, BUREAU)
)
SELF = re.compile("[我本](?=[省市县区州盟旗镇乡局委厅办]|自治|街道)")

# The fifty-five peoples (少数民族) by which autonomous places are named, as far as the names have them.
_PEOPLES = (
    "蒙古|维吾尔|哈萨克|柯尔克孜|塔吉克|锡伯|回|藏|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|土|"
    "达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|怒|鄂温克|保安|裕固|独龙|普米|各"
)
_AUTONOMOUS = re.compile(rf"(?P<short>..+?)族?(?:(?:{_PEOPLES})族?)*自治(?P<ending>[州县旗])")
LONG_ENDINGS = ("自治区", "特别行政区", "地区")
_LONG_ENDING = re.compile(rf"(?:(?:{_PEOPLES})族?)?自治区|特别行政区|地区")

# Endings of a division that no table knows, and words with such an ending that are no division.
UNKNOWN_DIVISION = re.compile(
    r"(?!自治)(?:(?![局厅委府院会处办省市县])[\u4e00-\u9fff]){2,9}?(?:自治[区州县旗]|特别行政区|地区|省|(?<![城都超股菜])市|县"
    r"|(?<![社小辖山灾库林校地牧])区|(?<![国红彩])旗|(?<!联)盟)(?![级域])"
)
# What stands for the organ's own division where its name is left out: 区行政审批局, 市财政局.
BARE_DIVISION = re.compile(
    r"自治区|自治州|自治县|地区|[省县州盟旗](?!域|城)|区(?![域块])|市(?!场|容|域|区|政(?![府务法])|民(?![政族宗营用]))"
)
BARE_TOWNSHIP = re.compile(r"(?P<ending>镇|乡|街道)(?:(?:人民)?政府|办事处|办)?")

_ZONE_ENDING = (
    "开发区|高新区|经开区|实验区|试验区|示范区|新区|园区|度假区|保税区|保税港区|综保区|合作区|管理区|景区|名胜区|旅游区|工业区|产业区|集聚区|"
    "集中区|聚集区|自贸区|片区|港区|物流区|功能区|开放区|先行区|先导区|产业园|工业园|科技园|物流园|示范园|软件园|产业基地|科技城|科学城|"
    "大学城|生态城|航空城|新城|自由贸易港"
)
ZONE = re.compile(rf"(?:(?![局厅委办署府])[\u4e00-\u9fff]){{0,24}}(?:{_ZONE_ENDING})")
ZONE_COMMITTEE = re.compile(r"(?:党工委)?(?:管委会|管委(?!会|员)|管理委员会|执委会|执行委员会)")
# A committee of management whose zone has no usual ending: 云台山管委会.
OTHER_ZONE = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,20})(?:管委会|管理委员会)")
# A zone of a whole region, with counties in it; 高新区 is none.
NEW_AREA = re.compile("(?<!高)新区$")
# Behind a city's short name these show that the zone is not called after the city: 山南新区 is not in 山南.
NOT_CALLED_AFTER_CITY = re.compile("新区|新城|片区|港区|[路街江湖河岛山]")
NATION = "中国"

GOVERNMENT = re.compile(r"人民政府|政府|行政公署|行署")
OFFICE = re.compile(r"(?:人民政府|政府|行政公署|行署)(?:办公厅|办公室|办)")
ZONE_OFFICE = re.compile(r"(?:党政|综合)?(?:办公厅|办公室)|党政办")
STATE_COUNCIL = "国务院"
MINISTRY = re.compile(
    r"(?:中华人民共和国)?(?:(?:外交|国防|教育|科学技术|科技|工业和信息化|公安|国家安全|民政|司法|财政|人力资源和社会保障|自然资源|生态环境|"
    r"住房和城乡建设|交通运输|水利|农业农村|商务|文化和旅游|退役军人事务|应急管理)部|海关总署|审计署)"
    r"|国家(?:市场|[^省市县区局]){1,16}(?:局|委员会)|国务院[^省市县区]{1,20}(?:委员会|办公室|局|中心)"
    r"|中国人民银行|中国证券监督管理委员会|中国(?:气象|地震|民用航空)局"
)

STREET_OFFICE = re.compile(
    r"(?!驻|人民政府|政府)(?P<name>[\u4e00-\u9fff]{1,14}?(?P<ending>街道|地区)?)(?P<organ>办事处|街道办|(?<=街道)办?)"
)
TOWNSHIP_GOVERNMENT = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{1,16}?(?P<ending>镇|乡|苏木))(?:人民政府|政府)(?P<office>(?:党政)?办公室)?"
)
BARE_NAMED_TOWNSHIP = re.compile(
    r"(?P<name>(?![城乡村集]镇)[\u4e00-\u9fff]{1,12}?(?P<ending>(?<![城村])镇|(?<![城下])乡|苏木))"
)
TOWNSHIP_BODY = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{1,10}?(?P<ending>镇|乡|街道))(?:人民政府|政府|办事处)?"
    r"(?:财政所|司法所|派出所|党政(?:综合)?办(?:公室)?|便民服务中心|综合(?:行政)?执法(?:大?队|办公室))"
)

DEPARTMENT = re.compile(
    r".*(?:局|厅|署|委|委员会|办|办公室|指挥部|中心|总队|支队|大队|中队|队|所|处|社|站|馆|部|机构|服务大厅)"
)
# What a department without any prefix must be about, to be one.
SUBJECT = re.compile(
    "发展和?改革|发改|教育|科技|科学技术|工业|信息化|工信|公安|民政|司法|财政|人力资源|人社|自然资源|规划|国土|生态环境|环境保护|环保|住房|住建|"
    "建设|交通|水利|水务|农业|商务|文化|旅游|文旅|体育|卫生|卫健|退役军人|应急|审计|市场监督|市场监管|统计|医疗保障|医保|信访|国有资产|国资|"
    "林业|草原|园林|城市管理|城管|行政审批|政务服务|数据|机关事务|人民防空|人防|民族|宗教|粮食|乡村振兴|扶贫|投资促进|招商|金融|行政执法|"
    "海洋|渔业|侨务|外事|港口|地方志|档案"
)
DISPATCHED = re.compile(
    r"(?:分局|分中心|派出所|监管所|管理所|司法所|税务所|特派员办事处|特派办)$|驻.{1,12}(?:办事处|联络处)$"
)

# Bodies that are no administrative organs: party, congress, courts, companies, schools, and no bodies at all.
NO_ORGAN = re.compile(
    r"^(?:中共|中国共产党)|公司|集团|医院|卫生院|学校|大学$|学院$|中学|小学|幼儿园|协会|学会|商会|基金会|联合会|总工会|妇联|共青团|法院|检察院|"
    r"人民代表大会|人大常委会|政协|政治协商|监察委员会|纪律检查|纪委|党校|党委|网站|网$|平台$|娱乐|棋牌|彩票|博彩|投注|赌|直播|下载"
)
PARTY_COMMITTEE = re.compile(r"委(?!员会)")

# Organs led from above (垂直领导、双重领导): system, what its names hold.
SYSTEMS = {
    "tax": r"税务(?:总局|局|分局|所)|税务局",
    "customs": r"海关(?:总署)?(?!学)",
    "foreign_exchange": r"外汇管理",
    "finance": r"(?<!地方)金融监(?:督管理|管).{0,14}局|银(?:行业)?保(?:险)?监|银监(?:局|分局)"
    r"|证(?:券)?监(?:督管理)?(?:局|委)",
    "bank": r"人民银行",
    "state_security": r"国家安全[局厅]",
    "statistics": r"国家统计局.{1,14}队$|调查总队$",
    "weather": r"气象[局台]",
    "fire": r"消防(?:救援)?(?:局|总队|支队|大队|站)",
    "tobacco": r"烟草专卖",
    "post": r"邮政管理",
    "maritime": r"海事[局处]",
    "border": r"边防检查|移民管理局.",
    "communications": r"通信管理局",
    "earthquake": r"地震局",
    "aviation": r"民用航空.{1,8}局|民航.{1,10}局",
    "railway": r"铁路(?:监督管理局|监管局|公安局)",
    "energy": r"国家能源局.{1,6}监管",
    "mines": r"(?:矿山|煤矿)安全监察局.",
    "coast_guard": r"海警(?:局|总队|支队)|^海警",
    "rivers": r"(?:长江|黄河|淮河|海河|珠江|松辽|太湖)(?:水利委员会|流域|航道局|航务管理局)",
    "ministry": r"^(?:财政部|审计署|生态环境部|自然资源部|国家粮食和物资储备局|国家林业和草原局)"
    r".{2,24}(?:局|办事处|特派办|专员办)",
}
VERTICAL = re.compile("|".join(f"(?P<{system}>{words})" for system, words in SYSTEMS.items()))
# Of a province only: a city's is its own department.
PROVINCIAL = "earthquake"
# Their areas are not those of the places they are called after: 南京海关 works for a province.
AREAS_OF_THEIR_OWN = {
    "customs",
    "maritime",
    "border",
    "aviation",
    "railway",
    "energy",
    "coast_guard",
    "rivers",
    "ministry",
}
NATIONAL_HEAD = re.compile(
    r"(?:国家税务总局|国家统计局|国家外汇管理局|国家金融监督管理总局|中国银行保险监督管理委员会|中国银行业监督管理委员会|中国银保监会|"
    r"中国证券监督管理委员会|中国人民银行|国家矿山安全监察局|中华人民共和国)"
)

AUTONOMOUS_REGIONS = {"15", "45", "54", "64", "65"}
BANNER_REGION = "15"

# In prose. Names that also read as ordinary words (新建区、会同县): only behind a place that they lie in.
ORDINARY = re.compile(
    "资源县|合作市|比如县|南部县|解放区|东方市|前进区|港口区|公安县|友好区|友谊县|通道县|"
    "城中区|城东区|城西区|城北区|城关区|城厢区|东城区|西城区|上城区|老城区|新城区|"
    "双城区|古城区|新市区|市中区|市南区|市北区|站前区|海港区|平安区|平安县|中方县|安定区|"
    "延长县|光明区|新兴区|新兴县|运河区|东风区|南岸区|江岸区|江南区|江北区|江东区|河东区|"
    "河西区|河北区|河口区|河口县|沿河县|会同县|工农区|富裕县|清水县|清新区|前锋区|复兴区|"
    "振兴区|互助县|应城市|项城市|兴城市|全州县|民权县|同心县|平房区|回民区|安居区|爱民区|"
    "新民市|富民县|民乐县|新建区|新建县|新和县|新平县|开化县|政和县|民和县|共和县|和平区|"
    "和平县|和政县|平原县|中原区|滨海新区|滨海县|宏伟区|红旗区|向阳区|万年县|大名县|大方县|"
    "乡城县|内乡县|三门县|临高县|长安区|太平区|新华区|海南区|河南县|路南区|路北区|"
    "桥东区|桥西区|道里区|道外区"
)
# Threes like 海城市 stand in 沿海城市: only where the sentence or the place before ends.
CITY_AS_WORD = "城市"
# What may stand right before a name: single characters, and words of two.
BEFORE_NAME = frozenset("在和与及向由对为将到从按经以于等的了或至赴据并把被让给跟是年月日度")
WORDS_BEFORE_NAME = re.compile(
    "根据|结合|推进|推动|加强|强化|提升|围绕|按照|依托|通过|关于|印发|制定|落实|立足|组织|"
    "参加|开展|实现|促进|优化|完善|打造|建设|助力|服务|带动|做好|提高|规范|保障|发挥|深化|"
    "前往|学习|借鉴|对接|联合|邀请|配合|协助|召开|举办|获得|位于|隶属|进入|来自|针对|遵照|"
    "依据"
)
# What may not stand right behind: 区域, 市场, 省略.
NOT_BEHIND_NAME = {
    DISTRICT: frozenset("域划间块位别分段县"),
    CITY: frozenset("场"),
    PROVINCE: frozenset("略去钱力时心"),
    LEAGUE: frozenset("友员校"),
    BANNER: frozenset("下帜手袍"),
}
NAME_ENDING = re.compile("[省市县区旗盟州]")


def full_names(name: str) -> tuple[str, ...]:
    """Return the full name of a division and, of an autonomous prefecture or county, its usual short form."""
    match = _AUTONOMOUS.fullmatch(name) if AUTONOMOUS in name else None
    return (name, match["short"] + match["ending"]) if match else (name,)


def short_name(name: str) -> str:
    """Return a division's name without its ending; whole where no two characters would be left."""
    if AUTONOMOUS in name and (match := _AUTONOMOUS.fullmatch(name)):
        return match["short"]
    long = name.endswith(LONG_ENDINGS)
    cut = next((n for n in range(2, len(name)) if _LONG_ENDING.fullmatch(name, n)), 1) if long else len(name) - 1
    return name[:cut] if cut > 1 else name
