"""Pages of files: uploading, the list, one file, downloading, taking back."""

from __future__ import annotations

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.test import Client
from django.urls import reverse

from gongkai_office.accounts.models import User
from gongkai_office.accounts.words import Role
from gongkai_office.audit.models import Event
from gongkai_office.files.models import StoredFile
from gongkai_office.files.words import State
from tests.office.browsing import as_
from tests.office.city import City, person
from tests.office.files import samples


def uploaded(client: Client, user: User, name: str, data: bytes, **more: object) -> object:
    client.force_login(user)
    file = SimpleUploadedFile(name, data)
    asked = {"organ": user.organ_id, "purpose": "files.general", "file": file, **more}
    return client.post(reverse("administration:upload_file"), asked, follow=True)


def test_a_file_is_uploaded_found_in_the_list_and_downloaded_as_it_was(city: City, client: Client) -> None:
    user = person(city.county, Role.HANDLER)
    data = samples.word()
    answer = uploaded(client, user, "年度 报告（终稿）.docx", data)
    assert "已接收，检查未发现需要注意的内容" in answer.content.decode()
    file = StoredFile.objects.get()
    listed = client.get(reverse("administration:files"), {"q": "终稿"}).content.decode()
    assert "年度 报告（终稿）.docx" in listed
    assert "没有符合条件的文件" in client.get(reverse("administration:files"), {"q": "无"}).content.decode()
    got = client.get(reverse("administration:download_file", args=[file.pk]))
    assert got.content == data
    assert got["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert got["X-Content-Type-Options"] == "nosniff"
    assert Event.objects.get(verb="files.download").actor == user.pk


def test_what_was_noticed_stands_on_the_page_and_can_be_filtered(city: City, client: Client) -> None:
    user = person(city.county, Role.HANDLER)
    answer = uploaded(client, user, "报表.xlsm", samples.sample("xlsm"))
    shown = answer.content.decode()
    assert "检查发现 1 项需要注意" in shown
    assert "下载后打开时请不要启用宏" in shown
    assert "报表.xlsm" in client.get(reverse("administration:files"), {"sign": "macros"}).content.decode()
    assert "报表.xlsm" not in client.get(reverse("administration:files"), {"sign": "scan"}).content.decode()


def test_a_refused_file_is_explained_at_the_field_and_in_the_list(city: City, client: Client) -> None:
    user = person(city.county, Role.HANDLER)
    shown = uploaded(client, user, "表.docx", samples.workbook()).content.decode()
    assert "文件名说是“Word 文档”，内容却是“电子表格”" in shown
    file = StoredFile.objects.get()
    assert file.state == State.REFUSED
    assert "文件名说是“Word 文档”" in client.get(reverse("administration:file", args=[file.pk])).content.decode()
    assert client.get(reverse("administration:download_file", args=[file.pk]), follow=True).status_code == 200
    assert not Event.objects.filter(verb="files.download").exists()


def test_whom_a_file_names_as_its_author_is_shown_to_who_uploads_it(city: City, client: Client) -> None:
    def named(document) -> None:
        document.core_properties.author = "测试作者"

    shown = uploaded(client, person(city.county, Role.HANDLER), "报告.docx", samples.word(change=named))
    assert "文件属性里有人名或单位（作者：测试作者）" in shown.content.decode()


def test_a_refused_file_is_told_where_its_marking_stands_and_whom_to_ask(city: City, client: Client) -> None:
    user = person(city.county, Role.HANDLER)
    data = samples.workbook(("序号", "密级"), (1, "机密★10年"))
    shown = uploaded(client, user, "目录.xlsx", data).content.decode()
    assert "第 1 张工作表第 2 行 B 列有国家秘密的密级标志" in shown
    assert "报告本单位保密机构，由其确认" in shown
    assert "机密★10年，" not in shown
    listed = client.get(reverse("administration:file", args=[StoredFile.objects.get().pk])).content.decode()
    assert "第 1 张工作表第 2 行 B 列" in listed


def test_the_name_of_a_classified_file_is_on_no_page(city: City, client: Client) -> None:
    user = person(city.county, Role.HANDLER)
    shown = uploaded(client, user, "神秘计划.docx", samples.word("机密★10年", "神秘计划")).content.decode()
    assert "请立即按保密规定处理" in shown
    assert "神秘计划" not in shown
    assert "神秘计划" not in client.get(reverse("administration:files")).content.decode()


def test_html_is_never_shown_in_the_site(city: City, client: Client) -> None:
    user = person(city.county, Role.HANDLER)
    uploaded(client, user, "页.html", samples.HTML)
    got = client.get(reverse("administration:download_file", args=[StoredFile.objects.get().pk]))
    assert got["Content-Type"] == "application/octet-stream"
    assert "sandbox" in got["Content-Security-Policy"]
    assert got["Content-Disposition"].startswith("attachment")


def test_a_withdrawn_file_leaves_its_row_and_no_bytes(
    city: City, client: Client, django_capture_on_commit_callbacks
) -> None:
    user = person(city.county, Role.HANDLER)
    uploaded(client, user, "误传.txt", "误传的内容".encode())
    file = StoredFile.objects.get()
    place = file.place
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("administration:withdraw_file", args=[file.pk]), {"reason": "误传"})
    file.refresh_from_db()
    assert (file.state, file.reason, file.place) == (State.WITHDRAWN, "误传", "")
    assert not default_storage.exists(place)
    again = client.post(reverse("administration:withdraw_file", args=[file.pk]), {"reason": "误传"}, follow=True)
    assert "无法再次撤回" in again.content.decode()


@pytest.mark.parametrize("role", Role)
def test_a_file_of_others_is_withdrawn_by_few_and_ones_own_by_whoever_uploads(city: City, role: Role) -> None:
    user, other = person(city.county, role), person(city.county, Role.HANDLER)
    said = {"organ": city.county.pk, "kind": "txt", "size": 1, "sha256": "0" * 64, "state": State.ACCEPTED}
    own, foreign = (StoredFile.objects.create(by=by, name="误传.txt", **said) for by in (user, other))
    client = as_(user)
    found = {}
    for name, file in (("own", own), ("of others", foreign)):
        taking_back = reverse("administration:withdraw_file", args=[file.pk])
        offered = taking_back in client.get(reverse("administration:file", args=[file.pk])).content.decode()
        client.post(taking_back, {"reason": "误传"})
        file.refresh_from_db()
        assert offered == (file.state == State.WITHDRAWN)
        found[name] = offered
    administrator = role in (Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR)
    few = (Role.UNIT_HEAD, Role.SECRECY_REVIEWER, Role.SYSTEM_ADMINISTRATOR)
    assert found == {"own": not administrator, "of others": role in few}


def test_files_of_organs_that_one_does_not_see_do_not_exist(city: City, client: Client) -> None:
    uploaded(client, person(city.other_county, Role.HANDLER), "别县.txt", b"1")
    key = StoredFile.objects.get().pk
    client.force_login(person(city.county, Role.HANDLER, below=True))
    for name in ("file", "download_file", "withdraw_file"):
        assert client.get(reverse(f"administration:{name}", args=[key])).status_code == 404
    assert "别县.txt" not in client.get(reverse("administration:files")).content.decode()


def test_a_file_cannot_be_uploaded_for_an_organ_of_others(city: City, client: Client) -> None:
    user = person(city.county, Role.HANDLER)
    uploaded(client, user, "a.txt", b"1", organ=city.other_county.pk)
    assert not StoredFile.objects.exists()


def test_an_upload_beyond_every_bound_is_cut_off_with_a_sentence(city: City, client: Client, settings) -> None:
    settings.FILES = {**settings.FILES, "BYTES": 1000, "HEAVY_BYTES": 2000}
    user = person(city.county, Role.HANDLER)
    assert "已中断接收" in uploaded(client, user, "a.pdf", bytes(200_000)).content.decode()
    assert "上限是" in uploaded(client, user, "a.txt", b"x" * 1500).content.decode()


def test_who_may_not_see_files_is_refused(city: City, client: Client) -> None:
    client.force_login(person(city.city, Role.AUDIT_ADMINISTRATOR, below=True))
    assert client.get(reverse("administration:files")).status_code == 403
    assert client.get(reverse("administration:upload_file")).status_code == 403


def test_who_has_not_signed_in_fills_no_disk(city: City, monkeypatch) -> None:
    client = Client(enforce_csrf_checks=True)
    page = client.get(reverse("accounts:sign_in"))
    asked = {"csrfmiddlewaretoken": page.context["csrf_token"], "username": "a", "password": "b"}
    monkeypatch.setattr(MemoryFileUploadHandler, "receive_data_chunk", _not_reached)
    answer = client.post(reverse("accounts:sign_in"), {**asked, "file": SimpleUploadedFile("a.bin", b"x" * 100)})
    assert answer.status_code < 500


def _not_reached(*_: object) -> None:
    raise AssertionError
