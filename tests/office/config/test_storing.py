"""What the environment says of files and reminders."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ImproperlyConfigured

from gongkai_office.config.storing import limits_of_files, mail_settings, rules_of_notices


def test_without_a_word_there_is_the_page_alone_and_quiet_nights(monkeypatch):
    rules = rules_of_notices()
    assert rules["CHANNELS"] == {}
    assert rules["DEFAULT"] == []
    assert (rules["QUIET_FROM"], rules["QUIET_TO"]) == (dt.time(21), dt.time(8))
    assert rules["WORKING_DAYS_ONLY"]
    assert rules["URGENT_AT_ANY_TIME"]


def test_a_channel_is_there_once_it_is_set_up(monkeypatch):
    monkeypatch.setenv("GONGKAI_EMAIL_HOST", "127.0.0.1")
    monkeypatch.setenv("GONGKAI_NOTICE_FOLDER", "/tmp/out")
    monkeypatch.setenv("GONGKAI_NOTICE_CHANNEL", "city.Pager")
    monkeypatch.setenv("GONGKAI_NOTICE_DEFAULT", "email,gateway,own")
    rules = rules_of_notices()
    assert set(rules["CHANNELS"]) == {"email", "folder", "own"}
    assert rules["DEFAULT"] == ["email", "own"]


@pytest.mark.parametrize(("address", "key"), [("ftp://x/", "k"), ("http://", "k"), ("http://127.0.0.1/", "")])
def test_a_gateway_needs_a_web_address_and_a_key(monkeypatch, address, key):
    monkeypatch.setenv("GONGKAI_SMS_GATEWAY", address)
    monkeypatch.setenv("GONGKAI_SMS_GATEWAY_KEY", key)
    with pytest.raises(ImproperlyConfigured, match="GONGKAI_SMS_GATEWAY"):
        rules_of_notices()


@pytest.mark.parametrize("name", ["QUIET_FROM", "QUIET_TO"])
@pytest.mark.parametrize("said", ["25:00", "21:00+08:00"])
def test_a_time_that_is_none_is_explained(monkeypatch, name, said):
    monkeypatch.setenv(f"GONGKAI_{name}", said)
    with pytest.raises(ImproperlyConfigured, match=f"GONGKAI_{name}"):
        rules_of_notices()


def test_a_quiet_time_that_ends_as_it_begins_is_refused(monkeypatch):
    monkeypatch.setenv("GONGKAI_QUIET_FROM", "8:00")
    with pytest.raises(ImproperlyConfigured, match="都是 08:00"):
        rules_of_notices()


@pytest.mark.parametrize(
    ("said", "tls", "ssl"), [("none", False, False), ("starttls", True, False), ("ssl", False, True)]
)
def test_mail_is_secured_as_the_environment_says(monkeypatch, said, tls, ssl):
    monkeypatch.setenv("GONGKAI_EMAIL_SECURITY", said)
    found = mail_settings()
    assert (found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) == (tls, ssl)


def test_scans_may_never_be_smaller_than_other_files(monkeypatch):
    monkeypatch.setenv("GONGKAI_UPLOAD_MB", "200")
    limits = limits_of_files()
    assert limits["BYTES"] == limits["HEAVY_BYTES"] == 200 << 20
