"""What is a classified marking, and what is prose that speaks of secrets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_office.files.markings import is_internal, is_marked_name, is_marking

EVERYWHERE = [
    "机密★10年",
    "绝密★30年",
    "秘密★5年",
    "秘密★长期",
    "机密★",
    "绝密★启用前",
    "机密 ★ 1 0 年",
    "机　密★１０年",
    "秘密★1年6个月",
    "秘密★6个月",
    "机密★至2030年12月31日",
    "机密*10年",
    "机密☆10年",
    "★机密★10年",
    "★机密★",
    "【机密★10年】",
    "（秘密★3年）",
    "机密10年",
    "秘密 5年",
    "绝密 长期",
    "机密（10年）",
    "机密：十年",
    "密级：机密",
    "密级：机密★10年",
    "密  级:秘密",
    "密级\t机密\t保密期限\t10年",
    "密级 绝密",
    "涉密等级：秘密",
    "密级：□绝密 □机密 ☑秘密",
    "000012\t机密★10年\t特急",
    "特急 机密★3年",
    "份号：000001 秘密★5年",
    "机密★10年 萤泽市人民政府文件",
    "萤泽市人民政府办公室文件　　　　　　　　机密★5年",
    "机\u200b密★10年",
    "机密★10年萤泽市人民政府文件",
    "機密★10年",
    "絕密★長期",
    "祕密★5年",
    "机密·10年",
    "机密—10年",
    "机密——10年",
    "机密-10年",
    "秘密/5年",
    "机密●10年",
    "机密※10年",
    "机密✦10年",
    "机密★10年。",
    "“机密★10年”",
    "国家秘密★5年",
    "国家秘密：机密★10年",
    "绝密★长期",
    "机密★两年",
    "机密★10",
    "机密（★10年）",
    "〔机密〕★10年",
    "机密★至2030年",
    "机密★2024年1月1日至2034年1月1日",
    "机密★保密期限10年",
    "１　机 密 ★ １ ０ 年　某文件",
    "1 机密★10年 关于某事的请示",
    "1\t机密★10年\t某文件",
    "机密★10年关于某事的请示",
    "机密★10年 " + "关于进一步加强某项工作的请示" * 6,
]
ALONE = ["机密", "秘 密", "绝密", "【机密】", "机密件", "绝密级", "000003 机密 特急", "机密　　急件"]
NEVER = [
    "",
    "本机关共受理政府信息公开申请12件。",
    "国家秘密",
    "商业秘密",
    "个人隐私、商业秘密",
    "1.属于国家秘密",
    "（三）不予公开 1.属于国家秘密",
    "《中华人民共和国保守国家秘密法》",
    "依照《保守国家秘密法》第十四条，国家秘密的密级分为绝密、机密、秘密三级。",
    "经审查，该信息不属于机密。",
    "不属于机密",
    "该文件已解密，原密级为机密。",
    "涉密信息系统",
    "全年未发生失泄密事件，涉密人员12人。",
    "涉密岗位人员 3 人",
    "标注“机密★10年”字样的文件不得上传本系统。",
    "密级标志形式为“密级★保密期限”，例如“秘密★5年”。",
    "机密级计算机 2 台，秘密级计算机 3 台，保密期限10年",
    "绝密\t机密\t秘密",
    "绝密 0 机密 0 秘密 3",
    "秘密 0 0 0 0 0 0 0",
    "标有 机密★10年 字样的文件",
    "国家秘密 5",
    "商业秘密/5件",
    "机密/秘密",
    "机密、秘密10年以下的",
    "密级：□绝密 □机密 □秘密",
    "密级：无",
    "密级：公开",
    "密级 非密",
    "密级",
    "密码机密钥管理",
    "秘密投票",
    "以无记名秘密投票方式选举产生",
    "机密工作人员管理办法",
    "★★★★★",
    "公开★10年",
    "机密★10年的文件不得上传",
    "秘密★5年等标志的文件",
    "秘密★长期或者绝密★长期",
    "10年",
    "长期",
]


@pytest.mark.parametrize("line", EVERYWHERE)
def test_a_marking_with_a_star_a_period_or_a_label_is_one_wherever_it_stands_by_itself(line):
    assert is_marking(line)
    assert is_marking(line, alone=True)


@pytest.mark.parametrize("line", ALONE)
def test_a_bare_level_is_a_marking_only_where_markings_stand(line):
    assert is_marking(line, alone=True)
    assert not is_marking(line)


@pytest.mark.parametrize("line", NEVER)
def test_prose_forms_and_statistics_are_no_markings(line):
    assert not is_marking(line)
    assert not is_marking(line, alone=True)


@given(st.sampled_from(EVERYWHERE), st.text(alphabet=" \t　", max_size=4), st.text(alphabet=" \t　", max_size=4))
def test_blanks_around_a_marking_do_not_hide_it(line, before, after):
    assert is_marking(before + line + after)


@given(st.sampled_from(EVERYWHERE[:20]), st.sampled_from(["依照规定，标有", "请删除“", "本文件并非"]))
def test_a_marking_inside_a_sentence_is_not_one(line, before):
    assert not is_marking(f"{before}{line}”的文件应当由保密机构处理，不得在本系统中存储、处理、传输。")


@given(st.text(max_size=300))
def test_any_text_gets_an_answer_and_none_without_a_level_is_a_marking(text):
    said = is_marking(text)
    assert not said or any(level in "".join(text.split()) for level in ("绝密", "机密", "秘密")) or "\u200b" in text


@pytest.mark.parametrize(
    "name",
    [
        "机密★10年 方案.docx",
        "【机密】方案.docx",
        "(秘密)名单.xlsx",
        "机密_方案.pdf",
        "方案（绝密）.doc",
        "秘密.docx",
        "机密★.pdf",
        "机密★报告.docx",
        "报告机密★.docx",
        "会议纪要_秘密.docx",
        "会议纪要-秘密(1).docx",
        "2025_会议纪要_秘密_20250101.docx",
        "20250101 秘密 会议纪要.docx",
        "会议纪要-机密-10年.docx",
        "会议纪要 機密.docx",
        "国家秘密★5年.docx",
        "会议纪要_秘密级.docx",
    ],
)
def test_a_name_with_a_marking_is_marked(name):
    assert is_marked_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "机密文件管理办法.docx",
        "关于商业秘密的答复.docx",
        "保守国家秘密法.pdf",
        "年度报告.docx",
        "不属于国家秘密的说明.docx",
        "《秘密花园》借阅.xlsx",
        "国家秘密定密管理规定.docx",
        "不予公开_商业秘密.docx",
        "答复书（商业秘密）.docx",
        "不予公开_商业_秘密.docx",
        "秘密级事项说明.docx",
        "绝密_机密_秘密.xlsx",
        "保守国家秘密法_2024.pdf",
        "工作秘密★整改.docx",
    ],
)
def test_a_name_that_speaks_of_secrets_is_not_marked(name):
    assert not is_marked_name(name)


@pytest.mark.parametrize("row", ["涉及国家秘密\t秘密 5年", "秘密 5年\t涉及国家秘密", "秘密\t3"])
def test_a_level_without_a_star_beside_other_cells_is_a_word_of_the_table(row):
    assert not is_marking(row, in_table=True)


@pytest.mark.parametrize("row", ["机密\t★\t10年", "1\t机密★10年\t某文件", "密级\t机密", "机密★\t10年"])
def test_a_star_or_a_label_makes_a_marking_of_any_row(row):
    assert is_marking(row, in_table=True)


def test_a_level_with_a_period_beside_others_in_the_first_row_is_a_marking():
    assert is_marking("秘密5年\t萤泽市民政局", alone=True, in_table=True)


def test_internal_is_noticed_and_is_no_state_secret():
    assert is_internal("内部资料 注意保存")
    assert is_internal("工作秘密")
    assert not is_internal("加强内部资料管理工作")
    assert not is_marking("工作秘密", alone=True)
