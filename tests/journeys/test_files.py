"""A file that is refused because of what it is marked with, and one that is taken in, given out and withdrawn."""

from __future__ import annotations

from playwright.sync_api import FilePayload

from tests.journeys.looking import look
from tests.journeys.steps import BOTH, choose_organ, fill, follow, headed, press, says
from tests.journeys.windows import Windows
from tests.office.files.samples import word

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def document(name: str, *lines: str) -> FilePayload:
    """Return a document as a file to upload."""
    return {"name": name, "mimeType": WORD, "buffer": word(*lines)}


@BOTH
def test_a_marked_file_is_refused_and_another_is_kept_and_withdrawn(windows: Windows, script: bool) -> None:
    page = windows.of("wen", script=script)
    page.goto("/files/")
    follow(page, "上传文件")
    choose_organ(page, "萤台县民政局", script=script)
    page.set_input_files("[name=file]", document("请示.docx", "机密★10年", "关于某事的请示"))
    press(page, "上传并检查")
    says(page, "有国家秘密的密级标志")
    assert "请示.docx" not in page.inner_text("main")
    if script:
        look(page, "file-marked")

    name = "答复书样稿.docx" if script else "答复书样稿（二）.docx"
    page.set_input_files("[name=file]", document(name, "关于政府信息公开申请的答复", name))
    press(page, "上传并检查")
    says(page, f"文件“{name}”已接收")
    with page.expect_download() as given:
        follow(page, "下载")
    assert given.value.suggested_filename == name
    follow(page, "撤回")
    fill(page, reason="传错了")
    press(page, "确认撤回")
    says(page, "已撤回")
    headed(page, name)
    if script:
        look(page, "file-withdrawn")
