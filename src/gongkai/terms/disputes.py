"""The words of disputes about disclosure (政府信息公开行政复议、行政诉讼用语): who is sued, and how a case ends.

Sources: 行政复议法 30, 33, 41, 63 to 69, 73; 行政诉讼法 26, 51, 62, 69 to 77, 89.
"""

from __future__ import annotations

KINDS = {
    "reconsideration": "行政复议",
    "litigation_direct": "未经复议直接起诉",
    "litigation_after": "复议后起诉",
}
ROLES = {"original_organ": "作出原行为的机关", "reconsideration_organ": "复议机关"}

REVIEW_RESULTS = {
    "upheld": "维持",
    "changed": "变更",
    "revoked": "撤销",
    "partly_revoked": "部分撤销",
    "unlawful": "确认违法",
    "void": "确认无效",
    "ordered": "责令履行",
    "request_dismissed": "驳回请求",
    "application_dismissed": "驳回申请",
    "not_accepted": "不予受理",
    "terminated": "终止",
    "withdrawn": "撤回",
    "mediated": "调解",
}
SUIT_RESULTS = {
    "claims_dismissed": "驳回诉讼请求",
    "revoked": "撤销",
    "partly_revoked": "部分撤销",
    "changed": "变更",
    "unlawful": "确认违法",
    "void": "确认无效",
    "ordered": "判令履行",
    "suit_dismissed": "驳回起诉",
    "not_filed": "不予立案",
    "withdrawn": "撤诉",
    "closed": "终结",
    "transferred": "移送",
    # Of an appeal only (行政诉讼法 89): they say what becomes of the judgment before.
    "affirmed": "维持原裁判",
    "remanded": "发回重审",
    "appeal_withdrawn": "撤回上诉",
}
INSTANCES = {"first": "一审", "second": "二审", "retrial": "再审"}
# Why a case was withdrawn or ended without a decision.
REASONS = {"act_changed": "行政机关改变了原行为", "settled": "当事人和解"}
